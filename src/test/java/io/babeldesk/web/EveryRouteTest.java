package io.babeldesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What must hold for each operation that docs/openapi.yaml describes. */
class EveryRouteTest extends WebVocabulary {

    private static final byte[] NOT_UTF_8 = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xC3, '(', '"', '}'};

    @TestFactory
    Stream<DynamicTest> x_unauthorised() throws Exception {
        Visitor erased = visitor();
        erased.send("DELETE", "/api/v1/me", "");
        String expired = visitor().token;
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("babeldesk")
                .subject(visitor().id)
                .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                .build();
        String unsigned = new PlainJWT(new PlainHeader(), claims).serialize();
        String good = visitor().token;
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        return each(Operation::needsToken, operation -> {
            String path = operation.path("cnv_1", "trn_1");
            assertProblem(http.send(operation.method(), path, body(operation)), 401, "token-missing");
            assertProblem(withToken(operation, path, "nonsense"), 401, "token-invalid");
            assertProblem(withToken(operation, path, forged), 401, "token-invalid");
            assertProblem(withToken(operation, path, unsigned), 401, "token-invalid");
            assertProblem(withToken(operation, path, erased.token), 401, "token-invalid");
            clock.passes(Duration.ofHours(25));
            assertProblem(withToken(operation, path, expired), 401, "token-expired");
            clock.passes(Duration.ofHours(-25));
        });
    }

    @TestFactory
    Stream<DynamicTest> x_notFound() {
        Visitor anna = visitor();
        Visitor ben = visitor();
        String bens = ben.opensConversation();
        ben.asks(bens, "hello");
        String bensReply = json(ben.get(messagesOf(bens))).at("/data/1/id").asText();
        Predicate<Operation> aboutSomething =
                operation -> !operation.isForStaff() && operation.template().matches(".*\\{(conversation|message)}.*");
        return each(aboutSomething, operation -> {
            boolean message = operation.template().contains("{message}");
            String code = message ? "unknown-message" : "unknown-conversation";
            for (String path : List.of(operation.path("cnv_unknown", "trn_unknown"), operation.path(bens, bensReply))) {
                HttpResponse<String> response = anna.send(
                        operation.method(),
                        path,
                        body(operation),
                        "Idempotency-Key",
                        "k",
                        "Accept",
                        "text/event-stream");
                assertProblem(response, 404, code);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> x_malformed() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        anna.asks(conversation, "hello");
        String reply = json(anna.get(messagesOf(conversation))).at("/data/1/id").asText();
        return each(Operation::takesShoppersBody, operation -> {
            String path = operation.path(conversation, reply);
            String large = "{\"text\":\"" + "x".repeat(300_000) + "\"}";
            for (String notJson : List.of(
                    "{",
                    "[]",
                    "\"text\"",
                    "{\"a\":1}{}",
                    "{\"a\":1,\"a\":2}",
                    "{\"a\":\"\\ud83d\"}",
                    "[".repeat(2_000))) {
                assertProblem(
                        send(anna, operation, path, notJson.getBytes(UTF_8), "application/json"), 400, "invalid-json");
            }
            assertProblem(send(anna, operation, path, NOT_UTF_8, "application/json"), 400, "invalid-encoding");
            assertProblem(
                    send(anna, operation, path, "{}".getBytes(UTF_8), "text/plain"), 415, "unsupported-media-type");
            assertProblem(
                    send(anna, operation, path, "{}".getBytes(UTF_8), "application/json; charset=latin1"),
                    415,
                    "unsupported-media-type");
            assertProblem(
                    send(anna, operation, path, large.getBytes(UTF_8), "application/json"), 413, "body-too-large");
        });
    }

    @TestFactory
    Stream<DynamicTest> x_fromAForeignPage() {
        return each(operation -> operation.template().startsWith("/api/"), operation -> {
            String path = operation.path("cnv_1", "trn_1");
            HttpResponse<String> response =
                    http.send(operation.method(), path, body(operation), "Origin", "https://evil.example");
            assertProblem(response, 403, "origin-not-allowed");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> x_byAnotherMethod() {
        return each(operation -> true, operation -> {
            String path = operation.path("cnv_1", "trn_1");
            boolean patched =
                    OpenApi.FILE.operation(operation.template(), "patch").isPresent();
            HttpResponse<String> response = http.send(patched ? "DELETE" : "PATCH", path, "{}");
            assertProblem(response, 405, "method-not-allowed");
            assertThat(response.headers().firstValue("Allow").orElseThrow())
                    .contains(operation.method())
                    .contains("OPTIONS");
            assertThat(http.send("OPTIONS", path, "")
                            .headers()
                            .firstValue("Allow")
                            .orElseThrow())
                    .contains(operation.method());
        });
    }

    private Stream<DynamicTest> each(Predicate<Operation> which, java.util.function.Consumer<Operation> test) {
        List<Operation> operations = Operation.all();
        assertThat(operations).hasSizeGreaterThan(40);
        return operations.stream()
                .filter(which)
                .map(operation ->
                        dynamicTest(operation.method() + " " + operation.template(), () -> test.accept(operation)));
    }

    private HttpResponse<String> withToken(Operation operation, String path, String token) {
        return http.send(operation.method(), path, body(operation), "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(Visitor visitor, Operation operation, String path, byte[] body, String type) {
        HttpRequest request = HttpRequest.newBuilder(http.at(path))
                .method(operation.method(), BodyPublishers.ofByteArray(body))
                .headers("Content-Type", type, "Authorization", "Bearer " + visitor.token, "Idempotency-Key", "k")
                .build();
        return http.send(operation.method(), path, request);
    }

    private static String body(Operation operation) {
        return operation.takesBody() ? "{}" : "";
    }
}
