package io.babeldesk.web;

import io.babeldesk.chat.OpenReplies;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Streams each conversation's events to whoever holds it open. A stream has one virtual thread, which reads the log from
 * the client's own number on whenever the feed says that it has grown. So there is no queue that could overflow: a
 * client that takes its bytes slowly only delays itself, and one that stops taking them is cut off and resumes later.
 */
final class LiveEvents implements AutoCloseable {

    private final Conversations conversations;
    private final EventFeed feed;
    private final OpenReplies replies;
    private final Visitors visitors;
    private final Duration heartbeat;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /** @param heartbeat after how much silence a stream shows that it lives; a dead peer shows only then */
    LiveEvents(
            Conversations conversations, EventFeed feed, OpenReplies replies, Visitors visitors, Duration heartbeat) {
        this.conversations = conversations;
        this.feed = feed;
        this.replies = replies;
        this.visitors = visitors;
        this.heartbeat = heartbeat;
    }

    void register(Routes routes) {
        routes.get("/api/v1/conversations/{conversation}/events", this::stream);
    }

    int openStreams() {
        return open.size();
    }

    private void stream(Context ctx) throws IOException {
        Tokens.Session session = visitors.admit(ctx, Limit.OPEN_STREAM);
        Conversation conversation = visitors.conversation(ctx, session);
        @Nullable String accept = ctx.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            throw Problem.of(ProblemCode.NOT_ACCEPTABLE);
        }
        long from = lastSeen(ctx).orElse(0L);
        if (closing) {
            throw Problem.of(ProblemCode.UNAVAILABLE);
        }
        ctx.status(200).contentType("text/event-stream; charset=utf-8");
        ctx.header("Cache-Control", "no-store");
        // Proxies that gather answers before they pass them on would hold events back.
        ctx.header("X-Accel-Buffering", "no");
        if (!ctx.req().getMethod().equals("HEAD")) {
            run(ctx, conversation, from);
        }
    }

    private void run(Context ctx, Conversation conversation, long from) throws IOException {
        LiveStream stream =
                new LiveStream(conversations, replies, conversation, ctx.res().getOutputStream(), from);
        open.add(stream);
        // Listening starts before the log is read, or an event could fall in between.
        try (EventFeed.Subscription _ = feed.listen(conversation.id(), stream);
                OpenReplies.Presence _ = replies.enter(conversation.id())) {
            if (closing) {
                stream.end();
            }
            ctx.res().flushBuffer();
            stream.run(heartbeat, () -> visitors.isStillAdmitted(ctx));
        } catch (IOException gone) {
            // The client went away, or does not take its bytes. It resumes from the last number that it got.
        } finally {
            open.remove(stream);
        }
    }

    /** The last number that the client got: as its browser sends it, or as it asks. */
    static Optional<Long> lastSeen(Context ctx) {
        @Nullable String last = ctx.header("Last-Event-ID");
        if (last == null || last.isBlank()) {
            return Query.number(ctx, "after", 0, Long.MAX_VALUE);
        }
        if (!last.strip().matches("[0-9]{1,18}")) {
            throw Problem.parameter("Last-Event-ID", "the number of an event");
        }
        return Optional.of(Long.parseLong(last.strip()));
    }

    /** Ends all streams; their clients resume elsewhere or later. */
    @Override
    public void close() {
        closing = true;
        open.forEach(LiveStream::end);
    }
}
