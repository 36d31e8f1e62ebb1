package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.conversation.Attachment;
import io.babeldesk.desk.AuditEntry;
import io.babeldesk.desk.Role;
import io.babeldesk.store.FileShelf;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Words are taken out of what was said, over HTTP. Every answer is held against docs/openapi.yaml. */
class RedactionTest extends StaffVocabulary {

    private static final Map<String, ?> WHOLE = Map.of("whole", true);

    private static String redact(String turn) {
        return "/agent/v1/turns/" + turn + "/redact";
    }

    private static Map<String, ?> span(int from, int to) {
        return Map.of("spans", List.of(Map.of("from", from, "to", to)));
    }

    private static JsonNode turns(Worker agent, String conversation) {
        return json(agent.get("/agent/v1/conversations/" + conversation)).path("turns");
    }

    @Test
    void noAnswerOfTheServiceHasTheWordsAnyMore() {
        Worker anna = worker("anna", Role.AGENT);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        shopper.asks(conversation, "my card is 4111222233334444, ok?");
        JsonNode said = turns(anna, conversation);
        assertThat(said.toString()).contains("4111222233334444");
        HttpResponse<String> left = anna.post(redact(said.at("/0/id").asText()), span(11, 27));
        assertThat(json(left).path("text").asText()).isEqualTo("my card is [removed], ok?");
        anna.post(redact(said.at("/1/id").asText()), WHOLE);
        for (String page : List.of(
                "/agent/v1/conversations/" + conversation,
                "/agent/v1/conversations",
                "/agent/v1/turns/" + said.at("/1/id").asText() + "/provenance")) {
            assertThat(anna.get(page).body()).doesNotContain("4111222233334444");
        }
        for (String page : List.of(
                messagesOf(conversation),
                "/api/v1/conversations/" + conversation + "/transcript?format=txt",
                "/api/v1/me/export")) {
            assertThat(shopper.get(page).body())
                    .doesNotContain("4111222233334444")
                    .contains("[removed]");
        }
        assertThat(conversations.eventsAfter(conversation, 0, 99).toString()).doesNotContain("4111222233334444");
    }

    @Test
    void theAuditLogTellsOfItWithoutTheWords() {
        Worker anna = worker("anna", Role.AGENT);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        shopper.asks(conversation, "a rare secret");
        anna.post(redact(turns(anna, conversation).at("/0/id").asText()), span(2, 13));
        AuditEntry entry = accounts.audit().page(Optional.empty(), 1).getFirst();
        assertThat(entry.action()).isEqualTo("turn-redacted");
        assertThat(entry.subject()).isEqualTo(conversation);
        assertThat(entry.toString()).doesNotContain("rare");
    }

    @Test
    void notesLoseTheirWordsAndStayHidden() {
        Worker anna = worker("anna", Role.AGENT);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        String note = json(anna.post(
                        "/agent/v1/conversations/" + conversation + "/notes", Map.of("text", "born 1 May 1980")))
                .path("id")
                .asText();
        assertThat(json(anna.post(redact(note), WHOLE)).path("author").asText()).isEqualTo("note");
        assertThat(anna.get("/agent/v1/conversations/" + conversation).body()).doesNotContain("1980");
        assertThat(shopper.get(messagesOf(conversation)).body()).doesNotContain("[removed]");
    }

    @Test
    void aPictureGoesWithItsMessage() {
        Worker anna = worker("anna", Role.AGENT);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        FileShelf shelf = new FileShelf(data);
        Attachment picture = new Attachment(
                "fil_1234567890abcdef", "photo.png", "image/png", 3, 1, 1, "a/b", "", Attachment.Check.REDRAWN);
        shelf.keep(conversation, picture, new byte[] {1, 2, 3}, clock.instant());
        HttpResponse<String> said = shopper.post(
                messagesOf(conversation),
                object(Map.of("text", "my card", "files", List.of(Map.of("id", picture.id(), "alt", "my card")))),
                "Idempotency-Key",
                "one");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(202);
        assertThat(shelf.content(conversation, picture.id())).isPresent();
        anna.post(redact(turns(anna, conversation).at("/0/id").asText()), WHOLE);
        assertThat(shelf.content(conversation, picture.id())).isEmpty();
        assertThat(shelf.find(conversation, picture.id())).isEmpty();
    }

    @Test
    void whatIsNotInTheTextIsRefused() {
        Worker anna = worker("anna", Role.AGENT);
        Visitor shopper = visitor();
        String conversation = shopper.opensConversation();
        shopper.asks(conversation, "hello");
        String turn = turns(anna, conversation).at("/0/id").asText();
        assertProblem(anna.post(redact(turn), span(3, 6)), 422, "invalid-field");
        assertProblem(anna.post(redact(turn), span(3, 3)), 422, "invalid-field");
        assertProblem(anna.post(redact(turn), Map.of()), 422, "invalid-field");
        assertProblem(
                anna.post(redact(turn), Map.of("whole", true, "spans", List.of(Map.of("from", 0, "to", 1)))),
                422,
                "invalid-field");
        assertProblem(anna.post(redact("trn_none"), WHOLE), 404, "unknown-message");
        assertProblem(worker("eve", Role.EDITOR).post(redact(turn), WHOLE), 403, "not-permitted");
        assertThat(turns(anna, conversation).at("/0/text").asText()).isEqualTo("hello");
    }
}
