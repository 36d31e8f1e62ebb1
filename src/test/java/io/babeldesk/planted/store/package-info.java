/** Breaks the rules of the house on purpose, so that a test sees them caught. */
@NullMarked
package io.babeldesk.planted.store;

import org.jspecify.annotations.NullMarked;
