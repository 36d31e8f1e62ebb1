package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.answer.ModelStream;
import io.babeldesk.answer.Prompt;
import io.babeldesk.answer.ScriptedLanguageModel;
import io.babeldesk.answer.Translator;
import io.babeldesk.answer.guard.FaithfulTranslations;
import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Agents.Change;
import io.babeldesk.desk.Agents.Credentials;
import io.babeldesk.desk.Role;
import io.babeldesk.language.Language;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A shopper who writes Arabic and an agent who reads German, over HTTP. */
class TranslationTest extends StaffVocabulary {

    private static final String ASKED = "أين الطلب LW-204481؟";
    private static final String WROTE = "Ihre Bestellung LW-204481 kostet 349,50 € und kommt in 3 Tagen.";
    private static final String REPLY = "ثمن طلبك LW-204481 هو 349,50 € وسيصل خلال 3 أيام.";

    /** What the model says to a text; nothing but the text itself where it is not known. */
    private Map<String, String> dictionary = Map.of(
            "أين الطلب [[ORDER_1]]؟", "Wo ist die Bestellung [[ORDER_1]]?",
            "Ihre Bestellung [[ORDER_1]] kostet [[AMOUNT_1]] und kommt in 3 Tagen.",
                    "ثمن طلبك [[ORDER_1]] هو [[AMOUNT_1]] وسيصل خلال 3 أيام.",
            "ثمن طلبك [[ORDER_1]] هو [[AMOUNT_1]] وسيصل خلال 3 أيام.",
                    "Ihre Bestellung [[ORDER_1]] kostet [[AMOUNT_1]] und trifft in 3 Tagen ein.");

    private final ScriptedLanguageModel words = ScriptedLanguageModel.doing(this::says);

    private List<ModelStream.Piece> says(Prompt prompt) {
        return dictionary.entrySet().stream()
                .filter(known -> prompt.data().contains("\n" + known.getKey() + "\n"))
                .findFirst()
                .map(known -> ScriptedLanguageModel.said(known.getValue()))
                .orElseGet(() -> ScriptedLanguageModel.said("?"));
    }

    @Override
    Translator translator() {
        return new Translator(
                Optional.of(words), new FaithfulTranslations(List::of, WebVocabulary::languageOf), System::nanoTime);
    }

    private Worker germanAgent(String name) {
        Profile profile =
                new Profile(name, name, List.of(Language.of("de")), Set.of(), Set.of(), 5, Set.of(Role.AGENT), true);
        Change.Done hired = (Change.Done)
                accounts.agents().add(profile, new Credentials(passwords.hash(PASSWORD), false), clock.instant());
        return signsIn(hired.agent());
    }

    /** A conversation that she has, with a question in Arabic. */
    private String claimed(Worker agent, Visitor shopper) {
        String conversation = shopper.opensConversation();
        agent.get("/agent/v1/conversations");
        shopper.asks(conversation, ASKED);
        shopper.post("/api/v1/conversations/" + conversation + "/handoff", "{}");
        agent.post(at(conversation, "/claim"), Map.of());
        return conversation;
    }

    private static String at(String conversation, String rest) {
        return "/agent/v1/conversations/" + conversation + rest;
    }

    private static JsonNode turns(Worker agent, String conversation) {
        return json(agent.get(at(conversation, ""))).path("turns");
    }

    private static long lastSeq(Worker agent, String conversation) {
        return json(agent.get(at(conversation, ""))).path("last_seq").asLong();
    }

    private static JsonNode last(JsonNode turns) {
        return turns.get(turns.size() - 1);
    }

    @Test
    void aTurnIsTranslatedOnceIntoHerLanguageAndForgottenWithTheShopper() {
        Worker anna = germanAgent("anna");
        Visitor shopper = visitor("{\"site\":\"demo\",\"locale\":\"ar\"}");
        String conversation = claimed(anna, shopper);
        String turn = turns(anna, conversation).get(0).path("id").asText();
        String path = "/agent/v1/turns/" + turn + "/translation";

        JsonNode translated = json(anna.get(path));
        assertThat(translated.path("text").asText()).isEqualTo("Wo ist die Bestellung LW-204481?");
        assertThat(translated.path("language").asText()).isEqualTo("de");
        assertThat(translated.path("from").asText()).isEqualTo("ar");
        assertThat(translated.path("translated").asBoolean()).isTrue();
        int asked = words.prompts.size();
        assertThat(json(anna.get(path + "?to=de"))).isEqualTo(translated);
        assertThat(words.prompts).hasSize(asked);
        assertThat(json(anna.get(path + "?to=ar")).path("translated").asBoolean())
                .isFalse();
        assertThat(shopper.get(messagesOf(conversation)).body()).doesNotContain("Wo ist");

        shopper.send("DELETE", "/api/v1/me", "");
        assertThat(json(anna.get(path)).path("text").asText()).isEmpty();
    }

    @Test
    void whatIsNoTurnOrNoLanguageIsSaid() {
        Worker anna = germanAgent("anna");
        String conversation = claimed(anna, visitor());
        String turn = turns(anna, conversation).get(0).path("id").asText();
        assertProblem(anna.get("/agent/v1/turns/trn_none/translation"), 404, "unknown-message");
        assertProblem(anna.get("/agent/v1/turns/" + turn + "/translation?to=!"), 422, "unknown-language");
        assertProblem(anna.post("/agent/v1/translate", Map.of("text", "x")), 422, "invalid-field");
        assertProblem(anna.post("/agent/v1/translate", Map.of("text", " ", "to", "ar")), 422, "text-empty");
        assertProblem(
                anna.post("/agent/v1/translate", Map.of("text", "x".repeat(4_001), "to", "ar")), 422, "text-too-long");
        assertProblem(anna.post("/agent/v1/translate", Map.of("text", "x", "to", "12")), 422, "unknown-language");
    }

    @Test
    void sheSeesWhatTheShopperWillReadAndWhatThatSaysInHerOwnLanguage() {
        Worker anna = germanAgent("anna");
        String conversation = claimed(anna, visitor("{\"site\":\"demo\",\"locale\":\"ar\"}"));
        JsonNode there =
                json(anna.post("/agent/v1/translate", Map.of("text", WROTE, "to", "ar", "conversation", conversation)));
        assertThat(there.path("text").asText()).isEqualTo(REPLY);
        assertThat(there.path("from").asText()).isEqualTo("de");
        JsonNode back = json(anna.post("/agent/v1/translate", Map.of("text", REPLY, "from", "ar", "to", "de")));
        assertThat(back.path("text").asText())
                .isEqualTo("Ihre Bestellung LW-204481 kostet 349,50 € und trifft in 3 Tagen ein.");
    }

    @Test
    void aReplyGoesOutTranslatedAndKeepsWhatSheWrote() {
        Worker anna = germanAgent("anna");
        Visitor shopper = visitor("{\"site\":\"demo\",\"locale\":\"ar\"}");
        String conversation = claimed(anna, shopper);
        String path = at(conversation, "/messages");
        String body = object(Map.of("text", WROTE, "translate_to", "ar", "seen_up_to", lastSeq(anna, conversation)));
        HttpResponse<String> sent = anna.send("POST", path, body, "Idempotency-Key", "k1");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(json(sent).path("text").asText()).isEqualTo(REPLY);
        assertThat(json(sent).path("language").asText()).isEqualTo("ar");
        assertThat(json(sent).at("/original/text").asText()).isEqualTo(WROTE);
        assertThat(json(sent).at("/original/language").asText()).isEqualTo("de");

        JsonNode read = last(json(shopper.get(messagesOf(conversation))).path("data"));
        assertThat(read.path("text").asText()).isEqualTo(REPLY);
        assertThat(read.path("original").asText()).isEqualTo(WROTE);

        int asked = words.prompts.size();
        assertThat(json(anna.send("POST", path, body, "Idempotency-Key", "k1"))).isEqualTo(json(sent));
        assertThat(words.prompts).hasSize(asked);
        assertProblem(
                anna.send("POST", path, object(Map.of("text", WROTE, "seen_up_to", 999)), "Idempotency-Key", "k1"),
                422,
                "idempotency-key-reused");
    }

    @Test
    void whatSheHasSeenAndMendedGoesOutAsItIs() {
        Worker anna = germanAgent("anna");
        String conversation = claimed(anna, visitor("{\"site\":\"demo\",\"locale\":\"ar\"}"));
        int asked = words.prompts.size();
        Map<String, Object> mended = Map.of(
                "text", "شكرًا لصبرك", "original", "Danke für Ihre Geduld", "translate_to", "ar", "seen_up_to", 99);
        JsonNode sent = json(anna.post(at(conversation, "/messages"), mended));
        assertThat(sent.path("text").asText()).isEqualTo("شكرًا لصبرك");
        assertThat(sent.at("/original/text").asText()).isEqualTo("Danke für Ihre Geduld");
        assertThat(words.prompts).hasSize(asked);
        assertProblem(
                anna.post(
                        at(conversation, "/messages"), Map.of("text", "شكرًا", "original", "Danke", "seen_up_to", 99)),
                422,
                "invalid-field");
    }

    @Test
    void whatSheWritesInTheShoppersLanguageIsNoTranslation() {
        Worker anna = germanAgent("anna");
        String conversation = claimed(anna, visitor("{\"site\":\"demo\",\"locale\":\"ar\"}"));
        JsonNode sent = json(anna.post(
                at(conversation, "/messages"), Map.of("text", "شكرًا لك", "translate_to", "ar", "seen_up_to", 99)));
        assertThat(sent.path("text").asText()).isEqualTo("شكرًا لك");
        assertThat(sent.has("original")).isFalse();
    }

    @Test
    void whatCannotBeTranslatedIsNotSentAndTheDraftStays() {
        Worker anna = germanAgent("anna");
        String conversation = claimed(anna, visitor("{\"site\":\"demo\",\"locale\":\"ar\"}"));
        dictionary = Map.of(
                "Ihre Bestellung [[ORDER_1]] kostet [[AMOUNT_1]] und kommt in 3 Tagen.",
                "ثمن طلبك [[ORDER_1]] هو [[AMOUNT_1]] وسيصل خلال 30 يومًا.");
        anna.put(at(conversation, "/drafts"), Map.of("text", WROTE));
        int before = turns(anna, conversation).size();
        long seen = lastSeq(anna, conversation);
        Map<String, Object> body = Map.of("text", WROTE, "translate_to", "ar", "seen_up_to", seen);
        assertProblem(anna.post(at(conversation, "/messages"), body), 503, "translation-failed");
        assertThat(turns(anna, conversation)).hasSize(before);
        assertThat(json(anna.get(at(conversation, "/drafts"))).path("text").asText())
                .isEqualTo(WROTE);
        JsonNode sent = json(anna.post(at(conversation, "/messages"), Map.of("text", WROTE, "seen_up_to", seen)));
        assertThat(sent.path("text").asText()).isEqualTo(WROTE);
    }

    @Test
    void aStaleSightStopsATranslatedReplyToo() {
        Worker anna = germanAgent("anna");
        Visitor shopper = visitor("{\"site\":\"demo\",\"locale\":\"ar\"}");
        String conversation = claimed(anna, shopper);
        long seen = lastSeq(anna, conversation);
        shopper.says(conversation, "هل من أحد هنا؟");
        assertProblem(
                anna.post(
                        at(conversation, "/messages"), Map.of("text", WROTE, "translate_to", "ar", "seen_up_to", seen)),
                409,
                "stale-view");
    }

    @Test
    void saysThatItCan() {
        JsonNode state = json(germanAgent("anna").get("/agent/v1/translation"));
        assertThat(state.path("available").asBoolean()).isTrue();
        assertThat(state.has("reason")).isFalse();
    }
}
