package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ConfigTest extends WebVocabulary {

    @Test
    void widgetConfig() {
        JsonNode config = json(get("/api/v1/widget-config?site=demo&locale=de-AT"));
        assertThat(config.path("locale").asText()).isEqualTo("de");
        assertThat(config.path("direction").asText()).isEqualTo("ltr");
        assertThat(config.path("greeting").asText()).contains("Larkwell");
        assertThat(config.at("/markets/0/name").asText()).isEqualTo("Deutschland");
        assertThat(config.at("/limits/text_length").asInt()).isEqualTo(4_000);
        assertThat(config.at("/features/identity").asBoolean()).isTrue();
        assertThat(config.at("/features/mail").asBoolean(true)).isFalse();
    }

    @Test
    void arabicRunsFromTheRight() {
        JsonNode config = json(get("/api/v1/widget-config?site=demo&locale=ar"));
        assertThat(config.path("direction").asText()).isEqualTo("rtl");
    }

    @Test
    void widgetConfig_notFound() {
        assertProblem(get("/api/v1/widget-config?site=other"), 404, "unknown-site");
    }

    @Test
    void widgetConfig_malformed() {
        assertProblem(get("/api/v1/widget-config"), 422, "invalid-parameter");
        assertProblem(get("/api/v1/widget-config?site=demo&locale=%21"), 422, "unknown-language");
        assertProblem(get("/api/v1/widget-config?site=demo&locale=%FF%FE"), 422, "unknown-language");
    }

    @Test
    void withoutALocaleTheBrowserDecides() {
        HttpResponse<String> german =
                get("/api/v1/widget-config?site=demo", "Accept-Language", "xx, de-CH;q=0.9, en;q=0.1");
        assertThat(json(german).path("locale").asText()).isEqualTo("de");
        assertThat(german.headers().allValues("Vary")).contains("Accept-Language");
        HttpResponse<String> auto = get("/api/v1/widget-config?site=demo&locale=auto", "Accept-Language", "tlh");
        assertThat(json(auto).path("locale").asText()).isEqualTo("en");
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        HttpResponse<String> first = get("/api/v1/widget-config?site=demo&locale=de");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second =
                get("/api/v1/widget-config?site=demo&locale=de", "If-None-Match", "\"x\", " + tag);
        assertThat(second.statusCode()).isEqualTo(304);
        HttpResponse<String> other = get("/api/v1/widget-config?site=demo&locale=en", "If-None-Match", tag);
        assertThat(other.statusCode()).isEqualTo(200);
    }
}
