package io.babeldesk.conversation;

import java.time.Instant;

/**
 * A numbered entry of a conversation's log: what happened, and when.
 *
 * @param position counts over the whole store, in commit order
 * @param seq counts within the conversation, from 1; some numbers may not be the shopper's to see
 */
public record Event(long position, String conversation, long seq, Visibility visibility, Body body, Instant at) {

    /** Who may see an event. */
    public enum Visibility {
        SHOPPER,
        AGENTS
    }

    /** What happened. */
    public sealed interface Body {

        /** A turn whose text is final from the start: the shopper's, an agent's, the service's. */
        record TurnCreated(Turn turn) implements Body {}

        /** The assistant has begun to answer; {@link ReplyCompleted} follows with the same id. */
        record ReplyStarted(String turn) implements Body {}

        record ReplyCompleted(Turn.OfAssistant turn) implements Body {}

        /** A turn that was said has changed: its rating, or its erasure. */
        record TurnUpdated(Turn turn) implements Body {}

        record StateChanged(ConversationState state) implements Body {}
    }
}
