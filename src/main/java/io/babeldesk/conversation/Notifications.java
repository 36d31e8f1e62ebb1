package io.babeldesk.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What agents are told of, and what they have seen of it. It comes from the log of {@link Conversations}, in the same
 * transaction. Safe for use by many threads.
 */
public interface Notifications {

    /** An agent's own, newest first. */
    List<Notification> of(AgentId agent, Page page);

    /** How many of hers she has not read. */
    long unread(AgentId agent);

    /**
     * Hers up to a position are read, of one conversation or of all: what has come since stays unread.
     *
     * @return whether any had not been read
     */
    boolean read(AgentId agent, Optional<String> conversation, long upTo, Instant now);

    /**
     * @param unread only what she has not read
     * @param before only what is older than this position
     * @param limit 1 to 200
     */
    record Page(boolean unread, Optional<Long> before, int limit) {
        public Page {
            if (limit < 1 || limit > 200) {
                throw new IllegalArgumentException("a page of " + limit + " notifications; ask for 1 to 200");
            }
        }
    }
}
