package io.babeldesk.web;

import static io.babeldesk.answer.llm.FaultyModelServer.status;
import static io.babeldesk.answer.llm.FaultyModelServer.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.answer.ModelStream;
import io.babeldesk.answer.ModelWatch;
import io.babeldesk.answer.Payer;
import io.babeldesk.answer.Prompt;
import io.babeldesk.answer.llm.FaultyModelServer;
import io.babeldesk.answer.llm.ModelOptions;
import io.babeldesk.answer.llm.OpenAiLanguageModel;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationsTest extends WebVocabulary {

    @Test
    void healthz() {
        assertThat(json(get("/healthz")).path("status").asText()).isEqualTo("ok");
    }

    @Test
    void readyzWithoutAModel() {
        HttpResponse<String> response = get("/readyz");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode components = json(response).path("components");
        assertThat(components.at("/store/status").asText()).isEqualTo("ok");
        assertThat(components.at("/knowledge-base/edition").asText()).isEqualTo("edition-1");
        assertThat(components.at("/model/status").asText()).isEqualTo("not-configured");
    }

    @Test
    void readyzNamesAModelThatFailsAndIsReadyAllTheSame() throws Exception {
        try (FaultyModelServer asked = new FaultyModelServer(status(429, "Retry-After: 60"));
                OpenAiLanguageModel failing = model(asked, 0)) {
            model = failing::state;
            assertThat(modelState()).isEqualTo("ok");
            asks(failing);
            assertThat(modelState()).isEqualTo("failing");
        }
    }

    @Test
    void readyzNamesAModelWhoseBudgetIsSpentAndIsReadyAllTheSame() throws Exception {
        try (FaultyModelServer asked = new FaultyModelServer(words(0, "a word"));
                OpenAiLanguageModel dear = model(asked, 120)) {
            model = dear::state;
            assertThat(modelState()).isEqualTo("ok");
            for (int i = 0; i < 50 && modelState().equals("ok"); i++) {
                asks(dear);
            }
            assertThat(modelState()).isEqualTo("over-budget");
        }
    }

    private String modelState() {
        HttpResponse<String> response = get("/readyz");
        assertThat(response.statusCode()).isEqualTo(200);
        return json(response).at("/components/model/status").asText();
    }

    private static OpenAiLanguageModel model(FaultyModelServer server, long tokensADay) {
        Duration patience = Duration.ofSeconds(10);
        ModelOptions options = new ModelOptions(
                server.url(),
                Optional.empty(),
                "m",
                Map.of(),
                patience,
                patience,
                patience,
                patience,
                10,
                new ModelOptions.Budgets(tokensADay, 0, 0),
                Map.of());
        return new OpenAiLanguageModel(options, ModelWatch.NONE, Clock.systemUTC(), System::nanoTime);
    }

    private static void asks(OpenAiLanguageModel model) throws InterruptedException {
        Prompt prompt = new Prompt(Prompt.Task.ANSWER, "test.1", "Say hello.", "Hello?", List.of(), 100);
        try (ModelStream stream = model.begin(prompt, Payer.NOBODY)) {
            ModelStream.Piece piece = stream.next(Duration.ofSeconds(10));
            while (!(piece instanceof ModelStream.Ended || piece instanceof ModelStream.Failed)) {
                piece = stream.next(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void readyzWithoutAKnowledgeBase() {
        shop.losesItsKnowledgeBase();
        HttpResponse<String> response = get("/readyz");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(json(response).at("/components/knowledge-base/status").asText())
                .isEqualTo("failed");
    }

    @Test
    void metrics() {
        Visitor anna = visitor();
        anna.asks(anna.opensConversation(), "hello");
        get("/no/such/page");
        String metrics = get("/metrics").body();
        assertThat(metrics)
                .contains("babeldesk_replies_seconds_count{kind=\"answered\",language=\"en\"} 1")
                .contains(
                        "babeldesk_http_requests_seconds_count{method=\"POST\",route=\"/api/v1/session\",status=\"200\"} 1")
                .contains("babeldesk_http_requests_seconds_count{method=\"-\",route=\"-\",status=\"404\"} 1")
                .contains("babeldesk_replies_owed 0.0")
                .contains("babeldesk_open_streams 0.0")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("cnv_")
                .doesNotContain("/no/such/page");
    }

    @Test
    void openapi() {
        HttpResponse<String> response = get("/openapi.yaml");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("openapi: 3.1.0");
    }
}
