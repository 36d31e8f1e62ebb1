package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client of a stream that holds every event against docs/openapi.yaml. */
final class EventReader implements AutoCloseable {

    private static final Map<String, String> SCHEMAS = Map.of(
            "turn.created", "TurnEvent",
            "turn.delta", "DeltaEvent",
            "turn.completed", "CompletedEvent",
            "turn.updated", "TurnEvent",
            "conversation.updated", "StateEvent",
            "csat.requested", "ScoreAskedEvent",
            "typing", "TypingEvent",
            "resync", "ResyncEvent");

    /** @param id empty if the event had none */
    record Received(String type, String data, String id) {
        String brief() {
            return type + "#" + id;
        }
    }

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    EventReader(Contract http, String path, String token, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(http.at(path))
                .headers("Authorization", "Bearer " + token, "Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        response = http.client().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The next events, heartbeats left out. */
    List<Received> next(int count) throws IOException {
        List<Received> events = new ArrayList<>();
        while (events.size() < count) {
            events.add(next());
        }
        return events;
    }

    /** Events up to the first of a type, and that one. */
    List<Received> until(String type) throws IOException {
        List<Received> events = new ArrayList<>();
        do {
            events.add(next());
        } while (!events.getLast().type().equals(type));
        return events;
    }

    Received next() throws IOException {
        Received event = next(lines);
        OpenApi.FILE.assertMatches(event.data(), SCHEMAS.getOrDefault(event.type(), "NotDescribed"));
        return event;
    }

    /** The next event of any stream, heartbeats left out. */
    static Received next(BufferedReader lines) throws IOException {
        String type = "";
        String data = "";
        String id = "";
        while (true) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the stream ended");
            } else if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.isEmpty() && !type.isEmpty()) {
                return new Received(type, data, id);
            }
        }
    }

    String nextLine() throws IOException {
        return lines.readLine();
    }

    /** Whether the server ended it in good order. */
    boolean endsInOrder() throws IOException {
        String line;
        do {
            line = lines.readLine();
        } while (line != null);
        return true;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
