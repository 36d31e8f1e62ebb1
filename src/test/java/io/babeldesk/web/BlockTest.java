package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.desk.AuditEntry;
import io.babeldesk.desk.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shoppers are kept out and let in again, over HTTP. Every answer is held against docs/openapi.yaml. */
class BlockTest extends StaffVocabulary {

    private static final Map<String, ?> INSULTS = Map.of("reason", "insults");

    private static String block(String shopper) {
        return "/agent/v1/shoppers/" + shopper + "/block";
    }

    private static JsonNode seen(Worker agent, String conversation) {
        return json(agent.get("/agent/v1/conversations/" + conversation));
    }

    private Worker lea() {
        Worker lea = worker("lea", Role.LEAD);
        lea.get("/agent/v1/conversations");
        return lea;
    }

    @Test
    void whoIsBlockedIsToldSoInHerLanguageAndWhatIsUnderWayIsClosed() {
        Worker lea = lea();
        Visitor shopper = visitor("{\"site\":\"demo\",\"locale\":\"de\"}");
        String waiting = shopper.opensConversation();
        shopper.asks(waiting, "hallo");
        shopper.post("/api/v1/conversations/" + waiting + "/handoff", "{}");
        String other = shopper.opensConversation();
        JsonNode blocked = json(lea.post(block(shopper.id), INSULTS));
        assertThat(blocked.path("reason").asText()).isEqualTo("insults");
        assertThat(blocked.at("/by/name").asText()).isEqualTo("lea");
        assertThat(seen(lea, waiting).path("state").asText()).isEqualTo("closed");
        assertThat(seen(lea, other).path("state").asText()).isEqualTo("closed");
        assertThat(seen(lea, other).at("/blocked/reason").asText()).isEqualTo("insults");

        var refused = shopper.says(waiting, "immer noch da");
        assertProblem(refused, 403, "blocked");
        assertThat(json(refused).path("detail").asText()).contains("keine Nachrichten");
        assertThat(refused.body()).doesNotContain("insults");
        assertProblem(shopper.post("/api/v1/conversations", "{}"), 403, "blocked");
        assertProblem(shopper.post("/api/v1/conversations/" + waiting + "/handoff", "{}"), 403, "blocked");
        assertThat(conversations.debts()).isZero();
        assertThat(seen(lea, waiting).toString()).doesNotContain("immer noch da");
        assertThat(shopper.get(messagesOf(waiting)).statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsLetInAgainMayWrite() {
        Worker lea = lea();
        Visitor shopper = visitor();
        shopper.opensConversation();
        lea.post(block(shopper.id), INSULTS);
        JsonNode listed = json(lea.get("/agent/v1/blocked-shoppers")).path("data");
        assertThat(listed.at("/0/shopper/id").asText()).isEqualTo(shopper.id);
        assertThat(listed.at("/0/conversation").asText()).startsWith("cnv_");
        assertThat(lea.send("DELETE", block(shopper.id), "").statusCode()).isEqualTo(204);
        assertProblem(lea.send("DELETE", block(shopper.id), ""), 404, "unknown-shopper");
        assertThat(json(lea.get("/agent/v1/blocked-shoppers")).path("data")).isEmpty();
        String again = shopper.opensConversation();
        assertThat(shopper.asks(again, "sorry").at("/reply/text").asText()).isEqualTo("re: sorry");
        assertThat(accounts.audit().page(Optional.empty(), 9).stream()
                        .map(AuditEntry::action)
                        .toList())
                .contains("shopper-blocked", "shopper-unblocked");
    }

    @Test
    void aBlockEndsByItself() {
        Worker lea = lea();
        Visitor shopper = visitor();
        String until = clock.instant().plus(Duration.ofHours(1)).toString();
        lea.post(block(shopper.id), Map.of("reason", "spam", "until", until));
        assertProblem(shopper.post("/api/v1/conversations", "{}"), 403, "blocked");
        clock.passes(Duration.ofHours(2));
        assertThat(shopper.post("/api/v1/conversations", "{}").statusCode()).isEqualTo(201);
    }

    @Test
    void onlyLeadsBlockAndSayWhy() {
        Worker lea = lea();
        Visitor shopper = visitor();
        assertProblem(worker("anna", Role.AGENT).post(block(shopper.id), INSULTS), 403, "not-permitted");
        assertProblem(lea.post(block(shopper.id), Map.of()), 422, "invalid-field");
        for (String until : List.of("tomorrow", "2020-01-01T00:00:00Z")) {
            assertProblem(lea.post(block(shopper.id), Map.of("reason", "spam", "until", until)), 422, "invalid-field");
        }
        assertProblem(lea.post(block("shp_none"), INSULTS), 404, "unknown-shopper");
    }
}
