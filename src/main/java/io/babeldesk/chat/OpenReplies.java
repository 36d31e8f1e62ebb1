package io.babeldesk.chat;

import io.babeldesk.answer.Hearing;
import io.babeldesk.conversation.EventFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What has been said so far of the replies that are being made. It is not kept: what is complete stands in the log, and
 * a reply that died with its process is made anew. Safe for use by many threads.
 */
public final class OpenReplies {

    /** A shopper who reloads her page is back sooner. */
    private static final Duration LEFT_AFTER = Duration.ofSeconds(10);

    private final EventFeed feed;
    private final LongSupplier nanos;
    private final Map<String, Open> replies = new ConcurrentHashMap<>();
    private final Map<String, Integer> audience = new ConcurrentHashMap<>();

    OpenReplies(EventFeed feed, LongSupplier nanos) {
        this.feed = feed;
        this.nanos = nanos;
    }

    /**
     * How far a reply has come.
     *
     * @param round grows where a reply begins anew, since another message has joined
     * @param pieces of its plain text, in order
     */
    public record Said(String turn, int round, List<String> pieces) {}

    /** What has been said of the open reply in a conversation; empty if nothing has. */
    public Optional<Said> in(String conversation) {
        return Optional.ofNullable(replies.get(conversation)).flatMap(Open::said);
    }

    /** The shopper wants no more of the reply that is being made. */
    public void stop(String conversation) {
        Open open = replies.get(conversation);
        if (open != null) {
            open.stop();
        }
    }

    /** The shopper has said something, under this number. */
    void join(String conversation, long seq) {
        Open open = replies.get(conversation);
        if (open != null) {
            open.join(seq);
        }
    }

    /** Someone listens to a conversation, until it is closed. */
    public Presence enter(String conversation) {
        audience.merge(conversation, 1, Integer::sum);
        Open open = replies.get(conversation);
        if (open != null) {
            open.heard();
        }
        return () -> {
            if (audience.computeIfPresent(conversation, (c, count) -> count == 1 ? null : count - 1) == null) {
                Open left = replies.get(conversation);
                if (left != null) {
                    left.left();
                }
            }
        };
    }

    /** Ends when it is closed. */
    public interface Presence extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A reply begins, or begins anew.
     *
     * @param upTo the number of the last turn that it answers
     */
    Hearing begin(String conversation, String turn, long upTo) {
        Open open = replies.compute(
                conversation,
                (c, before) -> before != null && before.turn.equals(turn) ? before : new Open(conversation, turn));
        open.begin(upTo);
        return open;
    }

    void end(String conversation) {
        replies.remove(conversation);
    }

    /** One reply that is being made. */
    private final class Open implements Hearing {
        private final String conversation;
        private final String turn;
        private final List<String> pieces = new ArrayList<>();
        private int round;
        private boolean stopped;
        private boolean joined;
        private long upTo;
        private boolean empty;
        private long emptySince;

        Open(String conversation, String turn) {
            this.conversation = conversation;
            this.turn = turn;
        }

        synchronized void begin(long last) {
            pieces.clear();
            round++;
            joined = false;
            upTo = last;
        }

        @Override
        public void say(String text) {
            synchronized (this) {
                pieces.add(text);
            }
            feed.appended(conversation);
        }

        synchronized Optional<Said> said() {
            return pieces.isEmpty() ? Optional.empty() : Optional.of(new Said(turn, round, List.copyOf(pieces)));
        }

        @Override
        public synchronized boolean isOver() {
            boolean gone = empty && nanos.getAsLong() - emptySince > LEFT_AFTER.toNanos();
            return stopped || joined || gone;
        }

        synchronized void stop() {
            stopped = true;
        }

        synchronized void join(long seq) {
            joined |= seq > upTo;
        }

        synchronized void heard() {
            empty = false;
        }

        synchronized void left() {
            empty = true;
            emptySince = nanos.getAsLong();
        }
    }
}
