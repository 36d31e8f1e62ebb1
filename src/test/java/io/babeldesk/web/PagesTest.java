package io.babeldesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With files of its own in place of those that the build packs. */
class PagesTest {

    private static final Map<String, String> FILES = Map.of(
            "/demo/index.html", "<!doctype html>",
            "/demo/shop.css", "body {}",
            "/console/index.html", "<!doctype html>",
            "/console/console.0123456789ab.js", "export {};",
            "/console/console.0123456789ab.js.br", "packed by brotli",
            "/console/reports.O4SN53ME.js", "export {};",
            "/openapi.yaml", "openapi: 3.1.0",
            "/widget/v1.js", "globalThis.babeldesk = () => {};",
            "/widget/v1.js.br", "packed by brotli",
            "/widget/v1.js.gz", "packed by gzip");

    private final Javalin javalin = Javalin.create(config -> {
        CallerLanguage english = new CallerLanguage(new Messages(), () -> Language.ENGLISH);
        Proxies none = new Proxies(List.of());
        new Filters(new Origins(List.of(), Optional.empty(), none), new Metrics()).register(config);
        new Problems(new Messages(), english).register(config.routes);
        Routes routes = new Routes(config.routes, (ctx, access) -> {});
        PackedFiles files =
                new PackedFiles(path -> Optional.ofNullable(FILES.get(path)).map(text -> text.getBytes(UTF_8)));
        new Pages(files, List.of()).register(routes);
        new ConsolePages(files).register(routes);
        routes.answerOptions();
    });
    private Contract http = new Contract(URI.create("http://127.0.0.1"));

    @BeforeEach
    void start() {
        javalin.start("127.0.0.1", 0);
        http = new Contract(URI.create("http://127.0.0.1:" + javalin.port()));
    }

    @AfterEach
    void stop() {
        javalin.stop();
    }

    @Test
    void demo() {
        HttpResponse<String> page = get("/");
        assertThat(page.body()).isEqualTo("<!doctype html>");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'");
        HttpResponse<String> style = get("/demo/shop.css");
        assertThat(style.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
    }

    @Test
    void console() {
        HttpResponse<String> page = get("/console");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(get("/console/reports.O4SN53ME.js").statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        HttpResponse<String> script = get("/console/console.0123456789ab.js", "Accept-Encoding", "gzip, br");
        assertThat(script.body()).isEqualTo("packed by brotli");
        assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    @Test
    void console_notFound() {
        for (String name : new String[] {"index.html", "console.js", "console.000000000000.js"}) {
            assertThat(get("/console/" + name).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void demo_notFound() {
        for (String file : new String[] {"nothing.html", "index", "..%2fopenapi.yaml", ".index.html", "index.exe"}) {
            WebVocabulary.assertProblem(get("/demo/" + file), 404, "not-found");
        }
    }

    @Test
    void openapi() {
        String tag = get("/openapi.yaml").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/openapi.yaml", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void widget() {
        HttpResponse<String> script = get("/widget/v1.js", "Origin", "https://shop.example");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(script.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(script.headers().firstValue("Cache-Control")).contains("public, max-age=300");
        String pinned = script.headers().firstValue("Content-Location").orElseThrow();
        assertThat(pinned).matches("/widget/v1\\.[0-9a-f]{12}\\.js");
        HttpResponse<String> same = get(pinned);
        assertThat(same.body()).isEqualTo(script.body());
        assertThat(same.headers().firstValue("Cache-Control").orElseThrow()).endsWith("immutable");
        String tag = script.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/widget/v1.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void widgetPacked() {
        HttpResponse<String> brotli = get("/widget/v1.js", "Accept-Encoding", "gzip, deflate, br");
        assertThat(brotli.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(brotli.body()).isEqualTo("packed by brotli");
        HttpResponse<String> gzip = get("/widget/v1.js", "Accept-Encoding", "gzip");
        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(gzip.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(get("/widget/v1.js").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void widget_notFound() {
        WebVocabulary.assertProblem(get("/widget/v1.000000000000.js"), 404, "not-found");
        WebVocabulary.assertProblem(get("/widget/v2.js"), 404, "not-found");
    }

    private HttpResponse<String> get(String path, String... headers) {
        return http.send("GET", path, "", headers);
    }
}
