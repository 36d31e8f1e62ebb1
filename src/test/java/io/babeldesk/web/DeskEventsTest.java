package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.desk.Role;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What agents hear as it happens. */
@Timeout(60)
class DeskEventsTest extends StaffVocabulary {

    private record Heard(String type, String data, String id) {}

    /** A console's stream. */
    private final class Ear implements AutoCloseable {
        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        Ear(Worker worker, String after) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(http.at("/agent/v1/events" + after))
                    .headers("Cookie", worker.cookie(), "Accept", "text/event-stream");
            response = http.client().send(request.build(), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        Heard next() throws IOException {
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
                    return new Heard(type, data, id);
                }
            }
        }

        /** Up to the first of a type, and that one. */
        List<Heard> until(String type) throws IOException {
            List<Heard> heard = new ArrayList<>();
            do {
                heard.add(next());
            } while (!heard.getLast().type().equals(type));
            return heard;
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }

    @Test
    void anEscalationArrivesWithoutBeingAskedForAndIsGoneOnWithWhereItWasLeft() throws Exception {
        Worker anna = worker("anna", Role.AGENT);
        Visitor shopper = visitor();
        String last;
        String conversation;
        try (Ear ear = new Ear(anna, "")) {
            assertThat(ear.next().type()).isEqualTo("queue.updated");
            conversation = shopper.opensConversation();
            shopper.asks(conversation, "hello");
            List<Heard> first = ear.until("turn.completed");
            assertThat(first)
                    .extracting(Heard::type)
                    .containsSubsequence("conversation.created", "turn.created", "progress", "turn.completed");
            assertThat(first.getLast().data()).contains(conversation, "re: hello");
            shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}");
            Heard queued = ear.until("conversation.updated").getLast();
            assertThat(queued.data()).contains("\"state\":\"queued\"");
            last = queued.id();
        }
        anna.post("/agent/v1/conversations/" + conversation + "/notes", Map.of("text", "for us alone"));
        anna.post("/agent/v1/conversations/" + conversation + "/claim", Map.of());
        try (Ear ear = new Ear(anna, "?after=" + last)) {
            List<Heard> missed = ear.until("conversation.assigned");
            assertThat(missed).extracting(Heard::type).contains("note.created", "conversation.updated");
            assertThat(missed.stream()
                            .map(Heard::id)
                            .filter(id -> !id.isEmpty())
                            .map(Long::parseLong))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id > Long.parseLong(last));
        }
        try (Ear ear = new Ear(anna, "?after=999999")) {
            assertThat(ear.next().type()).isEqualTo("resync");
        }
    }

    @Test
    void whoLooksAndWhoWritesIsSeenByAgentsAndWritingByTheShopper() throws Exception {
        Worker anna = worker("anna", Role.AGENT);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        try (Ear ear = new Ear(anna, "");
                EventReader hers =
                        new EventReader(http, "/api/v1/conversations/" + conversation + "/events", shopper.token)) {
            assertThat(hers.nextLine()).isEqualTo(": hb");
            ear.next();
            anna.post("/agent/v1/conversations/" + conversation + "/viewing", Map.of());
            assertThat(ear.next().data()).contains("\"activity\":\"viewing\"", anna.id);
            anna.post("/agent/v1/conversations/" + conversation + "/typing", Map.of());
            assertThat(ear.next().data()).contains("\"activity\":\"typing\"");
            EventReader.Received typing = hers.next();
            assertThat(typing.type()).isEqualTo("typing");
            assertThat(typing.data()).contains("anna");
            shopper.post("/api/v1/conversations/" + conversation + "/typing", "{}");
            assertThat(ear.next().type()).isEqualTo("typing");
        }
    }
}
