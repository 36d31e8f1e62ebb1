package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.desk.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What agents are told of, and the views that they save. */
class NotificationTest extends StaffVocabulary {

    private static final String MINE = "/agent/v1/notifications";
    private static final String VIEWS = "/agent/v1/views";

    private static HttpResponse<String> notes(Worker by, String conversation, String text, Worker... mentions) {
        List<String> ids = List.of(mentions).stream().map(worker -> worker.id).toList();
        return by.post("/agent/v1/conversations/" + conversation + "/notes", Map.of("text", text, "mentions", ids));
    }

    private static long unread(Worker worker) {
        return json(worker.get(MINE)).path("unread").asLong();
    }

    @Test
    void aMentionIsToldToHerAloneAndNeverToTheShopper() {
        Worker anna = worker("anna", Role.AGENT);
        Worker ben = worker("ben", Role.AGENT);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        JsonNode note = json(notes(anna, conversation, "@ben a rare secret", ben));
        assertThat(note.at("/mentions/0/id").asText()).isEqualTo(ben.id);
        JsonNode told = json(ben.get(MINE)).at("/data/0");
        assertThat(told.path("kind").asText()).isEqualTo("mention");
        assertThat(told.path("text").asText()).isEqualTo("@ben a rare secret");
        assertThat(told.at("/agent/name").asText()).isEqualTo("anna");
        assertThat(told.path("conversation").asText()).isEqualTo(conversation);
        assertThat(json(anna.get(MINE)).path("data")).isEmpty();
        for (String path : List.of(
                messagesOf(conversation),
                "/api/v1/conversations/" + conversation + "/transcript?format=json",
                "/api/v1/me/export")) {
            assertThat(shopper.get(path).body()).doesNotContain("secret", ben.id, "ntf_");
        }
        assertProblem(shopper.get(MINE), 401, "api-key-invalid");
    }

    @Test
    void whatIsReadIsReadEverywhereAndWhatCameSinceIsNot() {
        Worker anna = worker("anna", Role.AGENT);
        Worker ben = worker("ben", Role.AGENT);
        String conversation = visitor().opensConversation();
        notes(anna, conversation, "one", ben);
        String seen = json(ben.get(MINE + "?unread=true")).at("/data/0/id").asText();
        notes(anna, visitor().opensConversation(), "two", ben);
        assertThat(unread(ben)).isEqualTo(2);
        anna.post(MINE + "/read", Map.of("up_to", "ntf_999999"));
        assertThat(unread(ben)).as("a colleague reads only her own").isEqualTo(2);
        JsonNode left = json(ben.post(MINE + "/read", Map.of("up_to", seen, "conversation", conversation)));
        assertThat(left.path("unread").asLong()).isEqualTo(1);
        JsonNode page = json(ben.get(MINE + "?limit=1"));
        assertThat(page.at("/data/0/read").asBoolean()).isFalse();
        assertThat(json(ben.get(MINE + "?limit=1&cursor="
                                + page.path("next_cursor").asText()))
                        .at("/data/0/read")
                        .asBoolean())
                .isTrue();
        ben.post(MINE + "/read", Map.of("up_to", page.at("/data/0/id").asText()));
        assertThat(json(ben.get(MINE + "?unread=true")).path("data")).isEmpty();
        assertProblem(ben.post(MINE + "/read", Map.of("up_to", "all")), 422, "invalid-field");
        assertProblem(ben.get(MINE + "?cursor=x"), 422, "invalid-parameter");
    }

    @Test
    void onlyThoseAtTheDeskAreMentionedAndATransferIsToldToo() {
        Worker anna = worker("anna", Role.AGENT);
        Worker ben = worker("ben", Role.AGENT);
        Worker editor = worker("eda", Role.EDITOR);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        assertProblem(notes(anna, conversation, "@eda", editor), 404, "unknown-account");
        shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}");
        anna.post("/agent/v1/conversations/" + conversation + "/claim", Map.of());
        assertThat(unread(anna)).as("she took it herself").isZero();
        anna.post("/agent/v1/conversations/" + conversation + "/transfer", Map.of("agent", ben.id));
        JsonNode told = json(ben.get(MINE)).at("/data/0");
        assertThat(told.path("kind").asText()).isEqualTo("transfer");
        assertThat(told.at("/agent/id").asText()).isEqualTo(anna.id);
        assertThat(told.has("text")).isFalse();
    }

    @Test
    void aViewIsHersAndCountsWhatItLetsThrough() {
        Worker anna = worker("anna", Role.AGENT);
        Worker ben = worker("ben", Role.AGENT);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}");
        JsonNode made = json(anna.post(
                VIEWS,
                Map.of(
                        "name",
                        " Early \u202e<b> ",
                        "states",
                        List.of("queued"),
                        "assignee",
                        "none",
                        "language",
                        "en")));
        assertThat(made.path("name").asText()).isEqualTo("Early <b>");
        assertThat(made.path("count").asInt()).isEqualTo(1);
        String path = VIEWS + "/" + made.path("id").asText();
        assertThat(json(ben.get(VIEWS)).path("data")).isEmpty();
        assertProblem(ben.put(path, Map.of("name", "x")), 404, "unknown-view");
        assertProblem(ben.send("DELETE", path, ""), 404, "unknown-view");
        JsonNode changed = json(anna.put(path, Map.of("name", "Mine", "assignee", "me", "priority", "high")));
        assertThat(changed.path("count").asInt()).isZero();
        assertThat(json(anna.get(VIEWS)).at("/data/0")).isEqualTo(changed);
        assertProblem(anna.post(VIEWS, Map.of("name", "x", "states", List.of("closed"))), 422, "invalid-field");
        assertProblem(anna.post(VIEWS, Map.of("name", "x", "assignee", "agt_1")), 422, "invalid-field");
        assertProblem(anna.post(VIEWS, Map.of("name", "x", "priority", "huge")), 422, "invalid-field");
        assertProblem(anna.post(VIEWS, Map.of("name", " ")), 422, "invalid-field");
        assertThat(json(anna.get("/agent/v1/conversations?priority=urgent")).path("data"))
                .isEmpty();
        assertProblem(anna.get("/agent/v1/conversations?priority=odd"), 422, "invalid-parameter");
        assertThat(anna.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(json(anna.get(VIEWS)).path("data")).isEmpty();
    }
}
