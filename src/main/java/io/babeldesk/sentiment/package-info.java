/** How a shopper feels: read from words, characters and marks, in every language that is understood. */
@NullMarked
package io.babeldesk.sentiment;

import org.jspecify.annotations.NullMarked;
