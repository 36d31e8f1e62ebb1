package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.conversation.Event;
import io.babeldesk.desk.AuditEntry;
import io.babeldesk.desk.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two conversations of one shopper become one, over HTTP. Every answer is held against docs/openapi.yaml. */
class MergeTest extends StaffVocabulary {

    private static String at(String conversation, String rest) {
        return "/agent/v1/conversations/" + conversation + rest;
    }

    private static JsonNode seen(Worker agent, String conversation) {
        return json(agent.get(at(conversation, "")));
    }

    private static HttpResponse<String> merges(Worker agent, String from, String into) {
        return agent.post(at(from, "/merge"), Map.of("into", into));
    }

    private Worker anna() {
        Worker anna = worker("anna", Role.AGENT);
        anna.get("/agent/v1/conversations");
        return anna;
    }

    private String queued(Visitor shopper, String says) {
        String conversation = shopper.opensConversation();
        shopper.asks(conversation, says);
        shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}");
        return conversation;
    }

    private static void labelled(Worker agent, String conversation, String label) {
        String version = seen(agent, conversation).path("version").asText();
        agent.send(
                "PATCH",
                at(conversation, ""),
                object(Map.of("labels", List.of(label))),
                "If-Match",
                "\"" + version + "\"");
    }

    @Test
    void theOneEndsWhereItSaysAndTheOtherHasAllOfIt() {
        Worker anna = anna();
        Visitor shopper = visitor("{\"site\":\"demo\",\"locale\":\"de\"}");
        String first = queued(shopper, "wo ist mein Paket");
        String second = queued(shopper, "noch einmal: mein Paket");
        anna.post(at(first, "/claim"), Map.of());
        labelled(anna, first, "delivery");
        labelled(anna, second, "late");
        JsonNode into = json(merges(anna, second, first));
        assertThat(into.path("id").asText()).isEqualTo(first);
        assertThat(into.path("labels").toString()).isEqualTo("[\"delivery\",\"late\"]");

        JsonNode target = seen(anna, first);
        assertThat(target.at("/merged/0/id").asText()).isEqualTo(second);
        assertThat(target.at("/merged/0/turns/0/text").asText()).isEqualTo("noch einmal: mein Paket");
        assertThat(target.path("turns")
                        .get(target.path("turns").size() - 1)
                        .path("author")
                        .asText())
                .isEqualTo("note");
        assertThat(target.path("turns").toString()).contains(second);
        JsonNode source = seen(anna, second);
        assertThat(source.path("state").asText()).isEqualTo("closed");
        assertThat(source.path("merged_into").asText()).isEqualTo(first);
        assertThat(shopper.get(messagesOf(second)).body()).contains("geht in Ihrem anderen Chat");
        assertThat(shopper.get(messagesOf(first)).body()).doesNotContain(second);
        assertThat(conversations.eventsAfter(second, 0, 99))
                .extracting(Event::body)
                .contains(new Event.Body.Merged(first));
        AuditEntry entry = accounts.audit().page(Optional.empty(), 1).getFirst();
        assertThat(entry.action() + " " + entry.subject() + " " + entry.detail())
                .isEqualTo("conversation-merged " + second + " into " + first);
    }

    @Test
    void doneAgainItChangesNothing() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String first = queued(shopper, "a");
        String second = queued(shopper, "b");
        merges(anna, second, first);
        long version = seen(anna, first).path("version").asLong();
        assertThat(merges(anna, second, first).statusCode()).isEqualTo(200);
        assertThat(seen(anna, first).path("version").asLong()).isEqualTo(version);
        String third = queued(shopper, "c");
        assertProblem(merges(anna, second, third), 409, "wrong-state");
        assertProblem(merges(anna, third, second), 409, "wrong-state");
    }

    @Test
    void whoWaitedThereWaitsHere() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String withTheAssistant = shopper.opensConversation();
        shopper.asks(withTheAssistant, "hello");
        String waiting = queued(shopper, "a person please");
        merges(anna, waiting, withTheAssistant);
        assertThat(seen(anna, withTheAssistant).path("state").asText()).isEqualTo("queued");
        assertThat(seen(anna, withTheAssistant).at("/reason/rule").asText()).isEqualTo("asked-person");

        String another = queued(shopper, "and this");
        anna.post(at(withTheAssistant, "/claim"), Map.of());
        long seq = seen(anna, withTheAssistant).path("last_seq").asLong();
        anna.post(at(withTheAssistant, "/messages"), Map.of("text", "done", "seen_up_to", seq));
        assertThat(seen(anna, withTheAssistant).path("state").asText()).isEqualTo("waiting");
        merges(anna, another, withTheAssistant);
        assertThat(seen(anna, withTheAssistant).path("state").asText()).isEqualTo("open");
    }

    @Test
    void onlyOneShoppersAndNotAColleagues() {
        Worker anna = anna();
        Worker ben = worker("ben", Role.AGENT);
        Worker lea = worker("lea", Role.LEAD);
        Visitor shopper = visitor();
        String first = queued(shopper, "a");
        String second = queued(shopper, "b");
        String strangers = queued(visitor(), "c");
        assertProblem(merges(anna, first, strangers), 409, "other-shopper");
        assertProblem(merges(anna, first, first), 409, "other-shopper");
        assertProblem(merges(anna, first, "cnv_none"), 404, "unknown-conversation");
        assertProblem(anna.post(at(first, "/merge"), Map.of()), 422, "invalid-field");
        ben.post(at(second, "/claim"), Map.of());
        assertProblem(merges(anna, first, second), 409, "already-claimed");
        assertThat(merges(lea, first, second).statusCode()).isEqualTo(200);
    }
}
