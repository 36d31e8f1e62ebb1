package io.babeldesk.web;

import io.babeldesk.chat.OpenReplies;
import io.babeldesk.chat.OpenReplies.Said;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.EventFeed.Signal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One client's stream of one conversation. {@link #grown} and {@link #end} may come from any thread, at any time. */
final class LiveStream implements EventFeed.Listener {

    private static final int BATCH = 100;

    private final Conversations conversations;
    private final OpenReplies replies;
    private final Conversation conversation;
    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private boolean ended;
    private volatile @Nullable String writes;
    private long last;
    private @Nullable Said said;

    /** @param last the number of the newest event that the client has */
    LiveStream(
            Conversations conversations, OpenReplies replies, Conversation conversation, OutputStream out, long last) {
        this.conversations = conversations;
        this.replies = replies;
        this.conversation = conversation;
        this.out = out;
        this.last = last;
    }

    @Override
    public void grown() {
        signal(false);
    }

    /** The shopper sees that an agent writes, and nothing else of what passes. */
    @Override
    public void signalled(Signal passing) {
        if (passing instanceof Signal.AgentTypes types) {
            writes = types.agent().name();
            signal(false);
        }
    }

    void end() {
        signal(true);
    }

    /** Writes until it is ended, the client is gone, or may not read on. */
    void run(Duration heartbeat, BooleanSupplier mayReadOn) throws IOException {
        skipBackIfBeyondTheEnd();
        while (true) {
            writeNews();
            writeWhatIsSaid();
            writeWhoWrites();
            switch (await(heartbeat)) {
                case GROWN -> {}
                case SILENT -> {
                    if (!mayReadOn.getAsBoolean()) {
                        return;
                    }
                    out.write(EventWire.HEARTBEAT);
                    out.flush();
                }
                case ENDED -> {
                    return;
                }
            }
        }
    }

    /** A number that the log does not have comes from a log that was lost, or from nowhere. */
    private void skipBackIfBeyondTheEnd() throws IOException {
        long newest =
                conversations.find(conversation.id()).map(Conversation::lastSeq).orElse(0L);
        if (last > newest) {
            last = newest;
            out.write(EventWire.resync(newest));
            out.flush();
        }
    }

    private void writeNews() throws IOException {
        List<Event> events;
        do {
            events = conversations.eventsAfter(conversation.id(), last, BATCH);
            for (Event event : events) {
                last = event.seq();
                if (event.visibility() == Event.Visibility.SHOPPER) {
                    out.write(EventWire.of(event, conversation, Optional.ofNullable(said)));
                }
            }
            out.flush();
        } while (events.size() == BATCH);
    }

    /** The first piece to a client is all that has been said so far; those that follow are what is new. */
    private void writeWhatIsSaid() throws IOException {
        Optional<Said> now = replies.in(conversation.id());
        if (now.isEmpty()) {
            return;
        }
        Said next = now.get();
        int known = Optional.ofNullable(said)
                .filter(before -> before.turn().equals(next.turn()) && before.round() == next.round())
                .map(before -> before.pieces().size())
                .orElse(0);
        if (next.pieces().size() > known) {
            out.write(EventWire.delta(
                    next.turn(),
                    known,
                    String.join("", next.pieces().subList(known, next.pieces().size()))));
            out.flush();
            said = next;
        }
    }

    private void writeWhoWrites() throws IOException {
        String name = writes;
        if (name != null) {
            writes = null;
            out.write(EventWire.typing(name));
            out.flush();
        }
    }

    private enum Why {
        GROWN,
        SILENT,
        ENDED
    }

    private Why await(Duration atMost) throws IOException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!woken && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            boolean grown = woken;
            woken = false;
            return ended ? Why.ENDED : grown ? Why.GROWN : Why.SILENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the stream was interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private void signal(boolean forEver) {
        lock.lock();
        try {
            woken = true;
            ended |= forEver;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
