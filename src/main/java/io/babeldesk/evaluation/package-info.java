/** Measures the product on files of questions, through the code that serves shoppers. */
@NullMarked
package io.babeldesk.evaluation;

import org.jspecify.annotations.NullMarked;
