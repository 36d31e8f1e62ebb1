package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Optional;

/** An HTTP client that holds every answer against docs/openapi.yaml: its address, its status, its type, its shape. */
final class Contract {

    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    Contract(URI base) {
        this.base = base;
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    HttpClient client() {
        return client;
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!body.isEmpty() && !String.join(" ", headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return send(method, path, request.build());
    }

    HttpResponse<String> send(String method, String path, HttpRequest request) {
        try {
            HttpResponse<String> response = answerTo(request);
            check(method, path, response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Once more where a kept connection was closed beneath the request, as a server may do at any time (RFC 9112, 9.5); ours
     * does after a body that it didn't read to the end.
     */
    private HttpResponse<String> answerTo(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException closed) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    /** Fails on an answer that is not described. */
    void check(String method, String path, HttpResponse<String> response) {
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        if (method.equals("HEAD")) {
            assertThat(response.body()).isEmpty();
            return;
        }
        Optional<String> template = OpenApi.FILE.templateOf(path);
        if (template.isEmpty()) {
            assertProblem(response, 404);
            return;
        }
        if (method.equals("OPTIONS") && response.statusCode() == 204) {
            assertThat(response.headers().firstValue("Allow")).isPresent();
            return;
        }
        Optional<JsonNode> operation = OpenApi.FILE.operation(template.get(), method.toLowerCase(Locale.ROOT));
        if (operation.isEmpty()) {
            assertProblem(response, method.equals("OPTIONS") ? 403 : 405);
            return;
        }
        String where = method + " " + template.get() + " " + response.statusCode();
        Optional<JsonNode> described = OpenApi.FILE.response(operation.get(), response.statusCode());
        assertThat(described)
                .as(where + " is not described: " + response.body())
                .isPresent();
        checkBody(where, described.orElseThrow().path("content"), response);
    }

    private static void checkBody(String where, JsonNode content, HttpResponse<String> response) {
        if (content.isEmpty()) {
            assertThat(response.body()).as(where).isEmpty();
            return;
        }
        String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        JsonNode schema = content.has(type)
                ? content.path(type).path("schema")
                : content.path("*/*").path("schema");
        assertThat(schema.isObject()).as(where + " is not described as " + type).isTrue();
        if (type.endsWith("json")) {
            OpenApi.FILE.assertMatches(response.body(), schema);
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        OpenApi.FILE.assertMatches(response.body(), "Problem");
    }
}
