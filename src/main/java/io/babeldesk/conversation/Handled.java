package io.babeldesk.conversation;

import java.util.Optional;

/**
 * A conversation as the desk sees it.
 *
 * @param lastTurn the newest that the shopper or an agent said
 */
public record Handled(Conversation conversation, Handling handling, Optional<Turn> lastTurn) {}
