package io.babeldesk.web;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Notification;
import io.babeldesk.conversation.Notifications;
import io.babeldesk.conversation.Notifications.Page;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Turn;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an agent is told of. Whoever asks sees her own, and nobody else's. */
final class NotificationApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Pattern ID = Pattern.compile("ntf_([0-9]{1,18})");

    private final DeskRoom room;
    private final Notifications notifications;
    private final DeskDoor door;
    private final Body body;
    private final Consumer<AgentId> heard;
    private final Clock clock;

    /** @param heard is told whose notifications were read, so that her other pages hear of it */
    NotificationApi(DeskRoom room, DeskDoor door, Body body, Consumer<AgentId> heard, Clock clock) {
        this.room = room;
        this.notifications = room.notifications();
        this.door = door;
        this.body = body;
        this.heard = heard;
        this.clock = clock;
    }

    record Listed(List<Told> data, @Nullable String nextCursor, boolean hasMore, long unread) {}

    /** @param name as the shop knows the shopper */
    record About(String id, @Nullable String name) {}

    /**
     * @param agent who caused it; nobody where it was the service
     * @param text the note's beginning
     */
    record Told(
            String id,
            String kind,
            String conversation,
            About shopper,
            WireDesk.@Nullable Person agent,
            @Nullable String text,
            boolean read,
            String createdAt) {}

    record Unread(long unread) {}

    void register(Routes routes) {
        routes.get("/agent/v1/notifications", this::list).post("/agent/v1/notifications/read", this::read);
    }

    private void list(Context ctx) {
        AgentId agent = door.agent(ctx).id();
        Page page = new Page(
                Query.text(ctx, "unread").filter("true"::equals).isPresent(),
                Query.text(ctx, "cursor")
                        .map(cursor -> position(cursor)
                                .orElseThrow(() -> Problem.parameter("cursor", "the next_cursor of a page"))),
                Query.number(ctx, "limit", 1, MOST).map(Math::toIntExact).orElse(USUAL));
        List<Notification> found = notifications.of(agent, page);
        Optional<String> next = found.size() < page.limit() ? Optional.empty() : Optional.of(id(found.getLast()));
        Json.answer(
                ctx,
                200,
                new Listed(
                        found.stream().map(this::told).toList(),
                        next.orElse(null),
                        next.isPresent(),
                        notifications.unread(agent)));
    }

    private void read(Context ctx) {
        AgentId agent = door.agent(ctx).id();
        Fields fields = body.read(ctx);
        Optional<Long> upTo = position(fields.text("up_to"));
        Optional<String> conversation = fields.optionalText("conversation");
        if (upTo.isEmpty() && fields.isSound()) {
            fields.expected("up_to", "the id of the newest notification that was seen");
        }
        fields.check();
        if (notifications.read(agent, conversation, upTo.orElseThrow(), clock.instant())) {
            heard.accept(agent);
        }
        Json.answer(ctx, 200, new Unread(notifications.unread(agent)));
    }

    private Told told(Notification one) {
        String conversation = one.event().conversation();
        return new Told(
                id(one),
                WireDesk.lower(one.kind()),
                conversation,
                room.conversations()
                        .handled(conversation)
                        .map(this::about)
                        .orElseThrow(() -> new IllegalStateException("a notification of no conversation")),
                one.by().map(WireDesk::person).orElse(null),
                one.note().map(Turn::text).map(WireDesk::line).orElse(null),
                one.read(),
                one.event().at().toString());
    }

    private About about(Handled handled) {
        return new About(
                handled.conversation().shopper(),
                door.customerOf(handled).flatMap(Shopper.Customer::name).orElse(null));
    }

    private static String id(Notification one) {
        return "ntf_" + one.event().position();
    }

    private static Optional<Long> position(String id) {
        return Optional.of(ID.matcher(id)).filter(Matcher::matches).map(found -> Long.parseLong(found.group(1)));
    }
}
