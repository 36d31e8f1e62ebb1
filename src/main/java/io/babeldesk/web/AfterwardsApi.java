package io.babeldesk.web;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When the talking is done: how it was, and a copy to keep. */
final class AfterwardsApi {

    private final Conversations conversations;
    private final EventFeed feed;
    private final Visitors visitors;
    private final Body body;
    private final Transcripts transcripts;
    private final ShopFront shopFront;
    private final Clock clock;

    AfterwardsApi(
            Conversations conversations,
            EventFeed feed,
            Visitors visitors,
            Body body,
            Transcripts transcripts,
            ShopFront shopFront,
            Clock clock) {
        this.conversations = conversations;
        this.feed = feed;
        this.visitors = visitors;
        this.body = body;
        this.transcripts = transcripts;
        this.shopFront = shopFront;
        this.clock = clock;
    }

    record Transcript(ConversationApi.Shown conversation, List<WireTurns.Message> messages) {}

    void register(Routes routes) {
        routes.put("/api/v1/conversations/{conversation}/csat", this::score)
                .get("/api/v1/conversations/{conversation}/transcript", this::transcript);
    }

    private void score(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.ACT);
        Conversation conversation = visitors.conversation(ctx, session);
        Fields fields = body.read(ctx);
        int score = fields.number("score", 1, 5);
        Optional<String> comment =
                fields.optionalText("comment").map(MessageText::clean).filter(text -> !MessageText.isBlank(text));
        fields.check();
        conversations.score(conversation.id(), score, comment, clock.instant());
        feed.appended(conversation.id());
        ctx.status(204);
    }

    private void transcript(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.EXPORT);
        Conversation conversation = visitors.conversation(ctx, session);
        String format = Query.text(ctx, "format").orElse("txt");
        switch (format) {
            case "txt" -> {
                attach(ctx, "txt");
                ctx.header("Cache-Control", "no-store");
                ctx.contentType("text/plain; charset=utf-8")
                        .result(transcripts.text(conversation, zone(ctx, conversation)));
            }
            case "json" -> {
                attach(ctx, "json");
                Json.answer(
                        ctx,
                        200,
                        new Transcript(ConversationApi.Shown.of(conversation), transcripts.messages(conversation)));
            }
            default -> throw Problem.parameter("format", "txt or json");
        }
    }

    /** Hers if she names it, else the shop's. */
    private ZoneId zone(Context ctx, Conversation conversation) {
        return Query.zone(ctx, "time_zone")
                .orElseGet(
                        () -> ZoneId.of(shopFront.hours(conversation.language()).timeZone()));
    }

    private static void attach(Context ctx, String ending) {
        ctx.header("Content-Disposition", "attachment; filename=\"conversation." + ending + "\"");
    }
}
