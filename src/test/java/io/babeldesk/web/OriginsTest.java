package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginsTest extends WebVocabulary {

    private static final String CONFIG = "/api/v1/widget-config?site=demo";

    @Test
    void loopbackAndOwnOriginMayEmbedByDefault() {
        for (String origin : List.of(
                "http://localhost:3000",
                "https://localhost",
                "http://127.0.0.1:8080",
                "http://[::1]:9",
                "http://shop.localhost",
                "http://127.0.0.1:" + server.port())) {
            HttpResponse<String> response = get(CONFIG, "Origin", origin);
            assertThat(response.statusCode()).as(origin).isEqualTo(200);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
            assertThat(response.headers()
                            .firstValue("Access-Control-Expose-Headers")
                            .orElseThrow())
                    .contains("Retry-After")
                    .contains("RateLimit")
                    .contains("Preference-Applied");
            assertThat(response.headers().allValues("Vary")).contains("Origin");
        }
        for (String origin : List.of(
                "https://evil.example", "null", "http://localhost.evil.example", "http://127.0.0.1.evil.example")) {
            assertProblem(get(CONFIG, "Origin", origin), 403, "origin-not-allowed");
        }
    }

    @Test
    void withoutAnOriginEverybodyMayAsk() {
        HttpResponse<String> response = get(CONFIG);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void preflight() {
        HttpResponse<String> response = http.send(
                "OPTIONS",
                "/api/v1/session",
                "",
                "Origin",
                "http://localhost:3000",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization");
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Content-Type", "Idempotency-Key", "Prefer", "Last-Event-ID");
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("POST");
        assertProblem(
                http.send("OPTIONS", "/api/v1/session", "", "Origin", "https://evil.example"),
                403,
                "origin-not-allowed");
    }

    @Test
    void onlyListedOriginsAndOurOwnOnceThereIsAList() throws Exception {
        WebOptions usual = options();
        WebOptions listed = new WebOptions(
                usual.host(),
                0,
                Optional.of(URI.create("https://chat.example/")),
                List.of("https://Shop.example"),
                List.of(),
                Optional.empty(),
                usual.sessionLength(),
                usual.textLimit(),
                usual.bodyLimit(),
                usual.rates(),
                usual.heartbeat(),
                usual.stalledAfter(),
                usual.drain());
        try (WebServer other = serverWith(listed)) {
            other.start();
            Contract client = new Contract(URI.create("http://127.0.0.1:" + other.port()));
            assertThat(client.send("GET", CONFIG, "", "Origin", "https://shop.example")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.send("GET", CONFIG, "", "Origin", "https://chat.example")
                            .statusCode())
                    .isEqualTo(200);
            assertProblem(client.send("GET", CONFIG, "", "Origin", "http://localhost:3000"), 403, "origin-not-allowed");
        }
    }
}
