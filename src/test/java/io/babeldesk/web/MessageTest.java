package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.conversation.ConversationState;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageTest extends WebVocabulary {

    private Visitor anna;
    private String conversation;

    @BeforeEach
    void annaIsHere() {
        anna = visitor("{\"site\":\"demo\",\"locale\":\"de\",\"market\":\"DE\"}");
        conversation = anna.opensConversation();
    }

    @Test
    void message() {
        HttpResponse<String> response = anna.says(conversation, "hello");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).path("seq").asInt()).isEqualTo(1);
        assertThat(response.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void messageWithWait() {
        HttpResponse<String> response = anna.says(conversation, "hello", "Prefer", "respond-async, wait=10");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Preference-Applied")).contains("wait=10");
        JsonNode reply = json(response).path("reply");
        assertThat(reply.path("reply").asText()).isEqualTo("answered");
        assertThat(reply.path("text").asText()).isEqualTo("re: hello");
        assertThat(reply.path("language").asText()).isEqualTo("de");
        assertThat(reply.path("market").asText()).isEqualTo("DE");
        assertThat(reply.at("/timings_ms/search").asDouble()).isEqualTo(1.23);
    }

    @Test
    void everyKindOfReply() {
        assertThat(anna.asks(conversation, "which").at("/reply/reply").asText()).isEqualTo("asked_back");
        assertThat(anna.asks(conversation, "poem").at("/reply/reply").asText()).isEqualTo("declined");
        assertThat(anna.asks(conversation, "I want to talk to a person")
                        .at("/reply/reply")
                        .asText())
                .isEqualTo("needs_person");
    }

    @Test
    void theWaitIsOverBeforeTheReply() {
        answerer.ponders();
        HttpResponse<String> response = anna.says(conversation, "hello", "Prefer", "wait=1");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Preference-Applied")).contains("wait=1");
    }

    @Test
    void aWaitLongerThanASilentConnectionMayLastIsHeld() {
        answerer.ponders();
        Instant begin = Instant.now();
        HttpResponse<String> response = anna.says(conversation, "hello", "Prefer", "wait=7");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofSeconds(6));
    }

    @Test
    void aWaitThatMeansNothingIsPassedOver() {
        HttpResponse<String> response = anna.says(conversation, "hello", "Prefer", "wait=soon");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void whereAPersonLeadsNobodyWaits() {
        long version = conversations.find(conversation).orElseThrow().version();
        conversations.change(conversation, version, ConversationState.OPEN, clock.instant());
        HttpResponse<String> response = anna.says(conversation, "hello", "Prefer", "wait=30");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("reply").isNull()).isTrue();
        assertThat(json(response).path("state").asText()).isEqualTo("open");
    }

    @Test
    void aMessageThatIsSentAgainIsOne() {
        String path = messagesOf(conversation);
        HttpResponse<String> first = anna.post(path, textBody("hello"), "Idempotency-Key", "k-1");
        HttpResponse<String> again = anna.post(path, textBody("hello"), "Idempotency-Key", "k-1", "Prefer", "wait=10");
        assertThat(json(again).path("id")).isEqualTo(json(first).path("id"));
        assertThat(json(again).at("/reply/text").asText()).isEqualTo("re: hello");
        assertProblem(anna.post(path, textBody("other"), "Idempotency-Key", "k-1"), 422, "idempotency-key-reused");
        assertThat(json(anna.get(path)).path("data")).hasSize(2);
    }

    @Test
    void aKeyIsOnlyGoodWithinItsConversation() {
        String other = anna.opensConversation();
        JsonNode first = json(anna.post(messagesOf(conversation), textBody("a"), "Idempotency-Key", "k-1"));
        JsonNode second = json(anna.post(messagesOf(other), textBody("b"), "Idempotency-Key", "k-1"));
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void message_withoutAKey() {
        assertProblem(anna.post(messagesOf(conversation), textBody("a")), 400, "idempotency-key-missing");
        assertProblem(
                anna.post(messagesOf(conversation), textBody("a"), "Idempotency-Key", "x".repeat(256)),
                422,
                "invalid-parameter");
    }

    @Test
    void message_malformed() {
        for (String blank : new String[] {"", "   ", "\n\t", "\u200b\u2060", "\u0000\u0007", "\u202e"}) {
            assertProblem(anna.says(conversation, blank), 422, "text-empty");
        }
        for (String body : new String[] {"{}", "{\"text\":null}", "{\"text\":5}", "{\"text\":[\"a\"]}"}) {
            HttpResponse<String> response = anna.post(messagesOf(conversation), body, "Idempotency-Key", "k");
            assertProblem(response, 422, "invalid-field");
            assertThat(json(response).at("/errors/0/pointer").asText()).isEqualTo("/text");
        }
        assertProblem(
                anna.post(messagesOf(conversation), "{\"text\":\"a\",\"market\":\"FR\"}", "Idempotency-Key", "k"),
                422,
                "unknown-market");
        assertProblem(
                anna.post(messagesOf(conversation), "{\"text\":\"a\",\"locale\":\"§\"}", "Idempotency-Key", "k"),
                422,
                "unknown-language");
    }

    @Test
    void message_tooLong() {
        HttpResponse<String> response = anna.says(conversation, "x".repeat(100_000));
        assertProblem(response, 422, "text-too-long");
        assertThat(json(response).path("detail").asText()).contains("4.000");
        assertThat(anna.says(conversation, "😀".repeat(4_000)).statusCode()).isEqualTo(202);
        assertProblem(anna.says(conversation, "😀".repeat(4_001)), 422, "text-too-long");
    }

    @Test
    void aTextIsKeptWithoutWhatNobodySees() {
        anna.says(conversation, "  a\u0000b\u001bc\u202ed\u2066e\u2069\tf\r\ng\rh\u0085  ");
        anna.says(conversation, "👩‍👩‍👧 نمی‌خواهم é e\u0301");
        JsonNode data = json(anna.get(messagesOf(conversation))).path("data");
        assertThat(data.get(0).path("text").asText()).isEqualTo("abcde\tf\ng\nh");
        assertThat(data.findValuesAsText("text")).contains("👩‍👩‍👧 نمی‌خواهم é e\u0301");
    }

    @Test
    void aClosedConversationTakesNothing() {
        long version = conversations.find(conversation).orElseThrow().version();
        conversations.change(conversation, version, ConversationState.CLOSED, clock.instant());
        assertProblem(anna.says(conversation, "hello"), 409, "conversation-closed");
    }

    @Test
    void messages() {
        IntStream.range(0, 4).forEach(i -> anna.asks(conversation, "m" + i));
        JsonNode newest = json(anna.get(messagesOf(conversation) + "?limit=3"));
        assertThat(newest.path("data").findValuesAsText("author")).containsExactly("assistant", "shopper", "assistant");
        assertThat(newest.path("has_more").asBoolean()).isTrue();
        JsonNode older = json(anna.get(messagesOf(conversation) + "?limit=200&before="
                + newest.path("next_cursor").asText()));
        assertThat(older.path("data")).hasSize(5);
        assertThat(older.path("has_more").asBoolean()).isFalse();
        assertThat(older.has("next_cursor")).isFalse();
        JsonNode first = json(anna.get(messagesOf(conversation) + "?after=0&limit=2"));
        assertThat(first.at("/data/0/text").asText()).isEqualTo("m0");
        JsonNode next = json(anna.get(messagesOf(conversation) + "?limit=2&after="
                + first.path("next_cursor").asText()));
        assertThat(next.at("/data/0/text").asText()).isEqualTo("m1");
    }

    @Test
    void messages_malformed() {
        for (String query : new String[] {"limit=0", "limit=201", "limit=x", "after=-1", "before=1e3", "after=%zz"}) {
            String path = messagesOf(conversation) + "?" + query;
            if (!query.contains("%")) {
                assertProblem(anna.get(path), 422, "invalid-parameter");
            }
        }
    }

    @Test
    void rating() {
        anna.asks(conversation, "hello");
        JsonNode data = json(anna.get(messagesOf(conversation))).path("data");
        String reply = data.get(1).path("id").asText();
        assertThat(anna.put("/api/v1/messages/" + reply + "/rating", "{\"helpful\":false}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(anna.get(messagesOf(conversation)))
                        .at("/data/1/helpful")
                        .isBoolean())
                .isTrue();
        String own = data.get(0).path("id").asText();
        assertProblem(anna.put("/api/v1/messages/" + own + "/rating", "{\"helpful\":true}"), 404, "unknown-message");
    }

    @Test
    void rating_malformed() {
        anna.asks(conversation, "hello");
        String reply = json(anna.get(messagesOf(conversation))).at("/data/1/id").asText();
        for (String body : new String[] {"{}", "{\"helpful\":\"true\"}", "{\"helpful\":1}", "{\"helpful\":null}"}) {
            assertProblem(anna.put("/api/v1/messages/" + reply + "/rating", body), 422, "invalid-field");
        }
    }

    @Test
    void problemsAreInTheCallersLanguage() {
        String german = json(anna.says(conversation, "")).path("detail").asText();
        String english = json(anna.says(conversation, "", "Accept-Language", "en-GB, de;q=0.5"))
                .path("detail")
                .asText();
        assertThat(english).isEqualTo("The message is empty. Write at least one character.");
        assertThat(german).isNotEqualTo(english);
    }

    @Test
    void onlyAnAnswerIsWorthARating() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        List.of("hello", "which", "poem", "I want to talk to a person").forEach(text -> anna.asks(conversation, text));
        JsonNode told = json(anna.get(messagesOf(conversation))).path("data");
        assertThat(told.findValuesAsText("reply"))
                .containsExactly("answered", "asked_back", "declined", "needs_person");
        assertThat(told.findValuesAsText("rateable")).containsExactly("true", "false", "false", "false");
        assertThat(told.get(0).has("rateable")).isFalse();
    }
}
