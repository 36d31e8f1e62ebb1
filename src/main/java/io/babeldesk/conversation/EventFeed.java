package io.babeldesk.conversation;

/**
 * Tells listeners that a conversation's log has grown. It carries no events: a listener reads them from
 * {@link Conversations} by number, so a missed or doubled call does no harm. Safe for use by many threads.
 */
public interface EventFeed {

    /** Tells a listener of each append and signal until closed. */
    Subscription listen(String conversation, Listener listener);

    /** Tells a listener of each append and signal in every conversation until closed. */
    Subscription listenToAll(WideListener listener);

    /** To be called after the commit of an append. */
    void appended(String conversation);

    /** Tells what is not worth logging. Nobody may hear of it, and that does no harm. */
    void signal(String conversation, Signal signal);

    /** Who listens. Its methods must return at once and not throw. */
    @FunctionalInterface
    interface Listener {

        /** The log may have grown. */
        void grown();

        default void signalled(Signal signal) {}
    }

    /** Who listens to all conversations. Its methods must return at once and not throw. */
    @FunctionalInterface
    interface WideListener {

        /** Some log may have grown. */
        void grown();

        default void signalled(String conversation, Signal signal) {}
    }

    /** What passes without leaving a trace. */
    sealed interface Signal {

        /** The shopper is writing. Her own pages are not told. */
        record ShopperTypes() implements Signal {}

        /** @param seq the number of the newest event that she has read */
        record ShopperHasRead(long seq) implements Signal {}

        /** An agent is writing to the shopper. */
        record AgentTypes(Speaker agent) implements Signal {}

        /** An agent looks at the conversation. Only agents are told. */
        record AgentViews(Speaker agent) implements Signal {}
    }

    /** Ends the listening. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
