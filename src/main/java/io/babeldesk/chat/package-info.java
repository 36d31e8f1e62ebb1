/** The use case: one message of a shopper becomes one reply. */
@NullMarked
package io.babeldesk.chat;

import org.jspecify.annotations.NullMarked;
