package io.babeldesk.web;

import io.babeldesk.chat.ShopperChat;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.ScoreQuestion;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.EventFeed.Signal;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conversations as a whole: opening, finding and ending them. */
final class ConversationApi {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,190}\\.[^\\s@<>.]{2,}");

    private final Conversations conversations;
    private final EventFeed feed;
    private final ShopperChat chat;
    private final Handoffs handoffs;
    private final Messages messages;
    private final ShopFront shopFront;
    private final Visitors visitors;
    private final Body body;
    private final Repeats repeats;
    private final Clock clock;

    ConversationApi(
            Conversations conversations,
            EventFeed feed,
            ShopperChat chat,
            Handoffs handoffs,
            Messages messages,
            ShopFront shopFront,
            Visitors visitors,
            Body body,
            Clock clock) {
        this.conversations = conversations;
        this.feed = feed;
        this.chat = chat;
        this.handoffs = handoffs;
        this.messages = messages;
        this.shopFront = shopFront;
        this.visitors = visitors;
        this.body = body;
        this.repeats = new Repeats(clock);
        this.clock = clock;
    }

    record Shown(
            String id,
            String state,
            String language,
            @Nullable String market,
            long lastSeq,
            @Nullable String csatQuestion,
            String createdAt,
            String updatedAt) {

        static Shown of(Conversation conversation) {
            return of(conversation, Optional.empty());
        }

        /** @param question for a score, which she was asked and has not answered */
        static Shown of(Conversation conversation, Optional<ScoreQuestion> question) {
            return new Shown(
                    conversation.id(),
                    stateOf(conversation.state()),
                    conversation.language().code(),
                    conversation.market().map(Market::code).orElse(null),
                    conversation.lastSeq(),
                    question.map(ScoreQuestion::text).orElse(null),
                    conversation.createdAt().toString(),
                    conversation.updatedAt().toString());
        }
    }

    record Listed(List<Shown> data, @Nullable String nextCursor, boolean hasMore) {}

    record Moved(String state) {}

    record NoPerson(String state, Reachable contact) {}

    /** @param hours when people are there, in words */
    record Reachable(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String url,
            String hours) {}

    void register(Routes routes) {
        routes.post("/api/v1/conversations", this::open)
                .get("/api/v1/conversations", this::list)
                .get("/api/v1/conversations/{conversation}", this::show)
                .post("/api/v1/conversations/{conversation}/close", this::close)
                .post("/api/v1/conversations/{conversation}/handoff", this::handOff)
                .delete("/api/v1/conversations/{conversation}/handoff", this::withdraw)
                .post("/api/v1/conversations/{conversation}/stop", this::stop)
                .post("/api/v1/conversations/{conversation}/typing", this::typing)
                .post("/api/v1/conversations/{conversation}/read", this::read);
    }

    private void open(Context ctx) {
        Tokens.Session session = visitors.admitUnlessBlocked(ctx, Limit.OPEN_CONVERSATION);
        Fields fields = body.read(ctx);
        Optional<String> locale = fields.locale("locale").or(session::locale);
        Optional<Market> market =
                fields.market("market", shopFront.shop().markets()).or(session::market);
        fields.check();
        Language language =
                locale.flatMap(Language::ofTag).orElseGet(() -> shopFront.shop().defaultLanguage());
        String digest = Digests.of(language + "\n" + market.map(Market::code).orElse(""));
        String id = repeats.once(
                ctx,
                session.shopper(),
                digest,
                () -> conversations
                        .open(session.shopper(), language, market, clock.instant())
                        .id());
        Conversation opened = conversations.find(id).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_CONVERSATION));
        ctx.header("Location", "/api/v1/conversations/" + opened.id());
        Json.answer(ctx, 201, Shown.of(opened));
    }

    private void list(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.READ);
        List<Shown> hers = conversations.ofShopper(session.shopper()).stream()
                .map(Shown::of)
                .toList();
        Json.answer(ctx, 200, new Listed(hers, null, false));
    }

    private void show(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.READ);
        Conversation conversation = visitors.conversation(ctx, session);
        Json.answer(ctx, 200, Shown.of(conversation, question(conversation)));
    }

    private Optional<ScoreQuestion> question(Conversation conversation) {
        return switch (conversation.state()) {
            case RESOLVED, CLOSED ->
                conversations.scoreOf(conversation.id()).isPresent()
                        ? Optional.empty()
                        : conversations.scoreQuestion(conversation.id());
            case ASSISTANT, QUEUED, OPEN, WAITING, SNOOZED -> Optional.empty();
        };
    }

    private void close(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.ACT);
        Conversation conversation = visitors.conversation(ctx, session);
        handoffs.close(conversation.id(), clock.instant());
        Json.answer(
                ctx, 200, new Moved(stateOf(visitors.conversation(ctx, session).state())));
    }

    /** Queues at any hour, and tells how people are reached otherwise. */
    private void handOff(Context ctx) {
        Tokens.Session session = visitors.admitUnlessBlocked(ctx, Limit.ACT);
        Conversation asked = visitors.conversation(ctx, session);
        Fields fields = body.read(ctx);
        Optional<String> email = fields.optionalText("email");
        email.filter(text -> !EMAIL.matcher(text).matches())
                .ifPresent(text -> fields.fault(
                        "email", ProblemCode.INVALID_FIELD, Map.of("field", "email", "expected", "an e-mail address")));
        fields.check();
        if (handoffs.ask(asked.id(), clock.instant()) == Handoffs.Wish.NOT_POSSIBLE) {
            throw Problem.of(ProblemCode.CONVERSATION_CLOSED);
        }
        email.ifPresent(address -> handoffs.leaveEmail(asked.id(), address, clock.instant()));
        Conversation conversation = visitors.conversation(ctx, session);
        ConfigApi.Contact contact = ConfigApi.contact(shopFront.shop().contact());
        String hours = shopFront.hours(conversation.language()).text();
        Json.answer(
                ctx,
                200,
                new NoPerson(
                        stateOf(conversation.state()),
                        new Reachable(contact.email(), contact.phone(), contact.url(), hours)));
    }

    /** She needs no person any more. */
    private void withdraw(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.ACT);
        Conversation conversation = visitors.conversation(ctx, session);
        handoffs.withdraw(conversation.id(), clock.instant());
        Json.answer(
                ctx, 200, new Moved(stateOf(visitors.conversation(ctx, session).state())));
    }

    /** Each message gets one reply, so that one that is stopped gets the reply that it was. */
    private void stop(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.ACT);
        Conversation conversation = visitors.conversation(ctx, session);
        body.read(ctx);
        Language language = conversation.language();
        chat.stop(
                conversation.id(),
                new AssistantReply(
                        ReplyKind.STOPPED,
                        language,
                        Optional.empty(),
                        0,
                        PlainText.paragraph(messages.say(language, "reply.stopped")),
                        List.of(),
                        List.of(),
                        ReplyMode.PASSAGE));
        ctx.status(204);
    }

    private void typing(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.ACT);
        Conversation conversation = visitors.conversation(ctx, session);
        body.read(ctx);
        feed.signal(conversation.id(), new Signal.ShopperTypes());
        ctx.status(204);
    }

    private void read(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.ACT);
        Conversation conversation = visitors.conversation(ctx, session);
        Fields fields = body.read(ctx);
        long seq = fields.optionalNumber("seq").orElse(conversation.lastSeq());
        fields.check();
        feed.signal(conversation.id(), new Signal.ShopperHasRead(Math.min(seq, conversation.lastSeq())));
        ctx.status(204);
    }

    static String stateOf(ConversationState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
