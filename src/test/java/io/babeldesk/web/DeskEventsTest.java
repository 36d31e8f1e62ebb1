package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.desk.Role;
import io.babeldesk.web.EventReader.Received;
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

        Received next() throws IOException {
            return EventReader.next(lines);
        }

        /** Up to the first of a type, and that one. */
        List<Received> until(String type) throws IOException {
            List<Received> heard = new ArrayList<>();
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
            assertThat(ear.next().data()).isEqualTo("{\"unread\":0}");
            conversation = shopper.opensConversation();
            shopper.asks(conversation, "hello");
            List<Received> first = ear.until("turn.completed");
            assertThat(first)
                    .extracting(Received::type)
                    .containsSubsequence("conversation.created", "turn.created", "progress", "turn.completed");
            assertThat(first.getLast().data()).contains(conversation, "re: hello");
            shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}");
            Received queued = ear.until("conversation.updated").getLast();
            assertThat(queued.data()).contains("\"state\":\"queued\"");
            last = queued.id();
        }
        anna.post("/agent/v1/conversations/" + conversation + "/notes", Map.of("text", "for us alone"));
        anna.post("/agent/v1/conversations/" + conversation + "/claim", Map.of());
        try (Ear ear = new Ear(anna, "?after=" + last)) {
            List<Received> missed = ear.until("conversation.assigned");
            assertThat(missed).extracting(Received::type).contains("note.created", "conversation.updated");
            assertThat(missed.stream()
                            .map(Received::id)
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
            ear.until("notifications.updated");
            anna.post("/agent/v1/conversations/" + conversation + "/viewing", Map.of());
            assertThat(ear.next().data()).contains("\"activity\":\"viewing\"", anna.id);
            anna.post("/agent/v1/conversations/" + conversation + "/typing", Map.of());
            assertThat(ear.next().data()).contains("\"activity\":\"typing\"");
            Received typing = hers.next();
            assertThat(typing.type()).isEqualTo("typing");
            assertThat(typing.data()).contains("anna");
            shopper.post("/api/v1/conversations/" + conversation + "/typing", "{}");
            assertThat(ear.next().type()).isEqualTo("typing");
        }
    }

    @Test
    void eachHearsWhatSheIsToldOfAndThatSheHasReadItElsewhere() throws Exception {
        Worker anna = worker("anna", Role.AGENT);
        Worker ben = worker("ben", Role.AGENT);
        String conversation = visitor().opensConversation();
        String notes = "/agent/v1/conversations/" + conversation + "/notes";
        try (Ear ear = new Ear(ben, "");
                Ear annas = new Ear(anna, "")) {
            assertThat(ear.until("notifications.updated").getLast().data()).contains(":0");
            annas.until("notifications.updated");
            anna.post(notes, Map.of("text", "@ben look", "mentions", List.of(ben.id)));
            List<Received> heard = ear.until("notifications.updated");
            assertThat(heard.getFirst().type()).isIn("conversation.created", "note.created");
            assertThat(heard.getLast().data()).contains(":1");
            assertThat(heard.getLast().id()).isEmpty();
            ben.post("/agent/v1/notifications/read", Map.of("up_to", "ntf_999"));
            assertThat(ear.next().data()).isEqualTo("{\"unread\":0}");
            anna.post(notes, Map.of("text", "the next"));
            assertThat(annas.until("note.created")).noneMatch(one -> one.type().equals("notifications.updated"));
        }
    }
}
