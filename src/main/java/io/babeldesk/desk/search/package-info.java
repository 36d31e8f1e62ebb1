/** Conversations found by the words that were said in them. */
@NullMarked
package io.babeldesk.desk.search;

import org.jspecify.annotations.NullMarked;
