package io.babeldesk.answer.llm;

import static io.babeldesk.answer.llm.FaultyModelServer.words;
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
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words in which the tests of the model's client are written. */
abstract class ModelClientVocabulary {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
    static final Prompt PROMPT = new Prompt(Prompt.Task.ANSWER, "test.1", "Say hello.", "Hello?", List.of(), 100);

    /** What came of one prompt. */
    record Outcome(String text, List<ToolCall> tools, Piece last) {
        Failure failure() {
            assertThat(last).isInstanceOf(Failed.class);
            return ((Failed) last).why();
        }
    }

    static void awaitHangUps(FaultyModelServer server, int count) throws InterruptedException {
        for (int i = 0; i < 300 && server.hangUps.get() < count; i++) {
            Thread.sleep(10);
        }
        assertThat(server.hangUps).hasValue(count);
    }

    static Outcome ask(URI url) {
        try (OpenAiLanguageModel model = model(url)) {
            return ask(model);
        }
    }

    static Outcome ask(OpenAiLanguageModel model) {
        return ask(model, Payer.NOBODY);
    }

    static Outcome ask(OpenAiLanguageModel model, Payer payer) {
        try (ModelStream stream = model.begin(PROMPT, payer)) {
            return read(stream);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Outcome read(ModelStream stream) throws InterruptedException {
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

    static OpenAiLanguageModel model(URI url) {
        return new OpenAiLanguageModel(options(url, 0, 0, 400), ModelWatch.NONE, CLOCK, System::nanoTime);
    }

    /** For when the machine itself is what is slow. */
    static ModelOptions patient(URI url) {
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

    static ModelOptions options(URI url, long site, long visitor, int streams) {
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
