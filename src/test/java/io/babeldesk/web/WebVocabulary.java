package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.answer.ScriptedLanguageModel;
import io.babeldesk.answer.Summariser;
import io.babeldesk.answer.Translator;
import io.babeldesk.answer.guard.FaithfulTranslations;
import io.babeldesk.chat.ShopperChat;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Blocks;
import io.babeldesk.desk.CannedReplies;
import io.babeldesk.desk.Desk;
import io.babeldesk.desk.Interpreter;
import io.babeldesk.desk.MacroRuns;
import io.babeldesk.desk.Merging;
import io.babeldesk.desk.Passwords;
import io.babeldesk.desk.Presence;
import io.babeldesk.desk.SignIn;
import io.babeldesk.desk.SingleSignOn;
import io.babeldesk.desk.search.ConversationSearch;
import io.babeldesk.handoff.HandoffVocabulary;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.insight.FactsReader;
import io.babeldesk.insight.Reports;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.language.Writing;
import io.babeldesk.sentiment.SentimentReader;
import io.babeldesk.settings.Limit;
import io.babeldesk.settings.Rate;
import io.babeldesk.settings.Secret;
import io.babeldesk.store.FileShelf;
import io.babeldesk.store.LocalEventFeed;
import io.babeldesk.store.MemoryAccounts;
import io.babeldesk.store.MemoryCannedReplies;
import io.babeldesk.store.MemoryConversations;
import io.babeldesk.store.MemoryDesk;
import io.babeldesk.store.MemoryFacts;
import io.babeldesk.store.MemoryMacros;
import io.babeldesk.store.MemorySavedViews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The words in which the tests of the web room are written. Each test has a server of its own, on a free port. */
abstract class WebVocabulary {

    static final String IDENTITY_SECRET = "0123456789abcdef0123456789abcdef";

    final MemoryConversations conversations = new MemoryConversations();
    final LocalEventFeed feed = new LocalEventFeed();
    final EchoAnswerer answerer = new EchoAnswerer();
    final DemoShop shop = new DemoShop();
    final SettableClock clock = new SettableClock();
    /** The state of the model that words answers. */
    Supplier<String> model = () -> "not-configured";

    /** What a model says of a conversation. */
    String summary = "";

    final MemoryDesk keptAtDesk = new MemoryDesk();
    final MemoryFacts facts = new MemoryFacts();
    final Presence presence = new Presence(keptAtDesk, clock);
    private final ConversationSearch search = ConversationSearch.inMemory(conversations, feed);
    final Accounts accounts = MemoryAccounts.empty();
    final CannedReplies cannedReplies = new MemoryCannedReplies();
    final Passwords passwords = Passwords.ofNoCost();
    final SignIn signIn = signIn();

    @TempDir
    Path data;

    private final List<AutoCloseable> running = new ArrayList<>();
    WebServer server;
    Contract http;

    @BeforeEach
    void startServer() {
        server = serverWith(options());
        server.start();
        http = new Contract(URI.create("http://127.0.0.1:" + server.port()));
    }

    @AfterEach
    void closeAll() throws Exception {
        answerer.goesOn();
        for (AutoCloseable one : running.reversed()) {
            one.close();
        }
        assertThat(feed.listening()).as("listeners left behind").isZero();
    }

    /** What the server is started with; a test class may want something else. */
    WebOptions options() {
        return options(Map.of());
    }

    static WebOptions options(Map<Limit, Rate> rates) {
        return new WebOptions(
                "127.0.0.1",
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(new Secret(IDENTITY_SECRET)),
                Duration.ofHours(24),
                4_000,
                262_144,
                rates,
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2));
    }

    /** What holds for sign-ins; a test class may want something else. */
    SignIn signIn() {
        return new SignIn(accounts, passwords, Duration.ofHours(12), clock);
    }

    /** Nobody vouches for anybody unless a test class says who. */
    Optional<SingleSignOn> singleSignOn() {
        return Optional.empty();
    }

    /** A server that is not started, with a chat that replies. */
    WebServer serverWith(WebOptions options) {
        Metrics metrics = new Metrics();
        DeskRoom room = room();
        ShopperChat chat = new ShopperChat(
                conversations,
                feed,
                metrics.counting(answerer),
                (text, page, earlier) -> page.orElse(Language.ENGLISH),
                SentimentReader.shipped(),
                WebVocabulary::sorry,
                room.handoffs(),
                Clock.systemUTC(),
                "here");
        chat.start();
        WebServer made = new WebServer(
                options,
                new WebServer.Shop(
                        conversations,
                        new FileShelf(data),
                        new VirusScanner(virusScanner(), Duration.ofSeconds(2)),
                        feed,
                        chat,
                        room,
                        shop,
                        shop,
                        new Staff(accounts, signIn, passwords, cannedReplies, singleSignOn()),
                        new Messages(),
                        metrics,
                        SigningKey.in(data),
                        Map.of("model", () -> model.get()),
                        clock));
        running.add(chat);
        running.add(made);
        return made;
    }

    /** A test class may have files looked through. */
    Optional<InetSocketAddress> virusScanner() {
        return Optional.empty();
    }

    /** The shop with its rules; a test class may want others. */
    Edition edition() {
        return HandoffVocabulary.demo();
    }

    /** Where nobody works until a test lets somebody sign in. */
    DeskRoom room() {
        Handoffs handoffs = new Handoffs(conversations, feed, this::edition, presence, new Messages());
        Desk desk = new Desk(conversations, feed, handoffs, presence, HandoffVocabulary::rules, clock);
        return new DeskRoom(
                conversations,
                feed,
                handoffs,
                desk,
                presence,
                keptAtDesk,
                conversations.notifications(),
                new MemorySavedViews(),
                search,
                new Summariser(
                        Optional.of(ScriptedLanguageModel.doing(_ -> ScriptedLanguageModel.said(summary))),
                        System::nanoTime),
                new Interpreter(
                        translator(),
                        conversations,
                        conversations.translations(),
                        WebVocabulary::languageOf,
                        HandoffVocabulary::demo),
                new DeskTools(
                        new MemoryMacros(),
                        new MacroRuns(conversations, feed, handoffs, cannedReplies, accounts.agents(), clock),
                        new Blocks(conversations, feed, handoffs, clock),
                        new Merging(conversations, feed, handoffs, new Messages(), clock)),
                new Reports(new FactsReader(conversations, feed, facts), facts, clock));
    }

    /** What stands between agents and shoppers; off, as without a model. */
    Translator translator() {
        return new Translator(
                Optional.empty(), new FaithfulTranslations(List::of, WebVocabulary::languageOf), System::nanoTime);
    }

    /** Arabic by its letters; else as the page, or as before. */
    static Language languageOf(String text, Optional<Language> page, List<Language> earlier) {
        Language arabic = Language.of("ar");
        return text.codePoints().anyMatch(Character::isLetter) && Writing.mayBe(text, arabic)
                ? arabic
                : page.orElse(earlier.isEmpty() ? Language.ENGLISH : earlier.getLast());
    }

    HttpResponse<String> get(String path, String... headers) {
        return http.send("GET", path, "", headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return http.send("POST", path, body, headers);
    }

    /** Someone with a session. */
    final class Visitor {

        final String id;
        final String token;
        final String secret;

        Visitor(JsonNode session) {
            id = session.path("visitor_id").asText();
            token = session.path("token").asText();
            secret = session.path("visitor_secret").asText();
        }

        HttpResponse<String> send(String method, String path, String body, String... headers) {
            List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
            all.addAll(List.of(headers));
            return http.send(method, path, body, all.toArray(String[]::new));
        }

        HttpResponse<String> get(String path, String... headers) {
            return send("GET", path, "", headers);
        }

        HttpResponse<String> post(String path, String body, String... headers) {
            return send("POST", path, body, headers);
        }

        HttpResponse<String> put(String path, String body) {
            return send("PUT", path, body);
        }

        /** Returns its id. */
        String opensConversation() {
            return json(post("/api/v1/conversations", "{}")).path("id").asText();
        }

        /** Sends a text under a key of its own. */
        HttpResponse<String> says(String conversation, String text, String... headers) {
            List<String> all =
                    new ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
            all.addAll(List.of(headers));
            return post(messagesOf(conversation), textBody(text), all.toArray(String[]::new));
        }

        /** Sends a text and waits for what is replied. */
        JsonNode asks(String conversation, String text) {
            return json(says(conversation, text, "Prefer", "wait=10"));
        }
    }

    Visitor visitor() {
        return visitor("{\"site\":\"demo\"}");
    }

    Visitor visitor(String body) {
        HttpResponse<String> response = post("/api/v1/session", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new Visitor(json(response));
    }

    static String messagesOf(String conversation) {
        return "/api/v1/conversations/" + conversation + "/messages";
    }

    static String textBody(String text) {
        return new ObjectMapper().createObjectNode().put("text", text).toString();
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.body()).contains("\"code\":\"" + code + "\"");
        assertThat(response.statusCode()).isEqualTo(status);
    }

    private static AssistantReply sorry(Language language) {
        return new AssistantReply(
                ReplyKind.NEEDS_PERSON,
                language,
                Optional.empty(),
                0,
                PlainText.paragraph("write to us"),
                List.of(),
                List.of(),
                ReplyMode.PASSAGE);
    }
}
