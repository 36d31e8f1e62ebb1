/** What the assistant replies, and how it comes to say it. */
@NullMarked
package io.babeldesk.answer;

import org.jspecify.annotations.NullMarked;
