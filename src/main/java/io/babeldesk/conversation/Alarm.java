package io.babeldesk.conversation;

import java.time.Instant;

/**
 * Something that is to happen in a conversation at a time, unless it has moved on before. It stands in the store, so that
 * a restart loses none.
 */
public record Alarm(String conversation, Kind kind, Instant due) {

    /** What is to happen. */
    public enum Kind {
        FIRST_RESPONSE_WARNING,
        FIRST_RESPONSE,
        NEXT_RESPONSE_WARNING,
        NEXT_RESPONSE,
        RESOLUTION_WARNING,
        RESOLUTION,
        /** Nobody has taken a queued conversation: it is offered again. */
        LOOK_AGAIN,
        SNOOZE_ENDS,
        /** Nobody has written for long. */
        IDLE,
        /** A resolved conversation can't be gone on with any more. */
        REOPEN_ENDS
    }
}
