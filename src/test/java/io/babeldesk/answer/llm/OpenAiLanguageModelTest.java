package io.babeldesk.answer.llm;

import static io.babeldesk.answer.llm.FaultyModelServer.begin;
import static io.babeldesk.answer.llm.FaultyModelServer.end;
import static io.babeldesk.answer.llm.FaultyModelServer.event;
import static io.babeldesk.answer.llm.FaultyModelServer.status;
import static io.babeldesk.answer.llm.FaultyModelServer.word;
import static io.babeldesk.answer.llm.FaultyModelServer.words;
import static io.babeldesk.answer.llm.FaultyModelServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.ModelStream;
import io.babeldesk.answer.ModelStream.Ended;
import io.babeldesk.answer.ModelStream.Failed;
import io.babeldesk.answer.ModelStream.Failure;
import io.babeldesk.answer.ModelStream.Piece;
import io.babeldesk.answer.ModelStream.Text;
import io.babeldesk.answer.ModelStream.ToolCall;
import io.babeldesk.answer.ModelWatch;
import io.babeldesk.answer.Payer;
import io.babeldesk.answer.Prompt;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpenAiLanguageModelTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Prompt PROMPT =
            new Prompt(Prompt.Task.ANSWER, "test.1", "Say hello.", "Hello?", List.of(), 100);

    /** What came of one prompt. */
    private record Outcome(String text, List<ToolCall> tools, Piece last) {
        Failure failure() {
            assertThat(last).isInstanceOf(Failed.class);
            return ((Failed) last).why();
        }
    }

    @Test
    void wordsComeThroughAsTheyAreWritten() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(words(20, "[1] You", " have", " 30 days.", "\n"))) {
            Outcome outcome = ask(server.url());
            assertThat(outcome.text()).isEqualTo("[1] You have 30 days.\n");
            assertThat(outcome.last()).isEqualTo(new Ended(new ModelStream.Usage(100, 20, 0.00014)));
            assertThat(server.paths).containsExactly("/v1/chat/completions");
        }
    }

    @Test
    void addressesWithAVersionAreTakenAsTheyAre() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(words(0, "yes"))) {
            assertThat(ask(URI.create(server.url() + "/v1/")).text()).isEqualTo("yes");
            assertThat(ask(URI.create(server.url() + "/openai/v2")).text()).isEqualTo("yes");
            assertThat(server.paths).containsExactly("/v1/chat/completions", "/openai/v2/chat/completions");
        }
    }

    @Test
    void comesBackWhenTheServerSays() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(429, "Retry-After: 1"), words(0, "now"))) {
            long begun = System.nanoTime();
            assertThat(ask(server.url()).text()).isEqualTo("now");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(950));
        }
    }

    @Test
    void doesNotComeBackSoonerThanTheServerSays() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(429, "Retry-After: 60"), words(0, "now"));
                OpenAiLanguageModel model = model(server.url())) {
            assertThat(ask(model).failure()).isEqualTo(Failure.RATE_LIMITED);
            assertThat(ask(model).failure()).isEqualTo(Failure.RESTING);
            assertThat(server.requests).hasValue(1);
            assertThat(model.state()).isEqualTo("failing");
        }
    }

    @Test
    void triesAgainAfterAServerError() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(500), status(503), words(0, "well"))) {
            assertThat(ask(server.url()).text()).isEqualTo("well");
            assertThat(server.requests).hasValue(3);
        }
    }

    @Test
    void givesUpAfterThreeServerErrors() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(500))) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.SERVER_ERROR);
            assertThat(server.requests).hasValue(3);
        }
    }

    @Test
    void doesNotRepeatWhatTheServerRefuses() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(401))) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.REFUSED);
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void nobodyThereIsAFailure() {
        assertThat(ask(URI.create("http://127.0.0.1:1")).failure()).isEqualTo(Failure.UNREACHABLE);
    }

    @Test
    void slowHeadersAreNotWaitedFor() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> Thread.sleep(5_000))) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.NO_HEADERS);
        }
    }

    @Test
    void aFirstWordThatDoesNotComeIsNotWaitedFor() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            Thread.sleep(5_000);
        })) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.NO_FIRST_TOKEN);
        }
    }

    @Test
    void aStallInMidStreamIsNoticedAndTheConnectionClosed() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            word(out, "[1] Half a ");
            for (int i = 0; i < 60; i++) {
                Thread.sleep(100);
                write(out, i > 10 ? ": still here\n\n" : "");
            }
        })) {
            Outcome outcome = ask(server.url());
            assertThat(outcome.failure()).isEqualTo(Failure.STALLED);
            assertThat(outcome.text()).isEqualTo("[1] Half a ");
            awaitHangUps(server, 1);
        }
    }

    @Test
    void aCutStreamIsAFailure() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            word(out, "[1] Half a ");
        })) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.CUT);
        }
    }

    @Test
    void anErrorInsideIsAFailure() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            word(out, "[1] Half a ");
            event(out, "{\"error\":{\"message\":\"overloaded\",\"code\":529}}");
            event(out, "[DONE]");
        })) {
            assertThat(ask(server.url()).last()).isInstanceOf(Failed.class);
        }
    }

    @Test
    void garbageIsAFailure() throws Exception {
        for (String garbage :
                List.of("\u0000\u0001\u0002 not http at all", "<html>Bad gateway</html>", "data: {{{\n\n")) {
            try (FaultyModelServer server = new FaultyModelServer(out -> {
                begin(out);
                write(out, garbage);
            })) {
                assertThat(ask(server.url()).last()).as(garbage).isInstanceOf(Failed.class);
            }
        }
    }

    @Test
    void wrongJsonIsAFailure() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            event(out, "[1,2,3]");
            event(out, "{\"choices\":\"none\"}");
            event(out, "[DONE]");
        })) {
            assertThat(ask(server.url()).last()).isInstanceOf(Failed.class);
        }
    }

    @Test
    void anEmptyAnswerIsAFailure() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(words(0))) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.EMPTY);
        }
    }

    @Test
    void anEndlessAnswerIsStopped() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            while (true) {
                word(out, "and on and on and on and on and on and on ");
            }
        })) {
            Outcome outcome = ask(server.url());
            assertThat(outcome.failure()).isEqualTo(Failure.TOO_LONG);
            assertThat(outcome.text()).hasSizeLessThan(13_000);
            awaitHangUps(server, 1);
        }
    }

    @Test
    void toolCallsComeWithTheirArguments() throws Exception {
        Outcome outcome = askTool("{\\\"query\\\":\\\"lost parcel\\\"}");
        assertThat(outcome.tools()).containsExactly(new ToolCall("search", Map.of("query", "lost parcel")));
    }

    @Test
    void toolCallsWithBadArgumentsComeWithoutAny() throws Exception {
        assertThat(askTool("{\\\"query\\\": ").tools()).containsExactly(new ToolCall("search", Map.of()));
        assertThat(askTool("[1]").tools()).containsExactly(new ToolCall("search", Map.of()));
    }

    private Outcome askTool(String arguments) throws IOException {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            event(
                    out,
                    "{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,"
                            + "\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"search\",\"arguments\":\""
                            + arguments + "\"}}]},\"finish_reason\":null}]}");
            event(
                    out,
                    "{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},"
                            + "\"finish_reason\":\"tool_calls\"}]}");
            event(out, "[DONE]");
        })) {
            return ask(server.url());
        }
    }

    @Test
    void closingStopsTheServerToo() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
                    begin(out);
                    while (true) {
                        word(out, "word ");
                        Thread.sleep(10);
                    }
                });
                OpenAiLanguageModel model = model(server.url())) {
            try (ModelStream stream = model.begin(PROMPT, Payer.NOBODY)) {
                assertThat(stream.next(Duration.ofSeconds(2))).isInstanceOf(Text.class);
            }
            awaitHangUps(server, 1);
            assertThat(model.state()).isEqualTo("ok");
        }
    }

    @Test
    void restsAfterFiveFailures() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(401));
                OpenAiLanguageModel model = model(server.url())) {
            for (int i = 0; i < 5; i++) {
                assertThat(ask(model).failure()).isEqualTo(Failure.REFUSED);
            }
            assertThat(ask(model).failure()).isEqualTo(Failure.RESTING);
            assertThat(server.requests).hasValue(5);
        }
    }

    @Test
    void nobodySpendsMoreThanHerBudget() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(words(0, "yes"));
                OpenAiLanguageModel model = new OpenAiLanguageModel(
                        options(server.url(), 400, 250, 0), ModelWatch.NONE, CLOCK, System::nanoTime)) {
            Payer anna = new Payer("shp_1", "192.0.2.1");
            assertThat(ask(model, anna).text()).isEqualTo("yes");
            assertThat(ask(model, anna).text()).isEqualTo("yes");
            assertThat(ask(model, anna).failure()).as("the visitor's").isEqualTo(Failure.OVER_BUDGET);
            assertThat(ask(model, new Payer("shp_2", "192.0.2.2")).text()).isEqualTo("yes");
            assertThat(ask(model, new Payer("shp_3", "192.0.2.3")).failure())
                    .as("the site's")
                    .isEqualTo(Failure.OVER_BUDGET);
        }
    }

    @Test
    void threeHundredStreamsRunAtOnce() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(words(20, "a", "b", "c", "d", "e", "f", "g", "h"));
                OpenAiLanguageModel model =
                        new OpenAiLanguageModel(patient(server.url()), ModelWatch.NONE, CLOCK, System::nanoTime);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                all.add(threads.submit(() -> ask(model)));
            }
            for (Future<Outcome> one : all) {
                assertThat(one.get().text()).isEqualTo("abcdefgh");
            }
        }
    }

    @Test
    void moreStreamsThanAllowedAreTurnedAwayAtOnce() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(words(300, "a", "b"));
                OpenAiLanguageModel model = new OpenAiLanguageModel(
                        options(server.url(), 0, 0, 1), ModelWatch.NONE, CLOCK, System::nanoTime);
                ModelStream first = model.begin(PROMPT, Payer.NOBODY)) {
            assertThat(ask(model).failure()).isEqualTo(Failure.BUSY);
            assertThat(first.next(Duration.ofSeconds(2))).isInstanceOf(Text.class);
        }
    }

    @Test
    void theEndIsSaidOnce() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
                    begin(out);
                    word(out, "yes");
                    end(out);
                    end(out);
                });
                OpenAiLanguageModel model = model(server.url());
                ModelStream stream = model.begin(PROMPT, Payer.NOBODY)) {
            assertThat(read(stream).last()).isInstanceOf(Ended.class);
            assertThat(stream.next(Duration.ofMillis(10))).isInstanceOf(Ended.class);
        }
    }

    private static void awaitHangUps(FaultyModelServer server, int count) throws InterruptedException {
        for (int i = 0; i < 300 && server.hangUps.get() < count; i++) {
            Thread.sleep(10);
        }
        assertThat(server.hangUps).hasValue(count);
    }

    private static Outcome ask(URI url) {
        try (OpenAiLanguageModel model = model(url)) {
            return ask(model);
        }
    }

    private static Outcome ask(OpenAiLanguageModel model) {
        return ask(model, Payer.NOBODY);
    }

    private static Outcome ask(OpenAiLanguageModel model, Payer payer) {
        try (ModelStream stream = model.begin(PROMPT, payer)) {
            return read(stream);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome read(ModelStream stream) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        List<ToolCall> tools = new ArrayList<>();
        while (true) {
            Piece piece = stream.next(Duration.ofSeconds(10));
            switch (piece) {
                case Text words -> text.append(words.text());
                case ToolCall tool -> tools.add(tool);
                case ModelStream.Silence s -> {}
                case Ended e -> {
                    return new Outcome(text.toString(), tools, e);
                }
                case Failed f -> {
                    return new Outcome(text.toString(), tools, f);
                }
            }
        }
    }

    private static OpenAiLanguageModel model(URI url) {
        return new OpenAiLanguageModel(options(url, 0, 0, 400), ModelWatch.NONE, CLOCK, System::nanoTime);
    }

    /** For when the machine itself is what is slow. */
    private static ModelOptions patient(URI url) {
        ModelOptions usual = options(url, 0, 0, 400);
        Duration patience = Duration.ofSeconds(15);
        return new ModelOptions(
                url,
                usual.key(),
                "m",
                Map.of(),
                patience,
                patience,
                patience,
                patience,
                400,
                usual.budgets(),
                usual.prices());
    }

    private static ModelOptions options(URI url, long site, long visitor, int streams) {
        return new ModelOptions(
                url,
                Optional.of("secret"),
                "m",
                Map.of(),
                Duration.ofSeconds(1),
                Duration.ofMillis(2_500),
                Duration.ofMillis(600),
                Duration.ofSeconds(20),
                streams == 0 ? 10 : streams,
                new ModelOptions.Budgets(site, visitor, 0),
                Map.of("m", new ModelOptions.Price(1, 2)));
    }
}
