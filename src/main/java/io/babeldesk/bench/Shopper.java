package io.babeldesk.bench;

import io.babeldesk.language.Language;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shopper's browser, on kept connections. It fails loudly: a benchmark of error pages would look fast. */
final class Shopper {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Pattern WORKING = Pattern.compile("\"status\":\"working\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient client;
    private final URI service;
    private final String token;

    private Shopper(HttpClient client, URI service, String token) {
        this.client = client;
        this.service = service;
        this.token = token;
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    static Shopper at(URI service, String site, HttpClient client) {
        HttpRequest request =
                post(service, "/api/v1/session", "{\"site\":\"" + site + "\"}").build();
        return new Shopper(client, service, first(TOKEN, send(client, request)));
    }

    /** Waits until the service has made its sentence vectors, or goes without them. */
    static void awaitVectors(URI service, HttpClient client) {
        HttpRequest ready = HttpRequest.newBuilder(service.resolve("/readyz"))
                .timeout(PATIENCE)
                .build();
        try {
            while (WORKING.matcher(send(client, ready)).find()) {
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark was interrupted", e);
        }
    }

    /** A bare server's answer. */
    static String askBare(URI server, String question, HttpClient client) {
        return send(client, post(server, "/", quoted(question)).build());
    }

    /** @return the id of a new conversation */
    String openConversation() {
        return first(
                ID,
                send(
                        client,
                        post(service, "/api/v1/conversations", "{}")
                                .header("Authorization", "Bearer " + token)
                                .build()));
    }

    void asksForPerson(String conversation) {
        send(
                client,
                post(service, "/api/v1/conversations/" + conversation + "/handoff", "{}")
                        .header("Authorization", "Bearer " + token)
                        .build());
    }

    /** Says something and waits for nothing. */
    void says(String conversation, String text, Language page) {
        send(client, message(conversation, text, page).build());
    }

    private HttpRequest.Builder message(String conversation, String text, Language page) {
        String body = "{\"text\":" + quoted(text) + ",\"locale\":\"" + page.code() + "\"}";
        return post(service, "/api/v1/conversations/" + conversation + "/messages", body)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** @return the complete answer as the service sends it */
    String ask(String conversation, String question, Language page) {
        HttpRequest request = message(conversation, question, page)
                .header("Prefer", "wait=10")
                .build();
        String answer = send(client, request);
        if (!answer.contains("\"reply\":")) {
            throw new IllegalStateException("no answer came in time: " + answer);
        }
        return answer;
    }

    static HttpRequest.Builder post(URI server, String path, String json) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private static String send(HttpClient client, HttpRequest request) {
        return exchange(client, request).body();
    }

    static HttpResponse<String> exchange(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark was interrupted", e);
        }
    }

    static String first(Pattern pattern, String json) {
        Matcher matcher = pattern.matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("an answer with " + pattern + " was expected, got " + json);
        }
        return matcher.group(1);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c < ' ' ? ' ' : c);
        }
        return quoted.append('"').toString();
    }
}
