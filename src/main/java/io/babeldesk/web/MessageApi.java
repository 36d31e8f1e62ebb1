package io.babeldesk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.babeldesk.chat.ShopperChat;
import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Attachments;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Turn;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a shopper says, and her rating of what she was told. */
final class MessageApi {

    private static final Set<ConversationState> ASSISTED = Set.of(ConversationState.ASSISTANT);
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,9})");
    private static final int LONGEST_WAIT = 60;
    private static final int MOST_FILES = 10;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final Conversations conversations;
    private final EventFeed feed;
    private final ShopperChat chat;
    private final ShopFront shopFront;
    private final Attachments attachments;
    private final Visitors visitors;
    private final Body body;
    private final int textLimit;
    private final Clock clock;

    MessageApi(
            Conversations conversations,
            EventFeed feed,
            ShopperChat chat,
            ShopFront shopFront,
            Attachments attachments,
            Visitors visitors,
            Body body,
            int textLimit,
            Clock clock) {
        this.conversations = conversations;
        this.feed = feed;
        this.chat = chat;
        this.shopFront = shopFront;
        this.attachments = attachments;
        this.visitors = visitors;
        this.body = body;
        this.textLimit = textLimit;
        this.clock = clock;
    }

    record Accepted(String id, long seq) {}

    record Answered(String id, long seq, WireTurns.Reply reply) {}

    /** Nobody but a person will answer this, and a person takes her time. */
    record WithPerson(
            String id,
            long seq,
            @JsonInclude(JsonInclude.Include.ALWAYS) WireTurns.@Nullable Reply reply,
            String state) {}

    void register(Routes routes) {
        routes.post("/api/v1/conversations/{conversation}/messages", this::receive)
                .put("/api/v1/messages/{message}/rating", this::rate);
    }

    private void receive(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.SEND_MESSAGE);
        Conversation conversation = visitors.conversation(ctx, session);
        String key = keyOf(ctx);
        Fields fields = body.read(ctx);
        String text = MessageText.in(fields, "text", textLimit);
        Optional<String> locale = fields.locale("locale");
        Optional<Market> market = fields.market("market", shopFront.shop().markets());
        List<Attachment> files = filesOf(fields, conversation.id());
        fields.check();
        String digest = Digests.of(text + "\n" + locale.orElse("") + "\n"
                + market.map(Market::code).orElse("")
                + files.stream().map(Attachment::toString).collect(Collectors.joining()));
        Receipt receipt = chat.receive(
                conversation,
                new ShopperChat.Incoming(
                        key, digest, text, locale.or(session::locale), market.or(session::market), files),
                visitors.addressOf(ctx));
        switch (receipt) {
            case Receipt.Accepted accepted -> answer(ctx, conversation.id(), accepted);
            case Receipt.KeyReused reused -> throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case Receipt.ConversationClosed closed -> throw Problem.of(ProblemCode.CONVERSATION_CLOSED);
            case Receipt.ShopperBlocked blocked -> throw Problem.of(ProblemCode.BLOCKED);
            case Receipt.NoSuchConversation none -> throw Problem.of(ProblemCode.UNKNOWN_CONVERSATION);
        }
    }

    private void answer(Context ctx, String conversation, Receipt.Accepted accepted) {
        Optional<Integer> wait = waitOf(ctx);
        if (wait.isEmpty()) {
            Json.answer(ctx, 202, new Accepted(accepted.turn(), accepted.seq()));
            return;
        }
        ctx.header("Preference-Applied", "wait=" + wait.get());
        Optional<Turn.OfAssistant> reply = chat.await(conversation, accepted.turn(), Duration.ofSeconds(wait.get()));
        if (reply.isPresent()) {
            WireTurns.Reply shown = WireTurns.reply(
                    reply.get(), conversations.provenance(reply.get().id()));
            Json.answer(ctx, 200, new Answered(accepted.turn(), accepted.seq(), shown));
            return;
        }
        ConversationState state = conversations
                .find(conversation)
                .map(Conversation::state)
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_CONVERSATION));
        if (ASSISTED.contains(state)) {
            Json.answer(ctx, 202, new Accepted(accepted.turn(), accepted.seq()));
        } else {
            String name = ConversationApi.stateOf(state);
            Json.answer(ctx, 200, new WithPerson(accepted.turn(), accepted.seq(), null, name));
        }
    }

    private void rate(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.ACT);
        Turn turn = visitors.message(ctx, session);
        Fields fields = body.read(ctx);
        boolean helpful = fields.truth("helpful");
        fields.check();
        if (!conversations.rate(turn.id(), helpful, clock.instant())) {
            throw Problem.of(ProblemCode.UNKNOWN_MESSAGE);
        }
        conversations.conversationOf(turn.id()).map(Conversation::id).ifPresent(feed::appended);
        ctx.status(204);
    }

    /** What she uploaded to this conversation before, in her words. */
    private List<Attachment> filesOf(Fields fields, String conversation) {
        List<Attachment> files = new ArrayList<>();
        for (Fields file : fields.objects("files", MOST_FILES)) {
            String alt = MessageText.clean(file.optionalText("alt").orElse(""));
            Optional<Attachment> kept = attachments.send(conversation, file.text("id"));
            kept.ifPresentOrElse(
                    known -> files.add(known.described(alt)),
                    () -> fields.fault("files", ProblemCode.UNKNOWN_FILE, Map.of()));
        }
        return List.copyOf(files);
    }

    private static String keyOf(Context ctx) {
        @Nullable String key = ctx.header("Idempotency-Key");
        if (key == null || key.isBlank()) {
            throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.parameter("Idempotency-Key", "1 to 255 visible ASCII characters");
        }
        return key;
    }

    /** In seconds (RFC 7240, 4.3). What is not understood is passed over, as that RFC wants. */
    private static Optional<Integer> waitOf(Context ctx) {
        @Nullable String prefer = ctx.header("Prefer");
        if (prefer == null) {
            return Optional.empty();
        }
        Matcher match = WAIT.matcher(prefer);
        return match.find() ? Optional.of(Math.min(LONGEST_WAIT, Integer.parseInt(match.group(1)))) : Optional.empty();
    }
}
