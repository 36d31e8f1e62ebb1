package io.babeldesk.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * Decides what becomes of a conversation that a shopper writes to. Pure: it is asked in the transaction that keeps the
 * message, and may be asked twice.
 */
@FunctionalInterface
public interface Arrival {

    /** Without people: a resolved conversation is the assistant's again. */
    Arrival TO_THE_ASSISTANT = (conversation, handling, at) -> conversation.state() == ConversationState.RESOLVED
            ? Optional.of(Change.to(ConversationState.ASSISTANT, handling))
            : Optional.empty();

    /** Empty if nothing changes but the log. */
    Optional<Change> upon(Conversation conversation, Handling handling, Instant at);
}
