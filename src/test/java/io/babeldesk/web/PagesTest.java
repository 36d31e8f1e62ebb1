package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** On the class path of the tests stand a demo page and a script in the widget's place. */
class PagesTest extends WebVocabulary {

    @Test
    void demo() {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'");
    }

    @Test
    void demo_notFound() {
        for (String file : new String[] {"nothing.html", "index", "..%2fopenapi.yaml", ".index.html", "index.exe"}) {
            assertProblem(get("/demo/" + file), 404, "not-found");
        }
    }

    @Test
    void widget() {
        HttpResponse<String> script = get("/widget/v1.js", "Origin", "https://shop.example");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(script.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(script.headers().firstValue("Cache-Control")).contains("public, max-age=300");
        String pinned = script.headers().firstValue("Content-Location").orElseThrow();
        HttpResponse<String> same = get(pinned);
        assertThat(same.body()).isEqualTo(script.body());
        assertThat(same.headers().firstValue("Cache-Control").orElseThrow()).endsWith("immutable");
        String tag = script.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/widget/v1.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void widget_notFound() {
        assertProblem(get("/widget/v1.000000000000.js"), 404, "not-found");
        assertProblem(get("/widget/v2.js"), 404, "not-found");
    }
}
