/** Judges what a model says against what the shop says: values, words, and whether a rule was turned round. */
@NullMarked
package io.babeldesk.answer.guard;

import org.jspecify.annotations.NullMarked;
