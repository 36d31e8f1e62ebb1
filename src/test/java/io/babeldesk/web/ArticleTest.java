package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ArticleTest extends WebVocabulary {

    private static final String ARTICLE = "/api/v1/articles/returns/return-window";

    @Test
    void article() {
        JsonNode article = json(get(ARTICLE + "?lang=de-AT&market=DE"));
        assertThat(article.path("language").asText()).isEqualTo("de");
        assertThat(article.path("blocks").findValuesAsText("type"))
                .contains("p", "h", "ul", "ol", "table", "quote", "code", "text", "strong", "em", "link");
    }

    @Test
    void article_inALanguageThatItIsNotIn() {
        HttpResponse<String> response = get(ARTICLE + "?lang=ko");
        assertThat(json(response).path("language").asText()).isEqualTo("en");
        assertThat(response.headers().firstValue("Content-Language")).contains("en");
    }

    @Test
    void article_notFound() {
        assertProblem(get("/api/v1/articles/returns/nothing"), 404, "unknown-article");
        assertProblem(get("/api/v1/articles/returns/return-window/de"), 404, "not-found");
    }

    @Test
    void article_malformed() {
        assertProblem(get(ARTICLE + "?lang=12"), 422, "unknown-language");
        assertProblem(get(ARTICLE + "?market=FR"), 422, "unknown-market");
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        String tag = get(ARTICLE).headers().firstValue("ETag").orElseThrow();
        assertThat(get(ARTICLE, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }
}
