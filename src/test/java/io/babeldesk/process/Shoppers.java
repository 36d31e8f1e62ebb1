package io.babeldesk.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shopper's page, reduced to its requests. */
final class Shoppers {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    /** A conversation of one shopper. */
    record Chat(String token, String id) {}

    Chat open(URI url) throws IOException, InterruptedException {
        String token = json.readTree(
                        post(url, "/api/v1/session", "", Map.of("site", "demo", "locale", "en", "market", "US"), "")
                                .body())
                .get("token")
                .asText();
        return new Chat(
                token,
                json.readTree(post(url, "/api/v1/conversations", token, Map.of(), "")
                                .body())
                        .get("id")
                        .asText());
    }

    /** The id of the accepted turn. */
    String say(URI url, Chat chat, String key, String text) throws IOException, InterruptedException {
        HttpResponse<String> response =
                post(url, "/api/v1/conversations/" + chat.id() + "/messages", chat.token(), Map.of("text", text), key);
        if (response.statusCode() != 202) {
            throw new IOException("expected 202, got " + response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body()).get("id").asText();
    }

    /** For every reply, the turns that it answers. */
    List<List<String>> replies(URI url, Chat chat) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(url.resolve("/api/v1/conversations/" + chat.id() + "/messages?limit=200"))
                        .header("Authorization", "Bearer " + chat.token())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        List<List<String>> replies = new ArrayList<>();
        for (JsonNode turn : json.readTree(response.body()).get("data")) {
            if (turn.get("author").asText().equals("assistant")) {
                List<String> replyTo = new ArrayList<>();
                turn.get("reply_to").forEach(id -> replyTo.add(id.asText()));
                replies.add(replyTo);
            }
        }
        return replies;
    }

    private HttpResponse<String> post(URI url, String path, String token, Map<String, String> body, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
