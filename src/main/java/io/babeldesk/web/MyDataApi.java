package io.babeldesk.web;

import io.babeldesk.conversation.Attachments;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Score;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shopper's right to have all that is kept of her, and to have it erased (GDPR, articles 15, 17 and 20). */
final class MyDataApi {

    private final Conversations conversations;
    private final Attachments attachments;
    private final EventFeed feed;
    private final Visitors visitors;
    private final Transcripts transcripts;
    private final Clock clock;

    MyDataApi(
            Conversations conversations,
            Attachments attachments,
            EventFeed feed,
            Visitors visitors,
            Transcripts transcripts,
            Clock clock) {
        this.conversations = conversations;
        this.attachments = attachments;
        this.feed = feed;
        this.visitors = visitors;
        this.transcripts = transcripts;
        this.clock = clock;
    }

    record Export(String visitorId, @Nullable String createdAt, String exportedAt, List<Exported> conversations) {}

    record Exported(
            ConversationApi.Shown conversation, @Nullable Csat csat, List<WireTurns.Message> messages) {}

    record Csat(int score, @Nullable String comment, String at) {}

    void register(Routes routes) {
        routes.get("/api/v1/me/export", this::export).delete("/api/v1/me", this::erase);
    }

    private void export(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.EXPORT);
        Optional<Shopper> shopper = conversations.shopper(session.shopper());
        List<Exported> all = conversations.ofShopper(session.shopper()).stream()
                .map(this::exported)
                .toList();
        ctx.header("Content-Disposition", "attachment; filename=\"my-data.json\"");
        Json.answer(
                ctx,
                200,
                new Export(
                        session.shopper(),
                        shopper.map(known -> known.createdAt().toString()).orElse(null),
                        clock.instant().toString(),
                        all));
    }

    private Exported exported(Conversation conversation) {
        return new Exported(
                ConversationApi.Shown.of(conversation),
                conversations.scoreOf(conversation.id()).map(MyDataApi::csat).orElse(null),
                transcripts.messages(conversation));
    }

    private static Csat csat(Score score) {
        return new Csat(score.score(), score.comment().orElse(null), score.at().toString());
    }

    private void erase(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.ACT);
        List<Conversation> hers = conversations.ofShopper(session.shopper());
        conversations.erase(session.shopper(), clock.instant());
        hers.forEach(conversation -> {
            attachments.erase(conversation.id());
            feed.appended(conversation.id());
        });
        ctx.status(204);
    }
}
