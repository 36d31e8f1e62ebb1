package io.babeldesk.web;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** One client's stream of one conversation. {@link #wake} and {@link #end} may come from any thread, at any time. */
final class LiveStream {

    private static final int BATCH = 100;

    private final Conversations conversations;
    private final Conversation conversation;
    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private boolean ended;
    private long last;

    /** @param last the number of the newest event that the client has */
    LiveStream(Conversations conversations, Conversation conversation, OutputStream out, long last) {
        this.conversations = conversations;
        this.conversation = conversation;
        this.out = out;
        this.last = last;
    }

    void wake() {
        signal(false);
    }

    void end() {
        signal(true);
    }

    /** Writes until it is ended, the client is gone, or may not read on. */
    void run(Duration heartbeat, BooleanSupplier mayReadOn) throws IOException {
        skipBackIfBeyondTheEnd();
        while (true) {
            writeNews();
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
                    out.write(EventWire.of(event, conversation));
                }
            }
            out.flush();
        } while (events.size() == BATCH);
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
