package io.babeldesk.web;

import static io.babeldesk.answer.llm.FaultyModelServer.begin;
import static io.babeldesk.answer.llm.FaultyModelServer.end;
import static io.babeldesk.answer.llm.FaultyModelServer.event;
import static io.babeldesk.answer.llm.FaultyModelServer.status;
import static io.babeldesk.answer.llm.FaultyModelServer.word;
import static io.babeldesk.answer.llm.FaultyModelServer.words;
import static io.babeldesk.answer.llm.FaultyModelServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.Assembly;
import io.babeldesk.answer.llm.FaultyModelServer;
import io.babeldesk.answer.llm.FaultyModelServer.Manner;
import io.babeldesk.cli.Services;
import io.babeldesk.knowledge.index.DemoIndex;
import io.babeldesk.web.EventReader.Received;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The whole service with a real model's server behind it, as a shopper sees them: over HTTP, sentence by sentence. */
@Timeout(120)
class WordedRepliesTest {

    private static final String QUESTION = "How long do I have to return shoes?";
    private static final String FIRST = "You have 30 days after delivery to return most items.";
    private static final String SECOND = "You do not need to give a reason.";
    private static final String WHOLE = "[1] " + FIRST + "\n[1] " + SECOND + "\n";
    private static final Manner GOOD = words(0, WHOLE);

    /** One good sentence, and then nothing that would be one. */
    private static final Manner WITHOUT_END = out -> {
        begin(out);
        word(out, "[1] " + FIRST + "\n");
        while (true) {
            word(out, " ");
            Thread.sleep(20);
        }
    };

    private static final AtomicReference<Manner> MANNER = new AtomicReference<>(GOOD);
    private static FaultyModelServer model;
    private static Services.Running service;
    private static Contract http;

    @TempDir
    static Path data;

    private String token;
    private String conversation;

    @BeforeAll
    static void start() throws IOException {
        model = new FaultyModelServer(out -> MANNER.get().answer(out));
        service = new Assembly()
                .serve(Map.of(
                        "PORT", "0",
                        "DATA", DemoIndex.into(data).toString(),
                        "KNOWLEDGE_BASE", "knowledge-base",
                        "LLM_BASE_URL", model.url().toString(),
                        "LLM_IDLE_TIMEOUT", "1s",
                        "LLM_VISITOR_TOKEN_BUDGET", "0",
                        "LLM_ADDRESS_TOKEN_BUDGET", "0",
                        "LLM_PRICES", "default=1/2"));
        http = new Contract(URI.create(service.url().toString().replaceFirst("/$", "")));
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        model.close();
    }

    @BeforeEach
    void aShopperIsHere() {
        MANNER.set(GOOD);
        JsonNode session = WebVocabulary.json(
                http.send("POST", "/api/v1/session", "{\"site\":\"demo\",\"locale\":\"en\",\"market\":\"DE\"}"));
        token = session.path("token").asText();
        conversation = WebVocabulary.json(post("/api/v1/conversations", "{}"))
                .path("id")
                .asText();
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        return http.send("POST", path, body, all.toArray(String[]::new));
    }

    private JsonNode asks(String text) {
        return WebVocabulary.json(says(text, "Prefer", "wait=30")).path("reply");
    }

    private HttpResponse<String> says(String text, String... headers) {
        List<String> all =
                new ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        all.addAll(List.of(headers));
        return post(WebVocabulary.messagesOf(conversation), WebVocabulary.textBody(text), all.toArray(String[]::new));
    }

    private EventReader listens() throws Exception {
        return new EventReader(http, "/api/v1/conversations/" + conversation + "/events", token);
    }

    private static String deltas(List<Received> events) {
        StringBuilder said = new StringBuilder();
        events.stream()
                .filter(event -> event.type().equals("turn.delta"))
                .forEach(event -> said.append(
                        WebVocabulary.json(event.data()).path("text").asText()));
        return said.toString();
    }

    private static JsonNode last(List<Received> events) {
        return WebVocabulary.json(events.getLast().data());
    }

    /** What is said where the model says nothing. */
    private String passage() {
        Manner before = MANNER.getAndSet(words(0));
        String text = asks(QUESTION).path("text").asText();
        MANNER.set(before);
        anotherConversation();
        return text;
    }

    @Test
    void aReplyComesSentenceBySentenceAndSaysThatSoftwareSpeaks() throws Exception {
        MANNER.set(words(60, "[1] " + FIRST, "\n[1] ", SECOND + "\n"));
        try (EventReader reader = listens()) {
            says(QUESTION);
            List<Received> events = reader.until("turn.completed");
            assertThat(events.stream().filter(event -> event.type().equals("turn.delta")))
                    .hasSizeGreaterThanOrEqualTo(2);
            JsonNode begun = WebVocabulary.json(events.get(1).data()).path("turn");
            assertThat(begun.path("automated").asBoolean())
                    .as("from its beginning")
                    .isTrue();
            assertThat(last(events).path("automated").asBoolean()).isTrue();
            assertThat(last(events).path("mode").asText()).isEqualTo("model");
            assertThat(last(events).path("text").asText()).isEqualTo(FIRST + " " + SECOND);
            assertThat(deltas(events)).isEqualTo(FIRST + " " + SECOND);
            assertThat(last(events).at("/sources/0/article").asText()).isEqualTo("returns/return-window");
        }
        JsonNode turns = WebVocabulary.json(
                http.send("GET", WebVocabulary.messagesOf(conversation), "", "Authorization", "Bearer " + token));
        assertThat(turns.at("/data/0").has("automated")).as("the shopper's").isFalse();
        assertThat(turns.at("/data/1/automated").asBoolean())
                .as("the assistant's")
                .isTrue();
    }

    /**
     * Wherever a stream breaks, and however: what was heard stays, the passage follows, nothing stands twice and nothing
     * is lost. The time is looked at in the middle of all cases, since a busy machine makes single ones long.
     */
    @Test
    void thePassageTakesOverWithinASecondWhereverTheStreamBreaks() throws Exception {
        String passage = passage();
        List<Long> waits = new ArrayList<>();
        List<Integer> cuts = List.of(0, 1, 4, 20, WHOLE.indexOf('\n'), WHOLE.indexOf('\n') + 1, 70, WHOLE.length() - 1);
        for (int cut : cuts) {
            for (Breaking how : BREAKINGS) {
                AtomicReference<Instant> broken = new AtomicReference<>();
                MANNER.set(out -> {
                    begin(out);
                    for (int i = 0; i < cut; i += 7) {
                        word(out, WHOLE.substring(i, Math.min(cut, i + 7)));
                    }
                    broken.set(Instant.now());
                    how.manner().answer(out);
                });
                try (EventReader reader = listens()) {
                    says(QUESTION);
                    List<Received> events = reader.until("turn.completed");
                    waits.add(Duration.between(broken.get(), Instant.now()).toMillis());
                    String own = cut > WHOLE.indexOf('\n') ? FIRST : "";
                    assertThat(last(events).path("text").asText())
                            .as("%s after %d letters", how.name(), cut)
                            .isEqualTo(own.isEmpty() ? passage : own + "\n\n" + passage);
                    assertThat(deltas(events))
                            .as("%s after %d letters", how.name(), cut)
                            .isEqualTo(last(events).path("text").asText());
                }
                // A working answer in between, so that the server is not left alone.
                MANNER.set(GOOD);
                anotherConversation();
                assertThat(asks(QUESTION).path("mode").asText()).isEqualTo("model");
                anotherConversation();
            }
        }
        waits.sort(Long::compare);
        assertThat(waits.get(waits.size() / 2)).as("of %s ms", waits).isLessThan(1_000);
    }

    private void anotherConversation() {
        conversation = WebVocabulary.json(post("/api/v1/conversations", "{}"))
                .path("id")
                .asText();
    }

    /** How a stream breaks. */
    private record Breaking(String name, Manner manner) {}

    private static final List<Breaking> BREAKINGS = List.of(
            new Breaking("cut", out -> {}),
            new Breaking(
                    "an error inside",
                    out -> event(out, "{\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}")),
            new Breaking("garbage", out -> write(out, "data: {\"choices\": [[[\n\n")));

    @Test
    void aStallIsCutAndThePassageFollows() throws Exception {
        String passage = passage();
        MANNER.set(out -> {
            begin(out);
            word(out, "[1] " + FIRST + "\n[1] You do");
            Thread.sleep(20_000);
        });
        try (EventReader reader = listens()) {
            says(QUESTION);
            List<Received> events = reader.until("turn.completed");
            assertThat(last(events).path("text").asText()).isEqualTo(FIRST + "\n\n" + passage);
            assertThat(deltas(events)).isEqualTo(FIRST + "\n\n" + passage);
        }
    }

    @Test
    void whoeverStopsHearsNoMoreAndTheModelIsStoppedToo() throws Exception {
        int before = model.hangUps.get();
        MANNER.set(WITHOUT_END);
        try (EventReader reader = listens()) {
            says(QUESTION);
            List<Received> heard = reader.until("turn.delta");
            assertThat(deltas(heard)).isEqualTo(FIRST);
            post("/api/v1/conversations/" + conversation + "/stop", "");
            List<Received> events = reader.until("turn.completed");
            assertThat(last(events).path("text").asText()).isEqualTo(FIRST);
            assertThat(deltas(events)).isEmpty();
        }
        eventually(() -> model.hangUps.get() > before);
    }

    @Test
    void whoeverWritesMoreIsAnsweredAnewAndTheModelIsStopped() throws Exception {
        int before = model.hangUps.get();
        MANNER.set(WITHOUT_END);
        try (EventReader reader = listens()) {
            says(QUESTION);
            reader.until("turn.delta");
            MANNER.set(GOOD);
            says("And do I need a reason to return them?");
            List<Received> events = reader.until("turn.completed");
            assertThat(last(events).path("reply_to")).hasSize(2);
        }
        eventually(() -> model.hangUps.get() > before);
    }

    @Test
    void readyzAndMetricsTellHowTheModelIs() {
        assertThat(modelState()).isEqualTo("ok");
        assertThat(asks(QUESTION).path("mode").asText()).isEqualTo("model");
        assertThat(http.send("GET", "/metrics", "").body())
                .contains("babeldesk_model_calls_seconds_count{outcome=\"ended\",task=\"answer\"}")
                .contains("babeldesk_model_tokens_total{direction=\"in\",task=\"answer\"}")
                .contains("babeldesk_model_cost_total{task=\"answer\"}")
                .contains("babeldesk_guard_seconds_count{verdict=\"kept\"}");
    }

    private static String modelState() {
        HttpResponse<String> ready = http.send("GET", "/readyz", "");
        assertThat(ready.statusCode()).isEqualTo(200);
        return WebVocabulary.json(ready).at("/components/model/status").asText();
    }

    @Test
    void nothingPersonalReachesTheModelOrTheLogs() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger own = (Logger) LoggerFactory.getLogger("io.babeldesk");
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        root.addAppender(kept);
        own.setLevel(Level.TRACE);
        int before = model.bodies.size();
        String personal = " I am jane.doe@mail.example, +44 20 7946 0123, card 4111 1111 1111 1111, order LW-20248891";
        try {
            // The model repeats what it reads, well, badly, and not at all.
            for (Manner manner : List.of(
                    words(0, "[1] Write to [[EMAIL_1]] about [[ORDER_1]].\n[1] " + FIRST + "\n"),
                    out -> write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: jane.doe\n\n"),
                    status(400),
                    (Manner) out -> {
                        begin(out);
                        word(out, "[1] jane.doe@mail.example 4111 1111 1111 1111\n");
                        end(out);
                    })) {
                MANNER.set(manner);
                anotherConversation();
                assertThat(asks(QUESTION + personal).path("text").asText()).isNotEmpty();
            }
        } finally {
            root.detachAppender(kept);
            own.setLevel(null);
        }
        assertThat(model.bodies.size()).isGreaterThan(before);
        assertThat(String.join("\n", model.bodies.subList(before, model.bodies.size())))
                .contains("[[EMAIL_1]]", "[[CARD_1]]", "[[ORDER_1]]")
                .doesNotContain("jane.doe", "7946", "4111 1111", "20248891");
        assertThat(kept.list).isNotEmpty();
        assertThat(kept.list)
                .allSatisfy(line -> assertThat(line.getFormattedMessage()
                                + (line.getThrowableProxy() == null
                                        ? ""
                                        : line.getThrowableProxy().getMessage()))
                        .doesNotContain("jane.doe", "7946", "4111", "20248891", "EMAIL_1", "ORDER_1"));
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited in vain").isBefore(deadline);
            Thread.sleep(20);
        }
    }
}
