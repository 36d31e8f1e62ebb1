package io.babeldesk.answer.llm;

import static io.babeldesk.answer.llm.FaultyModelServer.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.ModelStream;
import io.babeldesk.answer.ModelStream.Ended;
import io.babeldesk.answer.ModelStream.Failure;
import io.babeldesk.answer.ModelStream.Text;
import io.babeldesk.answer.ModelWatch;
import io.babeldesk.answer.Payer;
import io.babeldesk.answer.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many may ask at once, and how much. */
@Timeout(30)
class ManyStreamsTest extends ModelClientVocabulary {

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
    void eachTaskHasItsModelAndEachModelItsPrice() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(words(0, "yes"))) {
            ModelOptions usual = patient(server.url());
            ModelOptions options = new ModelOptions(
                    usual.baseUrl(),
                    usual.key(),
                    "large",
                    Map.of(Prompt.Task.REWRITE, "small"),
                    usual.headers(),
                    usual.firstToken(),
                    usual.idle(),
                    usual.whole(),
                    usual.streams(),
                    usual.budgets(),
                    Map.of("small", new ModelOptions.Price(1, 2), "large", new ModelOptions.Price(10, 20)));
            try (OpenAiLanguageModel model =
                    new OpenAiLanguageModel(options, ModelWatch.NONE, CLOCK, System::nanoTime)) {
                for (Prompt.Task task : List.of(Prompt.Task.ANSWER, Prompt.Task.REWRITE, Prompt.Task.SUMMARISE)) {
                    Prompt prompt = new Prompt(task, "test.1", "Say hello.", "Hello?", List.of(), 100);
                    try (ModelStream stream = model.begin(prompt, Payer.NOBODY)) {
                        Ended ended = (Ended) read(stream).last();
                        // 100 tokens read and 20 written, for a million of each.
                        double each = task == Prompt.Task.REWRITE ? 1e-6 : 1e-5;
                        assertThat(ended.usage().cost()).isEqualTo(100 * each + 20 * 2 * each);
                    }
                }
            }
            assertThat(server.bodies.get(0)).contains("\"large\"");
            assertThat(server.bodies.get(1)).contains("\"small\"");
            assertThat(server.bodies.get(2)).contains("\"large\"");
        }
    }
}
