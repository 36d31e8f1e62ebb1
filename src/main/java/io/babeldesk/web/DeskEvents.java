package io.babeldesk.web;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.EventFeed.Signal;
import io.babeldesk.conversation.Notification;
import io.babeldesk.conversation.Notifications;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.Right;
import io.babeldesk.desk.SignIn.Present;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Streams what happens at the desk to each console. As with shoppers' streams, each has a thread of its own that reads
 * the log from the client's own position on; only what is not logged waits in a short queue, from which the oldest is
 * left out if a console does not keep up.
 */
final class DeskEvents implements AutoCloseable {

    private static final int BATCH = 200;
    private static final int PASSING = 64;
    private static final RouteRights.Access.Needs RIGHT = new RouteRights.Access.Needs(Right.READ_CONVERSATIONS);

    private final Conversations conversations;
    private final Notifications notifications;
    private final EventFeed feed;
    private final DeskDoor desk;
    private final StaffDoor door;
    private final Duration heartbeat;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    DeskEvents(DeskRoom room, DeskDoor desk, StaffDoor door, Duration heartbeat) {
        this.conversations = room.conversations();
        this.notifications = room.notifications();
        this.feed = room.feed();
        this.desk = desk;
        this.door = door;
        this.heartbeat = heartbeat;
    }

    void register(Routes routes) {
        routes.get("/agent/v1/events", this::stream);
    }

    int openStreams() {
        return open.size();
    }

    /** Tells all consoles of an agent what she is told of and has not read. */
    void heard(AgentId agent) {
        open.stream().filter(stream -> stream.isOf(agent)).forEach(Stream::heard);
    }

    private void stream(Context ctx) throws IOException {
        @Nullable String accept = ctx.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            throw Problem.of(ProblemCode.NOT_ACCEPTABLE);
        }
        Optional<Long> from = LiveEvents.lastSeen(ctx);
        if (closing) {
            throw Problem.of(ProblemCode.UNAVAILABLE);
        }
        ctx.status(200).contentType("text/event-stream; charset=utf-8");
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Accel-Buffering", "no");
        if (ctx.req().getMethod().equals("HEAD")) {
            return;
        }
        Stream stream = new Stream(StaffDoor.present(ctx), ctx.res().getOutputStream());
        open.add(stream);
        // Listening starts before the log is read, or an event could fall in between.
        try (EventFeed.Subscription _ = feed.listenToAll(stream)) {
            stream.run(ctx, from);
        } catch (IOException gone) {
            // The console went away, or does not take its bytes. It resumes from the last position that it got.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(stream);
        }
    }

    /** Ends all streams; their consoles resume elsewhere or later. */
    @Override
    public void close() {
        closing = true;
        open.forEach(Stream::end);
    }

    /** One console's stream. */
    private final class Stream implements EventFeed.WideListener {

        private static final byte[] GROWN = {};
        private static final byte[] END = {};

        private final Present present;
        private final OutputStream out;
        private final BlockingQueue<byte[]> passing = new ArrayBlockingQueue<>(PASSING);
        private volatile boolean ended;
        private volatile boolean told = true;
        private long last;

        Stream(Present present, OutputStream out) {
            this.present = present;
            this.out = out;
        }

        @Override
        public void grown() {
            offer(GROWN);
        }

        @Override
        public void signalled(String conversation, Signal signal) {
            DeskWire.of(conversation, signal).ifPresent(this::offer);
        }

        boolean isOf(AgentId agent) {
            return present.agent().id().equals(agent);
        }

        void heard() {
            told = true;
            offer(GROWN);
        }

        void end() {
            ended = true;
            offer(END);
        }

        private void offer(byte[] news) {
            while (!passing.offer(news)) {
                passing.poll();
            }
        }

        void run(Context ctx, Optional<Long> from) throws IOException, InterruptedException {
            long newest = conversations.newestPosition();
            // Before the console hears that the stream is there: it looks at the list then, and what comes after that
            // look has to be told.
            last = from.filter(position -> position <= newest).orElse(newest);
            ctx.res().flushBuffer();
            if (from.filter(position -> position > newest).isPresent()) {
                out.write(DeskWire.resync(newest));
            }
            out.write(EventWire.HEARTBEAT);
            out.write(DeskWire.queue(conversations));
            out.flush();
            seen();
            while (!ended) {
                writeNews();
                byte[] news = passing.poll(heartbeat.toNanos(), TimeUnit.NANOSECONDS);
                if (news == null) {
                    if (!door.isStillAdmitted(ctx, RIGHT)) {
                        return;
                    }
                    out.write(EventWire.HEARTBEAT);
                    out.flush();
                    seen();
                } else if (news.length > 0) {
                    out.write(news);
                    out.flush();
                }
            }
        }

        /** An open console is somebody at the desk. */
        private void seen() {
            if (present.session().isPresent()) {
                desk.sees(present.agent());
            }
        }

        private void writeNews() throws IOException {
            List<Event> events;
            boolean moved = false;
            do {
                events = conversations.eventsBeyond(last, BATCH);
                for (Event event : events) {
                    last = event.position();
                    moved |= event.body() instanceof Event.Body.StateChanged;
                    if (isToldTo(event)) {
                        told = true;
                    }
                    out.write(DeskWire.of(event));
                }
            } while (events.size() == BATCH);
            if (moved) {
                out.write(DeskWire.queue(conversations));
            }
            if (told) {
                told = false;
                out.write(DeskWire.notifications(
                        notifications.unread(present.agent().id())));
            }
            out.flush();
        }

        /** Whether it tells her something, or takes back what it told. */
        private boolean isToldTo(Event event) {
            return Notification.of(event.body()).containsKey(present.agent().id())
                    || (event.body() instanceof Event.Body.TurnUpdated updated
                            && updated.turn() instanceof Turn.OfNote);
        }
    }
}
