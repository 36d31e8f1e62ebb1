package io.babeldesk.store;

import io.babeldesk.conversation.EventFeed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An event feed within one process. Safe for use by many threads. */
public final class LocalEventFeed implements EventFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LocalEventFeed.class);

    /** A conversation without listeners has no entry, so that what nobody watches costs nothing. */
    private final Map<String, List<Listening>> listeners = new ConcurrentHashMap<>();

    private final Set<WideListening> wide = ConcurrentHashMap.newKeySet();

    @Override
    public Subscription listen(String conversation, Listener listener) {
        Listening listening = new Listening(conversation, listener);
        listeners.merge(
                conversation,
                List.of(listening),
                (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
        return listening;
    }

    @Override
    public Subscription listenToAll(WideListener listener) {
        // An object of its own, so that the same listener may listen twice.
        WideListening listening = new WideListening(listener);
        wide.add(listening);
        return () -> wide.remove(listening);
    }

    @Override
    public void appended(String conversation) {
        tell(conversation, Listener::grown);
        tellAll(conversation, WideListener::grown);
    }

    @Override
    public void signal(String conversation, Signal signal) {
        tell(conversation, listener -> listener.signalled(signal));
        tellAll(conversation, listener -> listener.signalled(conversation, signal));
    }

    private void tellAll(String conversation, Consumer<WideListener> news) {
        wide.forEach(listening -> {
            try {
                news.accept(listening.listener);
            } catch (RuntimeException broken) {
                LOG.error("a listener to all threw at {}, which it must not", conversation, broken);
            }
        });
    }

    private static final class WideListening {
        private final WideListener listener;

        WideListening(WideListener listener) {
            this.listener = listener;
        }
    }

    private void tell(String conversation, Consumer<Listener> news) {
        listeners.getOrDefault(conversation, List.of()).forEach(listening -> listening.hear(news));
    }

    /** How many listen to any conversation: for a gauge, and to notice listeners that were never closed. */
    public int listening() {
        return wide.size() + listeners.values().stream().mapToInt(List::size).sum();
    }

    private final class Listening implements Subscription {

        private final String conversation;
        private final Listener listener;

        Listening(String conversation, Listener listener) {
            this.conversation = conversation;
            this.listener = listener;
        }

        void hear(Consumer<Listener> news) {
            try {
                news.accept(listener);
            } catch (RuntimeException broken) {
                // The others must hear of it all the same, and so must the one who appended.
                LOG.error("a listener to {} threw, which it must not", conversation, broken);
            }
        }

        @Override
        public void close() {
            listeners.computeIfPresent(conversation, (key, some) -> {
                List<Listening> others =
                        some.stream().filter(one -> one != this).toList();
                return others.isEmpty() ? null : others;
            });
        }
    }
}
