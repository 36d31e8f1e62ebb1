package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.desk.AuditEntry;
import io.babeldesk.desk.Role;
import io.babeldesk.language.Language;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several actions at once, over HTTP. Every answer is held against docs/openapi.yaml. */
class MacroTest extends StaffVocabulary {

    private static final Map<String, ?> RESOLVE = Map.of("kind", "resolve");
    private static final Map<String, ?> TAKE = Map.of("kind", "assign", "agent", "me");

    private static String at(String conversation, String rest) {
        return "/agent/v1/conversations/" + conversation + rest;
    }

    private Worker anna() {
        Worker anna = worker("anna", Role.AGENT);
        anna.get("/agent/v1/conversations");
        return anna;
    }

    private String queued() {
        return queued(visitor());
    }

    private String queued(Visitor shopper) {
        String conversation = shopper.opensConversation();
        shopper.asks(conversation, "hello");
        shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}");
        return conversation;
    }

    private String named() {
        Visitor shopper = visitor();
        conversations.identify(shopper.id, new Shopper.Customer(Optional.of("Nora"), Optional.empty()));
        return queued(shopper);
    }

    private String reply(String text) {
        return cannedReplies
                .add("r" + cannedReplies.all().size(), "Reply", Map.of(Language.ENGLISH, text), clock.instant())
                .orElseThrow()
                .id();
    }

    private String macro(Object... actions) {
        Worker lead = worker("lead" + accounts.agents().all().size(), Role.LEAD);
        HttpResponse<String> made =
                lead.post("/agent/v1/macros", Map.of("name", "Refund", "actions", List.of(actions)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("id").asText();
    }

    private static JsonNode run(Worker agent, String macro, boolean dry, String... conversations) {
        HttpResponse<String> ran = agent.post(
                "/agent/v1/macros/" + macro + "/run", Map.of("conversations", List.of(conversations), "dry_run", dry));
        assertThat(ran.statusCode()).as(ran.body()).isEqualTo(200);
        return json(ran);
    }

    private JsonNode row(Worker agent, String conversation) {
        return json(agent.get(at(conversation, "")));
    }

    private List<String> audited() {
        return accounts.audit().page(Optional.empty(), 50).stream()
                .map(AuditEntry::action)
                .toList();
    }

    @Test
    void leadsWriteThemAndAgentsReadThem() {
        Worker lead = worker("lea", Role.LEAD);
        Worker anna = anna();
        HttpResponse<String> made = lead.post(
                "/agent/v1/macros",
                Map.of("name", "Late", "actions", List.of(Map.of("kind", "snooze", "minutes", 90), RESOLVE)));
        String id = json(made).path("id").asText();
        assertThat(json(anna.get("/agent/v1/macros"))
                        .at("/data/0/actions/0/minutes")
                        .asInt())
                .isEqualTo(90);
        assertProblem(anna.post("/agent/v1/macros", Map.of()), 403, "not-permitted");
        JsonNode changed =
                json(lead.put("/agent/v1/macros/" + id, Map.of("name", "Over", "actions", List.of(RESOLVE))));
        assertThat(changed.path("name").asText()).isEqualTo("Over");
        assertThat(lead.send("DELETE", "/agent/v1/macros/" + id, "").statusCode())
                .isEqualTo(204);
        assertProblem(lead.send("DELETE", "/agent/v1/macros/" + id, ""), 404, "unknown-macro");
        assertProblem(
                lead.put("/agent/v1/macros/" + id, Map.of("name", "Over", "actions", List.of(RESOLVE))),
                404,
                "unknown-macro");
        assertThat(audited()).contains("macro-added", "macro-changed", "macro-removed");
    }

    @Test
    void whatIsWrongWithAnActionIsNamed() {
        Worker lead = worker("lea", Role.LEAD);
        HttpResponse<String> wrong = lead.post(
                "/agent/v1/macros",
                Map.of(
                        "name",
                        "x",
                        "actions",
                        List.of(
                                Map.of("kind", "dance"),
                                Map.of("kind", "reply", "canned_reply", "cnd_none"),
                                Map.of("kind", "add-labels", "labels", List.of("a b")),
                                Map.of("kind", "assign"),
                                Map.of("kind", "snooze", "minutes", 0),
                                Map.of("kind", "priority", "priority", "huge"),
                                Map.of("kind", "note", "text", " "))));
        assertProblem(wrong, 422, "invalid-field");
        List<String> pointers = new ArrayList<>();
        json(wrong)
                .path("errors")
                .forEach(error -> pointers.add(error.path("pointer").asText()));
        assertThat(pointers)
                .contains(
                        "/actions/0/kind",
                        "/actions/2/labels",
                        "/actions/3/agent",
                        "/actions/4/minutes",
                        "/actions/5/priority",
                        "/actions/6/text");
        assertProblem(lead.post("/agent/v1/macros", Map.of("name", "x", "actions", List.of())), 422, "invalid-field");
        assertProblem(
                lead.post("/agent/v1/macros/mac_none/run", Map.of("conversations", List.of("cnv_1"))),
                404,
                "unknown-macro");
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndChangesNothing() {
        Worker anna = anna();
        String conversation = named();
        String macro = macro(
                TAKE,
                Map.of("kind", "reply", "canned_reply", reply("Hello {{shopper.name}}, {{agent.name}} here.")),
                Map.of("kind", "add-labels", "labels", List.of("refund")),
                Map.of("kind", "priority", "priority", "normal"),
                RESOLVE);
        JsonNode before = row(anna, conversation);
        JsonNode ran = run(anna, macro, true, conversation);
        assertThat(ran.path("done").asInt()).isEqualTo(1);
        JsonNode steps = ran.at("/data/0/steps");
        assertThat(steps.at("/0/state").asText()).isEqualTo("open");
        assertThat(steps.at("/1/text").asText()).isEqualTo("Hello Nora, anna here.");
        assertThat(steps.at("/1/state").asText()).isEqualTo("waiting");
        assertThat(steps.at("/3/changes").asBoolean()).isFalse();
        assertThat(steps.at("/4/state").asText()).isEqualTo("resolved");
        assertThat(ran.at("/data/0/version").asLong())
                .isEqualTo(before.path("version").asLong());
        assertThat(row(anna, conversation).path("version")).isEqualTo(before.path("version"));
        assertThat(audited()).doesNotContain("macro-run");
    }

    @Test
    void aRunDoesAllOfItOrNothing() {
        Worker anna = anna();
        Worker ben = worker("ben", Role.AGENT);
        Visitor shopper = visitor();
        conversations.identify(shopper.id, new Shopper.Customer(Optional.of("Nora"), Optional.empty()));
        String named = queued(shopper);
        String nameless = queued();
        String bens = named();
        ben.post(at(bens, "/claim"), Map.of());
        String macro = macro(
                Map.of("kind", "add-labels", "labels", List.of("refund")),
                TAKE,
                Map.of("kind", "reply", "canned_reply", reply("Hello {{shopper.name}}")),
                RESOLVE);
        JsonNode ran = run(anna, macro, false, named, nameless, bens, "cnv_none");
        assertThat(ran.path("done").asInt()).isEqualTo(1);
        assertThat(ran.path("refused").asInt()).isEqualTo(3);
        assertThat(ran.at("/data/0/outcome").asText()).isEqualTo("done");
        assertThat(ran.at("/data/1/problem/code").asText()).isEqualTo("variable-missing");
        assertThat(ran.at("/data/1/problem/detail").asText()).contains("shopper.name");
        assertThat(ran.at("/data/1/problem/step").asInt()).isEqualTo(2);
        assertThat(ran.at("/data/2/problem/agent/name").asText()).isEqualTo("ben");
        assertThat(ran.at("/data/3/problem/code").asText()).isEqualTo("unknown-conversation");
        assertThat(row(anna, named).path("state").asText()).isEqualTo("resolved");
        assertThat(shopper.get(messagesOf(named)).body()).contains("Hello Nora");
        assertThat(conversations.scoreQuestion(named)).isPresent();
        assertThat(row(anna, nameless).path("state").asText()).isEqualTo("queued");
        assertThat(row(anna, nameless).path("labels")).isEmpty();
        assertThat(row(anna, bens).path("labels")).isEmpty();
        assertThat(audited()).containsOnlyOnce("macro-run");
    }

    @Test
    void aLeadActsWhereAColleagueHasTheConversation() {
        Worker anna = anna();
        Worker lead = worker("lea", Role.LEAD);
        String conversation = queued();
        anna.post(at(conversation, "/claim"), Map.of());
        Map<String, ?> given = Map.of("conversations", List.of(conversation), "actions", List.of(RESOLVE));
        Worker ben = worker("ben", Role.AGENT);
        assertThat(json(ben.post("/agent/v1/bulk", given))
                        .at("/data/0/problem/code")
                        .asText())
                .isEqualTo("already-claimed");
        assertThat(json(lead.post("/agent/v1/bulk", given)).path("done").asInt())
                .isEqualTo(1);
        assertThat(audited()).contains("bulk-run");
    }

    @Test
    void whatHasChangedSinceItWasSeenIsLeftAlone() {
        Worker anna = anna();
        String conversation = queued();
        long seen = row(anna, conversation).path("version").asLong();
        anna.post(at(conversation, "/claim"), Map.of());
        Map<String, ?> given =
                Map.of("conversations", List.of(conversation), "versions", List.of(seen), "actions", List.of(RESOLVE));
        assertThat(json(anna.post("/agent/v1/bulk", given))
                        .at("/data/0/problem/code")
                        .asText())
                .isEqualTo("version-outdated");
        assertThat(row(anna, conversation).path("state").asText()).isEqualTo("open");
        assertProblem(
                anna.post(
                        "/agent/v1/bulk",
                        Map.of("conversations", List.of(conversation), "versions", List.of(), "actions", List.of())),
                422,
                "invalid-field");
    }

    @Test
    void aRunThatIsSentAgainDoesNothingMore() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String conversation = queued(shopper);
        String macro = macro(TAKE, Map.of("kind", "reply", "canned_reply", reply("Only once")));
        String path = "/agent/v1/macros/" + macro + "/run";
        String body = object(Map.of("conversations", List.of(conversation)));
        HttpResponse<String> first = anna.send("POST", path, body, "Idempotency-Key", "one");
        HttpResponse<String> again = anna.send("POST", path, body, "Idempotency-Key", "one");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(shopper.get(messagesOf(conversation)).body())
                .containsOnlyOnce("\"name\":\"anna\",\"text\":\"Only once\"");
        String other = object(Map.of("conversations", List.of(conversation, queued())));
        assertProblem(anna.send("POST", path, other, "Idempotency-Key", "one"), 422, "idempotency-key-reused");
    }

    @Test
    void aTextThatNobodyPutIntoHerLanguageIsNotSent() {
        Worker anna = anna();
        String german = cannedReplies
                .add("de", "German", Map.of(Language.of("de"), "Guten Tag"), clock.instant())
                .orElseThrow()
                .id();
        String conversation = queued();
        JsonNode ran = run(anna, macro(TAKE, Map.of("kind", "reply", "canned_reply", german)), true, conversation);
        assertThat(ran.at("/data/0/problem/code").asText()).isEqualTo("text-not-in-language");
        assertThat(ran.at("/data/0/problem/detail").asText()).contains("English");
    }

    @Test
    void whatWaitsIsGivenToColleaguesAndTeams() {
        Worker anna = anna();
        Worker ben = worker("ben", Role.AGENT);
        String first = queued();
        String second = queued();
        Map<String, ?> toBen = Map.of("kind", "assign", "agent", ben.id);
        anna.post("/agent/v1/bulk", Map.of("conversations", List.of(first), "actions", List.of(toBen)));
        assertThat(row(anna, first).at("/agent/name").asText()).isEqualTo("ben");
        Map<String, ?> toTeam = Map.of("kind", "assign", "team", "Returns");
        anna.post("/agent/v1/bulk", Map.of("conversations", List.of(second), "actions", List.of(toTeam)));
        assertThat(row(anna, second).path("team").asText()).isEqualTo("Returns");
        assertThat(row(anna, second).path("state").asText()).isEqualTo("queued");
        Map<String, ?> toNobody = Map.of("kind", "assign", "agent", "agt_none");
        assertThat(json(anna.post(
                                "/agent/v1/bulk",
                                Map.of("conversations", List.of(second), "actions", List.of(toNobody))))
                        .at("/data/0/problem/code")
                        .asText())
                .isEqualTo("unknown-account");
    }
}
