package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.desk.Role;
import io.babeldesk.handoff.HandoffVocabulary;
import io.babeldesk.knowledge.CaseField;
import io.babeldesk.knowledge.CaseField.Choice;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.HandoffRules;
import io.babeldesk.language.Language;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a shop wants to know of each conversation, over HTTP. Every answer is held against docs/openapi.yaml. */
class FieldTest extends StaffVocabulary {

    private static final Language GERMAN = Language.of("de");
    private static final Map<Language, String> ORDER =
            Map.of(Language.ENGLISH, "Order number", GERMAN, "Bestellnummer");

    private static Map<Language, String> english(String text) {
        return Map.of(Language.ENGLISH, text);
    }

    @Override
    Edition edition() {
        Edition demo = HandoffVocabulary.demo();
        HandoffRules rules = demo.handoff();
        List<CaseField> fields = List.of(
                new CaseField("order", ORDER, CaseField.Type.TEXT, List.of(), true),
                new CaseField(
                        "why",
                        english("Why"),
                        CaseField.Type.CHOICE,
                        List.of(new Choice("late", english("Late")), new Choice("broken", english("Broken"))),
                        true),
                new CaseField("amount", english("Amount"), CaseField.Type.NUMBER, List.of(), false),
                new CaseField("gift", english("Gift"), CaseField.Type.YES_NO, List.of(), false));
        return new Edition(
                demo.revision(),
                demo.shop(),
                demo.policies(),
                demo.articles(),
                demo.glossary(),
                demo.questions(),
                new HandoffRules(
                        rules.rules(),
                        rules.offers(),
                        rules.help(),
                        rules.deadlines(),
                        rules.routing(),
                        rules.csat(),
                        fields));
    }

    private static String at(String conversation, String rest) {
        return "/agent/v1/conversations/" + conversation + rest;
    }

    private Worker anna() {
        Worker anna = worker("anna", Role.AGENT);
        anna.get("/agent/v1/conversations");
        return anna;
    }

    private String claimed(Worker agent, Visitor shopper) {
        String conversation = shopper.opensConversation();
        shopper.asks(conversation, "hello");
        shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}");
        agent.post(at(conversation, "/claim"), Map.of());
        return conversation;
    }

    private static HttpResponse<String> fills(Worker agent, String conversation, Map<String, ?> fields) {
        String version = json(agent.get(at(conversation, ""))).path("version").asText();
        return agent.send(
                "PATCH", at(conversation, ""), object(Map.of("fields", fields)), "If-Match", "\"" + version + "\"");
    }

    @Test
    void theShopsFieldsAreNamedInTheCallersLanguage() {
        Worker anna = anna();
        JsonNode german = json(anna.send("GET", "/agent/v1/fields", "", "Accept-Language", "de"));
        assertThat(german.at("/data/0/label").asText()).isEqualTo("Bestellnummer");
        assertThat(german.at("/data/0/required").asBoolean()).isTrue();
        assertThat(german.at("/data/1/choices/1/label").asText()).isEqualTo("Broken");
        assertThat(german.at("/data/3/type").asText()).isEqualTo("yes-no");
    }

    @Test
    void whatIsFilledInIsKeptAndTakenAway() {
        Worker anna = anna();
        String conversation = claimed(anna, visitor());
        Map<String, Object> given = new HashMap<>(Map.of("order", "204481-7", "amount", 12.5, "gift", true));
        JsonNode row = json(fills(anna, conversation, given));
        assertThat(row.path("fields").toString())
                .isEqualTo("{\"amount\":\"12.5\",\"gift\":\"yes\",\"order\":\"204481-7\"}");
        given.clear();
        given.put("order", null);
        given.put("why", "late");
        fills(anna, conversation, given);
        assertThat(json(anna.get(at(conversation, ""))).path("fields").toString())
                .isEqualTo("{\"amount\":\"12.5\",\"gift\":\"yes\",\"why\":\"late\"}");
        for (Map<String, ?> wrong :
                List.of(Map.of("colour", "red"), Map.of("why", "bored"), Map.of("amount", "much"), Map.of("gift", 3))) {
            HttpResponse<String> refused = fills(anna, conversation, wrong);
            assertProblem(refused, 422, "invalid-field");
            assertThat(json(refused).at("/errors/0/pointer").asText())
                    .isEqualTo("/fields/" + wrong.keySet().iterator().next());
        }
    }

    @Test
    void whatIsRequiredIsNamedBeforeAnAgentResolves() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String conversation = claimed(anna, shopper);
        HttpResponse<String> refused = anna.post(at(conversation, "/resolve"), Map.of());
        assertProblem(refused, 409, "fields-missing");
        assertThat(json(refused).path("detail").asText()).isEqualTo("Fill in first: Order number, Why.");
        assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo("/fields/order");
        fills(anna, conversation, Map.of("order", "204481-7", "why", "late"));
        assertThat(anna.post(at(conversation, "/resolve"), Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theShopperNeedsNoField() {
        Worker anna = anna();
        Visitor shopper = visitor();
        String conversation = claimed(anna, shopper);
        shopper.post("/api/v1/conversations/" + conversation + "/close", "{}");
        assertThat(conversations.find(conversation).orElseThrow().state()).isEqualTo(ConversationState.RESOLVED);
    }

    @Test
    void aMacroFillsThemInAndSaysWhatIsMissing() {
        Worker anna = anna();
        String conversation = claimed(anna, visitor());
        Map<String, ?> resolve = Map.of("kind", "resolve");
        Map<String, ?> order = Map.of("kind", "field", "field", "order", "value", "204481-7");
        Map<String, ?> why = Map.of("kind", "field", "field", "why", "value", "late");
        assertThat(bulk(anna, conversation, true, order, resolve)
                        .at("/data/0/problem/detail")
                        .asText())
                .isEqualTo("Fill in first: Why.");
        JsonNode ran = bulk(anna, conversation, false, order, why, resolve);
        assertThat(ran.at("/data/0/outcome").asText()).isEqualTo("done");
        assertThat(json(anna.get(at(conversation, ""))).path("fields").toString())
                .isEqualTo("{\"order\":\"204481-7\",\"why\":\"late\"}");
        assertThat(bulk(anna, conversation, true, Map.of("kind", "field", "field", "colour", "value", "red"))
                        .at("/data/0/problem/code")
                        .asText())
                .isEqualTo("invalid-field");
    }

    private static JsonNode bulk(Worker agent, String conversation, boolean dry, Object... actions) {
        return json(agent.post(
                "/agent/v1/bulk",
                Map.of("conversations", List.of(conversation), "dry_run", dry, "actions", List.of(actions))));
    }
}
