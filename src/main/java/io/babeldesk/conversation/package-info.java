/** The log of what was said: conversations, turns and numbered events. */
@NullMarked
package io.babeldesk.conversation;

import org.jspecify.annotations.NullMarked;
