package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.conversation.Event;
import io.babeldesk.desk.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Agents at work, over HTTP. Every answer is held against docs/openapi.yaml. */
class DeskTest extends StaffVocabulary {

    private static String at(String conversation, String rest) {
        return "/agent/v1/conversations/" + conversation + rest;
    }

    /** A shopper who has asked for a person. */
    private String queued(Visitor shopper) {
        String conversation = shopper.opensConversation();
        shopper.asks(conversation, "hello");
        assertThat(json(shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}"))
                        .path("state")
                        .asText())
                .isEqualTo("queued");
        return conversation;
    }

    private Worker anna() {
        Worker anna = worker("anna", Role.AGENT);
        anna.get("/agent/v1/conversations");
        return anna;
    }

    private static long lastSeq(Worker agent, String conversation) {
        return json(agent.get(at(conversation, ""))).path("last_seq").asLong();
    }

    private static Map<String, ?> says(String text, long seen) {
        return Map.of("text", text, "seen_up_to", seen);
    }

    @Test
    void whoAsksBeforeAnybodyWasAtTheDeskWaitsAndIsToldHowElsePeopleAreReached() {
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        JsonNode answer = json(shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}"));
        assertThat(answer.path("state").asText()).isEqualTo("queued");
        assertThat(answer.at("/contact/email").asText()).isEqualTo("help@larkwell.example");
    }

    @Test
    void aShopperAsksAndAnAgentAnswers() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String conversation = queued(shopper);
        JsonNode list = json(anna.get("/agent/v1/conversations?state=queued&assignee=none&lang=en&sort=due&limit=5"));
        assertThat(list.at("/data/0/id").asText()).isEqualTo(conversation);
        assertThat(list.at("/data/0/reason/rule").asText()).isEqualTo("asked-person");
        assertThat(list.at("/data/0/deadline/kind").asText()).isEqualTo("first-response");
        assertThat(list.at("/counts/queued").asInt()).isEqualTo(1);
        assertThat(json(anna.post(at(conversation, "/claim"), Map.of()))
                        .at("/agent/name")
                        .asText())
                .isEqualTo("anna");
        HttpResponse<String> sent =
                anna.post(at(conversation, "/messages"), says("I am here", lastSeq(anna, conversation)));
        assertThat(sent.statusCode()).isEqualTo(201);
        JsonNode turns = json(shopper.get(messagesOf(conversation))).path("data");
        JsonNode last = turns.get(turns.size() - 1);
        assertThat(last.path("author").asText()).isEqualTo("agent");
        assertThat(last.path("name").asText()).isEqualTo("anna");
        assertThat(last.path("text").asText()).isEqualTo("I am here");
        assertThat(json(shopper.get("/api/v1/conversations/" + conversation))
                        .path("state")
                        .asText())
                .isEqualTo("waiting");
        HttpResponse<String> silent = shopper.says(conversation, "thanks", "Prefer", "wait=5");
        assertThat(json(silent).path("reply").isNull()).isTrue();
        assertThat(json(silent).path("state").asText()).isEqualTo("open");
    }

    @Test
    void aNoteNeverReachesTheShopper() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String conversation = queued(shopper);
        HttpResponse<String> noted = anna.post(at(conversation, "/notes"), Map.of("text", "a rare secret"));
        assertThat(noted.statusCode()).isEqualTo(201);
        assertThat(anna.get(at(conversation, "")).body()).contains("a rare secret");
        assertThat(shopper.get(messagesOf(conversation)).body()).doesNotContain("a rare secret");
        assertThat(shopper.get("/api/v1/conversations/" + conversation + "/transcript?format=txt")
                        .body())
                .doesNotContain("a rare secret");
        assertThat(shopper.get("/api/v1/me/export").body()).doesNotContain("a rare secret");
    }

    @Test
    void whoComesSecondIsToldWhoHasIt() {
        Worker anna = anna();
        Worker ben = worker("ben", Role.AGENT);
        Worker lead = worker("lea", Role.LEAD);
        String conversation = queued(visitor());
        anna.post(at(conversation, "/claim"), Map.of());
        anna.post(at(conversation, "/claim"), Map.of());
        HttpResponse<String> late = ben.post(at(conversation, "/claim"), Map.of());
        assertProblem(late, 409, "already-claimed");
        assertThat(json(late).at("/agent/id").asText()).isEqualTo(anna.id);
        assertProblem(ben.post(at(conversation, "/claim"), Map.of("take_over", true)), 409, "already-claimed");
        assertProblem(ben.post(at(conversation, "/messages"), says("hello", 99)), 409, "already-claimed");
        assertProblem(ben.post(at(conversation, "/resolve"), Map.of()), 409, "already-claimed");
        assertThat(json(lead.post(at(conversation, "/claim"), Map.of("take_over", true)))
                        .at("/agent/id")
                        .asText())
                .isEqualTo(lead.id);
    }

    @Test
    void aReplyToAnOldSightIsStoppedAndOneUnderAKeyIsSentOnce() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String conversation = queued(shopper);
        anna.post(at(conversation, "/claim"), Map.of());
        long seen = lastSeq(anna, conversation);
        shopper.says(conversation, "one more thing");
        assertProblem(anna.post(at(conversation, "/messages"), says("done", seen)), 409, "stale-view");
        String body = object(says("done", lastSeq(anna, conversation)));
        String path = at(conversation, "/messages");
        String first = json(anna.send("POST", path, body, "Idempotency-Key", "k1"))
                .path("id")
                .asText();
        assertThat(json(anna.send("POST", path, body, "Idempotency-Key", "k1"))
                        .path("id")
                        .asText())
                .isEqualTo(first)
                .startsWith("trn_");
        assertProblem(
                anna.send("POST", path, object(says("other", 999)), "Idempotency-Key", "k1"),
                422,
                "idempotency-key-reused");
        assertProblem(anna.post(path, Map.of("text", "x")), 422, "invalid-field");
        assertProblem(anna.post(path, says(" ", 1)), 422, "text-empty");
    }

    @Test
    void aNoteUnderAKeyIsNotedOnceAndWhatIsDoneStandsInTheAuditLog() {
        Worker anna = anna();
        String conversation = queued(visitor());
        String path = at(conversation, "/notes");
        String note = object(Map.of("text", "a secret of the shop"));
        JsonNode first = json(anna.send("POST", path, note, "Idempotency-Key", "n1"));
        assertThat(json(anna.send("POST", path, note, "Idempotency-Key", "n1"))).isEqualTo(first);
        assertProblem(
                anna.send("POST", path, object(Map.of("text", "another")), "Idempotency-Key", "n1"),
                422,
                "idempotency-key-reused");
        anna.post(at(conversation, "/claim"), Map.of());
        JsonNode audit = json(worker("root", Role.ADMIN).get("/admin/v1/audit"));
        assertThat(audit.findValuesAsText("action")).contains("conversation-noted", "conversation-claimed");
        assertThat(audit.findValuesAsText("subject")).contains(conversation);
        assertThat(audit.toString()).doesNotContain("a secret");
    }

    @Test
    void theSummaryTellsInTheAgentsLanguageWhatWasSaid() {
        Worker anna = anna();
        Visitor shopper = visitor("{\"site\":\"demo\",\"locale\":\"en\",\"market\":\"DE\"}");
        String conversation = shopper.opensConversation();
        shopper.asks(conversation, "Where is my order LW-204481? I am a@b.example");
        shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{\"email\":\"her@mail.example\"}");
        JsonNode detail = json(anna.send("GET", at(conversation, ""), "", "Accept-Language", "de"));
        JsonNode summary = detail.path("summary");
        assertThat(summary.path("language").asText()).isEqualTo("de");
        assertThat(summary.path("wanted").asText()).contains("LW-204481");
        assertThat(summary.path("facts").toString())
                .contains("Bestellnummer", "LW-204481", "Deutschland", "her@mail.example");
        assertThat(summary.at("/tried/0").asText()).startsWith("Gezeigt:");
        assertThat(detail.at("/shopper/email").asText()).isEqualTo("her@mail.example");
        assertThat(json(anna.get(at(conversation, "/fits")))
                        .at("/data/0/reasons")
                        .toString())
                .contains("load 0 of 5");
    }

    @Test
    void snoozeTransferReturnResolveAndReopenLeadWhereTheySay() {
        Worker anna = anna();
        Worker ben = worker("ben", Role.AGENT);
        String conversation = queued(visitor());
        anna.post(at(conversation, "/claim"), Map.of());
        String tomorrow = clock.instant().plus(Duration.ofDays(1)).toString();
        JsonNode snoozed = json(anna.post(at(conversation, "/snooze"), Map.of("until", tomorrow)));
        assertThat(snoozed.path("state").asText()).isEqualTo("snoozed");
        assertThat(snoozed.path("snoozed_until").asText()).isNotEmpty();
        for (String wrong : List.of("soon", "2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z")) {
            assertProblem(anna.post(at(conversation, "/snooze"), Map.of("until", wrong)), 422, "invalid-field");
        }
        JsonNode given = json(anna.post(at(conversation, "/transfer"), Map.of("agent", ben.id, "note", "yours now")));
        assertThat(given.at("/agent/id").asText()).isEqualTo(ben.id);
        assertProblem(ben.post(at(conversation, "/transfer"), Map.of("agent", "agt_nobody")), 404, "unknown-account");
        assertProblem(ben.post(at(conversation, "/transfer"), Map.of()), 422, "invalid-field");
        assertThat(json(ben.post(at(conversation, "/transfer"), Map.of("team", "returns")))
                        .path("team")
                        .asText())
                .isEqualTo("returns");
        assertProblem(ben.post(at(conversation, "/return-to-assistant"), Map.of()), 409, "wrong-state");
        ben.post(at(conversation, "/claim"), Map.of());
        assertThat(json(ben.post(at(conversation, "/resolve"), Map.of()))
                        .path("state")
                        .asText())
                .isEqualTo("resolved");
        assertThat(json(ben.post(at(conversation, "/reopen"), Map.of()))
                        .path("state")
                        .asText())
                .isEqualTo("open");
        assertThat(json(ben.post(at(conversation, "/return-to-assistant"), Map.of()))
                        .path("state")
                        .asText())
                .isEqualTo("assistant");
    }

    @Test
    void labelsAndPriorityAreSetOnlyOnWhatWasSeen() {
        Worker anna = anna();
        String conversation = queued(visitor());
        String tag = anna.get(at(conversation, "")).headers().firstValue("ETag").orElseThrow();
        String body = object(Map.of("priority", "urgent", "labels", List.of("vip", "保証")));
        JsonNode row = json(anna.send("PATCH", at(conversation, ""), body, "If-Match", tag));
        assertThat(row.path("priority").asText()).isEqualTo("urgent");
        assertThat(row.path("labels").toString()).contains("vip", "保証");
        assertThat(json(anna.get("/agent/v1/conversations?label=vip")).path("data"))
                .hasSize(1);
        assertProblem(anna.send("PATCH", at(conversation, ""), body, "If-Match", tag), 412, "version-outdated");
        assertProblem(anna.send("PATCH", at(conversation, ""), body), 428, "version-missing");
        assertProblem(anna.send("PATCH", at(conversation, ""), body, "If-Match", "x"), 422, "invalid-parameter");
        String bad = object(Map.of("priority", "huge", "labels", List.of("<b>")));
        assertProblem(anna.send("PATCH", at(conversation, ""), bad, "If-Match", "\"1\""), 422, "invalid-field");
    }

    @Test
    void draftsSurviveUntilTheyAreSent() {
        Worker anna = anna();
        String conversation = queued(visitor());
        anna.post(at(conversation, "/claim"), Map.of());
        anna.put(at(conversation, "/drafts"), Map.of("text", "Dear"));
        assertThat(json(anna.get(at(conversation, "/drafts"))).path("text").asText())
                .isEqualTo("Dear");
        anna.post(at(conversation, "/messages"), says("Dear you", lastSeq(anna, conversation)));
        assertThat(json(anna.get(at(conversation, "/drafts"))).path("text").asText())
                .isEmpty();
    }

    @Test
    void aModelSaysWhatItIsAboutAndTheLogWhereItSaysNothing() {
        Worker anna = anna();
        String conversation = queued(visitor());
        JsonNode log = json(anna.get(at(conversation, "/summary")));
        assertThat(log.path("by").asText()).isEqualTo("log");
        assertThat(log.path("wanted").asText()).isEqualTo("hello");
        assertThat(log.has("text")).isFalse();

        summary = "The customer said hello and asks for a person.";

        JsonNode worded = json(anna.get(at(conversation, "/summary")));
        assertThat(worded.path("by").asText()).isEqualTo("model");
        assertThat(worded.path("text").asText()).isEqualTo(summary);
        assertThat(worded.path("wanted").asText()).isEqualTo("hello");
    }

    @Test
    void theAssistantSuggestsAndSaysNothing() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String conversation = queued(shopper);
        assertProblem(anna.post(at(conversation, "/suggest"), Map.of()), 409, "wrong-state");
        shopper.says(conversation, "what now");
        assertThat(json(anna.post(at(conversation, "/suggest"), Map.of()))
                        .path("text")
                        .asText())
                .contains("what now");
        assertThat(shopper.get(messagesOf(conversation)).body()).doesNotContain("re: what now");
    }

    @Test
    void whatBecameOfASuggestionIsKeptOnceAndForAgentsAlone() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String conversation = queued(shopper);
        shopper.says(conversation, "what now");
        String turn = json(anna.post(at(conversation, "/suggest"), Map.of()))
                .path("turn")
                .asText();
        String path = at(conversation, "/suggest/" + turn + "/outcome");
        assertProblem(anna.post(path, Map.of("outcome", "liked")), 422, "invalid-field");
        assertProblem(
                anna.post(at(conversation, "/suggest/trn_none/outcome"), Map.of("outcome", "edited")),
                404,
                "unknown-message");
        assertThat(anna.post(path, Map.of("outcome", "edited")).statusCode()).isEqualTo(204);
        assertThat(anna.post(path, Map.of("outcome", "rejected")).statusCode()).isEqualTo(204);
        assertThat(conversations.eventsAfter(conversation, 0, 100))
                .filteredOn(event -> event.body() instanceof Event.Body.SuggestionJudged)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.visibility()).isEqualTo(Event.Visibility.AGENTS);
                    assertThat(((Event.Body.SuggestionJudged) event.body()).outcome())
                            .isEqualTo(Event.Outcome.EDITED);
                });
    }

    @Test
    void statusAndPresenceAreSeenByAll() {
        Worker anna = anna();
        assertThat(anna.put("/agent/v1/me/status", Map.of("status", "away")).statusCode())
                .isEqualTo(204);
        assertThat(json(anna.get("/agent/v1/presence")).at("/data/0/status").asText())
                .isEqualTo("away");
        assertProblem(anna.put("/agent/v1/me/status", Map.of("status", "asleep")), 422, "invalid-field");
    }

    @Test
    void aReplyOfTheAssistantIsExplained() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        shopper.asks(conversation, "hello");
        String turn = json(anna.get(at(conversation, ""))).at("/turns/1/id").asText();
        assertThat(json(anna.get("/agent/v1/turns/" + turn + "/provenance"))
                        .path("query")
                        .asText())
                .isEqualTo("hello");
        assertProblem(anna.get("/agent/v1/turns/trn_none/provenance"), 404, "unknown-message");
        assertProblem(anna.get(at("cnv_none", "")), 404, "unknown-conversation");
        assertProblem(anna.get("/agent/v1/conversations?state=odd"), 422, "invalid-parameter");
        assertProblem(anna.get("/agent/v1/conversations?sort=odd"), 422, "invalid-parameter");
        assertProblem(anna.get("/agent/v1/conversations?cursor=!"), 422, "invalid-parameter");
        assertProblem(anna.get("/agent/v1/events"), 406, "not-acceptable");
    }

    @Test
    void conversationsAreFoundByWhatWasSaidInThem() {
        Worker anna = anna();
        String conversation = queued(visitor());
        String other = queued(visitor());
        anna.post(at(conversation, "/notes"), Map.of("text", "Two lamps arrived broken"));
        anna.post(at(other, "/notes"), Map.of("text", "One lamp only"));

        JsonNode found = json(anna.get("/agent/v1/conversations?q=broken+lamp"));
        assertThat(found.at("/data")).hasSize(1);
        assertThat(found.at("/data/0/id").textValue()).isEqualTo(conversation);
        assertThat(found.at("/data/0/found/author").textValue()).isEqualTo("note");
        assertThat(found.at("/data/0/found/pieces").toString())
                .isEqualTo("[{\"text\":\"Two \",\"hit\":false},{\"text\":\"lamps\",\"hit\":true},"
                        + "{\"text\":\" arrived \",\"hit\":false},{\"text\":\"broken\",\"hit\":true}]");

        JsonNode first = json(anna.get("/agent/v1/conversations?q=lamp&sort=newest&limit=1"));
        assertThat(first.at("/data/0/id").textValue()).isEqualTo(other);
        JsonNode second = json(anna.get("/agent/v1/conversations?q=lamp&sort=newest&limit=1&cursor="
                + first.at("/next_cursor").textValue()));
        assertThat(second.at("/data/0/id").textValue()).isEqualTo(conversation);
        assertThat(second.at("/has_more").booleanValue()).isFalse();

        anna.post(at(other, "/claim"), Map.of());
        assertThat(json(anna.get("/agent/v1/conversations?q=lamp&assignee=me")).at("/data"))
                .extracting(one -> one.at("/id").textValue())
                .containsExactly(other);
        assertThat(json(anna.get("/agent/v1/conversations?q=lamp&state=resolved"))
                        .at("/data"))
                .isEmpty();
        assertProblem(anna.get("/agent/v1/conversations?q=" + "x".repeat(201)), 422, "invalid-parameter");
    }

    @Test
    void pagesOfTheListGoOnWhereTheLastOneEnded() {
        Worker anna = anna();
        for (int i = 0; i < 3; i++) {
            queued(visitor());
        }
        JsonNode first = json(anna.get("/agent/v1/conversations?state=queued&limit=2"));
        assertThat(first.path("data")).hasSize(2);
        JsonNode second = json(anna.get("/agent/v1/conversations?state=queued&limit=2&cursor="
                + first.path("next_cursor").asText()));
        assertThat(second.path("data")).hasSize(1);
        assertThat(second.path("has_more").asBoolean()).isFalse();
    }
}
