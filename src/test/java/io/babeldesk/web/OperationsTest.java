package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
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
