package io.babeldesk.store;

import io.babeldesk.conversation.EventFeed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An event feed within one process. Safe for use by many threads. */
public final class LocalEventFeed implements EventFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LocalEventFeed.class);

    /** A conversation without listeners has no entry, so that what nobody watches costs nothing. */
    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();

    @Override
    public Subscription listen(String conversation, Runnable wake) {
        Listener listener = new Listener(conversation, wake);
        listeners.merge(
                conversation,
                List.of(listener),
                (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
        return listener;
    }

    @Override
    public void appended(String conversation) {
        listeners.getOrDefault(conversation, List.of()).forEach(Listener::wake);
    }

    /** How many listen to any conversation: for a gauge, and to notice listeners that were never closed. */
    public int listening() {
        return listeners.values().stream().mapToInt(List::size).sum();
    }

    private final class Listener implements Subscription {

        private final String conversation;
        private final Runnable wake;

        Listener(String conversation, Runnable wake) {
            this.conversation = conversation;
            this.wake = wake;
        }

        void wake() {
            try {
                wake.run();
            } catch (RuntimeException broken) {
                // The others must hear of it all the same, and so must the one who appended.
                LOG.error("a listener to {} threw; its wake must not", conversation, broken);
            }
        }

        @Override
        public void close() {
            listeners.computeIfPresent(conversation, (key, some) -> {
                List<Listener> others = some.stream().filter(one -> one != this).toList();
                return others.isEmpty() ? null : others;
            });
        }
    }
}
