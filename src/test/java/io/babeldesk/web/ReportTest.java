package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.answer.Cutoffs;
import io.babeldesk.desk.Role;
import io.babeldesk.insight.By;
import io.babeldesk.insight.ReportKind;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reports, what stands behind their numbers, and agents' marks. */
class ReportTest extends StaffVocabulary {

    private static final String REPORTS = "/agent/v1/reports/";

    /** All of what happens in these tests, also around midnight. */
    private String ever() {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return "?from=" + today.minusDays(1) + "&to=" + today.plusDays(1) + "&tz=UTC";
    }

    private JsonNode report(Worker lead, String name, String more) {
        return json(lead.get(REPORTS + name + ever() + more));
    }

    private static JsonNode number(JsonNode numbers, String name) {
        for (JsonNode one : numbers) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError(name + " in " + numbers);
    }

    private static List<String> conversations(JsonNode behind) {
        List<String> ids = new ArrayList<>();
        behind.path("data").forEach(entry -> ids.add(entry.path("conversation").asText()));
        return ids;
    }

    private HttpResponse<String> marks(Worker agent, String turn, Optional<String> mark) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("mark", mark.orElse(null));
        return agent.put("/agent/v1/turns/" + turn + "/mark", fields);
    }

    @Test
    void aNumberIsTheListOfConversationsBehindIt() {
        Worker lead = worker("leah", Role.LEAD);
        Visitor shopper = visitor();
        String answered = shopper.opensConversation();
        shopper.asks(answered, "how long can I return things?");
        Visitor other = visitor();
        String queued = other.opensConversation();
        other.asks(queued, "and my lamp?");
        other.post("/api/v1/conversations/" + queued + "/handoff", "{}");

        JsonNode volume = report(lead, "volume", "&by=language");
        assertThat(volume.path("complete").asBoolean()).isTrue();
        assertThat(volume.path("time_zone").asText()).isEqualTo("UTC");
        assertThat(number(volume.path("numbers"), "conversations").path("value").asInt())
                .isEqualTo(2);
        assertThat(volume.at("/rows/0/key").asText()).isEqualTo("en");
        JsonNode handoff = report(lead, "handoff", "&by=reason");
        assertThat(handoff.at("/rows/0/key").asText()).isEqualTo("asked-person");

        String behind = REPORTS + "handoff/conversations" + ever() + "&number=";
        assertThat(conversations(json(lead.get(behind + "handed-over")))).containsExactly(queued);
        assertThat(conversations(json(lead.get(behind + "handed-over&by=reason&key=asked-person"))))
                .containsExactly(queued);
        assertThat(conversations(json(lead.get(behind + "handed-over&by=reason&key=none"))))
                .isEmpty();
        JsonNode page = json(lead.get(behind + "conversations&limit=1"));
        assertThat(page.path("total").asInt()).isEqualTo(2);
        JsonNode rest = json(lead.get(behind + "conversations&limit=1&cursor="
                + page.path("next_cursor").asText()));
        assertThat(rest.path("has_more").asBoolean()).isFalse();
        List<String> both = new ArrayList<>(conversations(page));
        both.addAll(conversations(rest));
        assertThat(both).containsExactlyInAnyOrder(answered, queued);
    }

    @Test
    void everyReportIsToldApartByEverythingInBothForms() {
        Worker lead = worker("leah", Role.LEAD);
        Visitor shopper = visitor();
        shopper.asks(shopper.opensConversation(), "how long?");
        for (ReportKind kind : ReportKind.values()) {
            for (By by : By.values()) {
                JsonNode shown = report(lead, kind.label(), "&by=" + by.label());
                assertThat(shown.path("numbers")).hasSize(kind.figures().size());
                HttpResponse<String> csv = lead.get(REPORTS + kind.label() + ever() + "&format=csv&by=" + by.label());
                assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
                List<String> lines = csv.body().lines().toList();
                assertThat(lines).hasSize(2 + shown.path("rows").size());
                assertThat(lines.getFirst()).startsWith(by.label() + ",name,");
                assertThat(lines.stream().mapToInt(line -> line.split(",", -1).length))
                        .containsOnly(lines.getFirst().split(",", -1).length);
            }
        }
    }

    @Test
    void theNameOfAColleagueIsNoFormula() {
        Worker lead = worker("=leah", Role.LEAD);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}");
        lead.post("/agent/v1/conversations/" + conversation + "/claim", Map.of());
        assertThat(report(lead, "volume", "&by=agent").at("/rows/0/label").asText())
                .isEqualTo("=leah");
        assertThat(lead.get(REPORTS + "volume" + ever() + "&by=agent&format=csv")
                        .body())
                .contains("\r\n" + lead.id + ",'=leah,1,");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        Worker lead = worker("leah", Role.LEAD);
        assertProblem(lead.get(REPORTS + "weather"), 404, "not-found");
        for (String query : List.of(
                "from=2026-02-30",
                "from=tomorrow",
                "from=%2B999999999-12-31",
                "tz=Europe/Atlantis",
                "by=mood",
                "format=pdf",
                "from=2026-03-02&to=2026-03-01",
                "from=2020-01-01&to=2026-01-01")) {
            assertProblem(lead.get(REPORTS + "volume?" + query), 422, "invalid-parameter");
        }
        for (String query : List.of("", "number=mood", "number=helpful", "number=conversations&key=de")) {
            assertProblem(lead.get(REPORTS + "volume/conversations?" + query), 422, "invalid-parameter");
        }
        assertThat(json(lead.get(REPORTS + "volume")).path("time_zone").asText())
                .as("the shop's")
                .isEqualTo("Europe/Berlin");
    }

    @Test
    void reportsAreForLeads() {
        assertProblem(worker("anna", Role.AGENT).get(REPORTS + "volume"), 403, "not-permitted");
        assertProblem(visitor().get(REPORTS + "volume"), 401, "api-key-invalid");
    }

    @Test
    void anAgentMarksARReplyAndTakesItBack() {
        Worker lead = worker("leah", Role.LEAD);
        Worker anna = worker("anna", Role.AGENT);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        shopper.asks(conversation, "how long?");
        JsonNode turns =
                json(anna.get("/agent/v1/conversations/" + conversation)).path("turns");
        String asked = turns.at("/0/id").asText();
        String reply = turns.at("/1/id").asText();
        assertThat(json(marks(anna, reply, Optional.of("wrong-answer")))
                        .path("mark")
                        .asText())
                .isEqualTo("wrong-answer");
        assertThat(json(anna.get("/agent/v1/conversations/" + conversation))
                        .at("/marks/" + reply)
                        .asText())
                .isEqualTo("wrong-answer");
        assertThat(shopper.get(messagesOf(conversation)).body()).doesNotContain("wrong-answer");
        JsonNode errors = report(lead, "errors", "&by=language");
        assertThat(errors.path("cutoff").asDouble()).isEqualTo(Cutoffs.ANSWER);
        assertThat(number(errors.path("numbers"), "false-answers").path("value").asDouble())
                .isEqualTo(1);
        assertThat(errors.at("/rows/0/key").asText()).isEqualTo("en");
        assertThat(json(marks(anna, reply, Optional.empty())).has("mark")).isFalse();
        assertThat(number(report(lead, "errors", "").path("numbers"), "false-answers")
                        .path("value")
                        .asDouble())
                .isZero();
        assertProblem(marks(anna, reply, Optional.of("should-have-answered")), 422, "invalid-field");
        assertProblem(marks(anna, reply, Optional.of("odd")), 422, "invalid-field");
        assertProblem(marks(anna, asked, Optional.of("wrong-answer")), 404, "unknown-message");
        assertProblem(marks(anna, "trn_nothing", Optional.empty()), 404, "unknown-message");
        assertThat(accounts.audit().page(Optional.empty(), 50))
                .filteredOn(entry -> entry.action().equals("turn-marked"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.subject()).isEqualTo(reply));
    }
}
