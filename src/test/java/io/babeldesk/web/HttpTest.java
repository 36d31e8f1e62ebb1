package io.babeldesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest extends WebVocabulary {

    @Test
    void unknownPathsAreProblemsEverywhere() {
        for (String path : new String[] {"/api/v1/nothing", "/api/", "/nothing", "/healthz/", "/api/v1//session"}) {
            assertProblem(get(path), 404, "not-found");
        }
    }

    @Test
    void headIsGetWithoutTheBody() {
        for (String path : new String[] {"/healthz", "/api/v1/widget-config?site=demo", "/openapi.yaml", "/metrics"}) {
            HttpResponse<String> get = get(path);
            HttpResponse<String> head = http.send("HEAD", path, "");
            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(head.headers().firstValue("Content-Type"))
                    .isEqualTo(get.headers().firstValue("Content-Type"));
        }
        assertThat(http.send("HEAD", "/api/v1/conversations", "").statusCode()).isEqualTo(401);
        assertThat(http.send("HEAD", "/nothing", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aTameRequestIdIsTakenOver() {
        assertThat(get("/healthz", "X-Request-Id", "abc_DEF-12345").headers().firstValue("X-Request-Id"))
                .contains("abc_DEF-12345");
        for (String wild : new String[] {"short", "has blank in it", "x".repeat(65), "<script>alert(1)</script>"}) {
            assertThat(get("/healthz", "X-Request-Id", wild)
                            .headers()
                            .firstValue("X-Request-Id")
                            .orElseThrow())
                    .isNotEqualTo(wild)
                    .matches("[A-Za-z0-9_-]{16}");
        }
    }

    @Test
    void answersAreSafeToShow() {
        HttpResponse<String> response = get("/api/v1/widget-config?site=demo");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void whatOneShopperIsToldIsForNoCache() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        assertThat(anna.get(messagesOf(conversation)).headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/conversations/%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/widget-config?site=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/widget-config?site=demo&locale=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/articles/..%2f..%2fx/y HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /demo/..%2fopenapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json; charset=nonsense\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nzz\r\n",
                "FROBNICATE /api/v1/session HTTP/1.1\r\nHost: a\r\n\r\n",
            })
    void brokenRequestsGetAProblemAndNeverAFiveHundred(String request) throws Exception {
        String response = raw(request);
        assertThat(response).startsWith("HTTP/1.1 4").containsIgnoringCase("Content-Type: application/problem+json");
        OpenApi.FILE.assertMatches(response.substring(response.indexOf("\r\n\r\n{") + 4), "Problem");
    }

    @Test
    void headersWithoutEndAreRefused() throws Exception {
        String response = raw("GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n");
        assertThat(response).startsWith("HTTP/1.1 431").contains("invalid-request");
    }

    @Test
    void aLargeBodyOfUnknownLengthIsNotReadToItsEnd() throws Exception {
        String chunk = "10000\r\n" + "x".repeat(65_536) + "\r\n";
        String response = raw(
                "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(5));
        assertThat(response)
                .startsWith("HTTP/1.1 413")
                .contains("body-too-large")
                .contains("262,144");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
