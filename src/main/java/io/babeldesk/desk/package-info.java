/** People at work: who is at the desk, and what they do with conversations. */
@NullMarked
package io.babeldesk.desk;

import org.jspecify.annotations.NullMarked;
