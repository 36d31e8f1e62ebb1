package io.babeldesk.conversation;

/**
 * Tells listeners that a conversation's log has grown. It carries no events: a listener reads them from
 * {@link Conversations} by number, so a missed or doubled call does no harm. Safe for use by many threads.
 */
public interface EventFeed {

    /** Calls {@code wake} after each append until closed. It must return at once and not throw. */
    Subscription listen(String conversation, Runnable wake);

    /** To be called after the commit of an append. */
    void appended(String conversation);

    /** Ends the listening. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
