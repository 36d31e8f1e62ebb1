package io.babeldesk.web;

import io.babeldesk.chat.ShopperChat;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Deed;
import io.babeldesk.desk.Desk;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the assistant would say, whispered to an agent, and what became of it. It is never sent by itself. */
final class SuggestionApi {

    private static final String SUGGEST = "/agent/v1/conversations/{conversation}/suggest";

    private final Conversations conversations;
    private final Desk desk;
    private final ShopperChat chat;
    private final Accounts accounts;
    private final DeskDoor door;
    private final Body body;
    private final Clock clock;

    SuggestionApi(DeskRoom room, ShopperChat chat, Accounts accounts, DeskDoor door, Body body, Clock clock) {
        this.conversations = room.conversations();
        this.desk = room.desk();
        this.chat = chat;
        this.accounts = accounts;
        this.door = door;
        this.body = body;
        this.clock = clock;
    }

    /** @param turn of the shopper that it answers, the last one; names it when its outcome is told */
    record Suggested(
            @Nullable String turn,
            String text,
            List<WireBlocks.Node> blocks,
            String language,
            String reply,
            double confidence,
            List<WireDesk.Cited> sources) {}

    void register(Routes routes) {
        routes.post(SUGGEST, this::suggest).post(SUGGEST + "/{turn}/outcome", this::judge);
    }

    private void suggest(Context ctx) {
        door.agent(ctx);
        String conversation = door.conversation(ctx).conversation().id();
        AssistantReply reply = chat.draft(conversation).orElseThrow(() -> Problem.of(ProblemCode.WRONG_STATE));
        Json.answer(
                ctx,
                200,
                new Suggested(
                        asked(conversation).orElse(null),
                        reply.text(),
                        WireBlocks.of(reply.blocks()),
                        reply.language().code(),
                        WireTurns.kind(reply.kind()),
                        reply.confidence(),
                        WireDesk.cited(reply.sources())));
    }

    private Optional<String> asked(String conversation) {
        return conversations.turns(conversation, Page.newest(Page.MOST)).reversed().stream()
                .filter(Turn.OfShopper.class::isInstance)
                .map(Turn::id)
                .findFirst();
    }

    private void judge(Context ctx) {
        Speaker agent = door.agent(ctx);
        Fields fields = body.read(ctx);
        String conversation = door.conversation(ctx).conversation().id();
        String given = fields.text("outcome");
        Optional<Event.Outcome> outcome = Stream.of(Event.Outcome.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst();
        if (outcome.isEmpty() && fields.isSound()) {
            fields.expected("outcome", "accepted, edited or rejected");
        }
        fields.check();
        String turn = ctx.pathParam("turn");
        if (conversations
                .conversationOf(turn)
                .filter(found -> found.id().equals(conversation))
                .isEmpty()) {
            throw Problem.of(ProblemCode.UNKNOWN_MESSAGE);
        }
        Deed deed = desk.judge(conversation, new Event.Body.SuggestionJudged(turn, outcome.orElseThrow(), agent));
        if (deed instanceof Deed.NoSuchConversation) {
            throw Problem.of(ProblemCode.UNKNOWN_CONVERSATION);
        }
        accounts.audit().add(clock.instant(), agent.id().value(), "suggestion-" + given, conversation, "");
        ctx.status(204);
    }
}
