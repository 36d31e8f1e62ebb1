package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.EventFeed.Signal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConversationTest extends WebVocabulary {

    @Test
    void conversation() {
        Visitor anna = visitor("{\"site\":\"demo\",\"locale\":\"de\",\"market\":\"DE\"}");
        HttpResponse<String> opened = anna.post("/api/v1/conversations", "");
        assertThat(opened.statusCode()).isEqualTo(201);
        JsonNode conversation = json(opened);
        assertThat(conversation.path("state").asText()).isEqualTo("assistant");
        assertThat(conversation.path("language").asText()).isEqualTo("de");
        assertThat(conversation.path("market").asText()).isEqualTo("DE");
        String address = opened.headers().firstValue("Location").orElseThrow();
        assertThat(json(anna.get(address))).isEqualTo(conversation);
        assertThat(json(anna.get("/api/v1/conversations")).path("data").get(0)).isEqualTo(conversation);
    }

    @Test
    void conversation_malformed() {
        Visitor anna = visitor();
        assertProblem(anna.post("/api/v1/conversations", "{\"market\":\"FR\"}"), 422, "unknown-market");
        assertProblem(anna.post("/api/v1/conversations", "{\"locale\":\"?\"}"), 422, "unknown-language");
        assertProblem(anna.post("/api/v1/conversations", "{\"locale\":[]}"), 422, "invalid-field");
    }

    @Test
    void whatSheAsksForOutdoesWhatTheSessionSays() {
        Visitor anna = visitor("{\"site\":\"demo\",\"locale\":\"de\",\"market\":\"DE\"}");
        JsonNode opened = json(anna.post("/api/v1/conversations", "{\"locale\":\"ar\",\"market\":\"US\"}"));
        assertThat(opened.path("language").asText()).isEqualTo("ar");
        assertThat(opened.path("market").asText()).isEqualTo("US");
    }

    @Test
    void aConversationThatIsOpenedAgainUnderTheSameKeyIsOne() {
        Visitor anna = visitor();
        String path = "/api/v1/conversations";
        JsonNode first = json(anna.post(path, "{}", "Idempotency-Key", "k"));
        assertThat(json(anna.post(path, "{}", "Idempotency-Key", "k"))).isEqualTo(first);
        assertProblem(anna.post(path, "{\"market\":\"US\"}", "Idempotency-Key", "k"), 422, "idempotency-key-reused");
        assertThat(json(visitor().post(path, "{}", "Idempotency-Key", "k")).path("id"))
                .isNotEqualTo(first.path("id"));
    }

    @Test
    void closeAndOpenAgain() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        String close = "/api/v1/conversations/" + conversation + "/close";
        assertThat(json(anna.post(close, "")).path("state").asText()).isEqualTo("resolved");
        assertThat(json(anna.post(close, "")).path("state").asText()).isEqualTo("resolved");
        anna.asks(conversation, "one more thing");
        assertThat(json(anna.get("/api/v1/conversations/" + conversation))
                        .path("state")
                        .asText())
                .isEqualTo("assistant");
    }

    @Test
    void handoffQueuesAndTellsHowElseToReachAPerson() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        JsonNode told = json(anna.post("/api/v1/conversations/" + conversation + "/handoff", "{}"));
        assertThat(told.path("state").asText()).isEqualTo("queued");
        assertThat(told.at("/contact/email").asText()).isEqualTo("help@larkwell.example");
        assertThat(told.at("/contact/hours").asText()).isEqualTo("Mon–Fri 8–20");
    }

    @Test
    void stopEndsTheAnswerThatIsBeingGiven() {
        Visitor anna = visitor("{\"site\":\"demo\",\"locale\":\"de\"}");
        String conversation = anna.opensConversation();
        answerer.ponders();
        anna.says(conversation, "one");
        anna.says(conversation, "two");
        String path = "/api/v1/conversations/" + conversation;
        assertThat(anna.post(path + "/stop", "").statusCode()).isEqualTo(204);
        answerer.goesOn();
        JsonNode told = json(anna.get(path + "/messages")).path("data");
        assertThat(told).hasSize(3);
        assertThat(told.get(2).path("reply").asText()).isEqualTo("stopped");
        assertThat(told.get(2).path("reply_to")).hasSize(2);
        assertThat(told.get(2).path("text").asText()).startsWith("In Ordnung");
        assertThat(conversations.debts()).isZero();
        assertThat(anna.asks(conversation, "three").at("/reply/text").asText()).isEqualTo("re: three");
        assertThat(json(anna.get(path + "/messages")).path("data")).hasSize(5);
    }

    @Test
    void stopDoesNothingWhereNothingIsOwed() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        anna.asks(conversation, "hello");
        assertThat(anna.post("/api/v1/conversations/" + conversation + "/stop", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(anna.get(messagesOf(conversation))).path("data")).hasSize(2);
    }

    @Test
    void typingAndReadingReachWhoeverFollows() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        anna.asks(conversation, "hello");
        String path = "/api/v1/conversations/" + conversation;
        List<Signal> heard = new CopyOnWriteArrayList<>();
        EventFeed.Listener listener = new EventFeed.Listener() {
            @Override
            public void grown() {}

            @Override
            public void signalled(Signal signal) {
                heard.add(signal);
            }
        };
        try (EventFeed.Subscription _ = feed.listen(conversation, listener)) {
            assertThat(anna.post(path + "/typing", "{}").statusCode()).isEqualTo(204);
            assertThat(anna.post(path + "/read", "{\"seq\":2}").statusCode()).isEqualTo(204);
            assertThat(anna.post(path + "/read", "{\"seq\":99}").statusCode()).isEqualTo(204);
            assertThat(anna.post(path + "/read", "").statusCode()).isEqualTo(204);
            assertProblem(anna.post(path + "/read", "{\"seq\":-1}"), 422, "invalid-field");
            assertProblem(visitor().post(path + "/typing", "{}"), 404, "unknown-conversation");
        }
        long newest = conversations.find(conversation).orElseThrow().lastSeq();
        assertThat(heard)
                .containsExactly(
                        new Signal.ShopperTypes(),
                        new Signal.ShopperHasRead(2),
                        new Signal.ShopperHasRead(newest),
                        new Signal.ShopperHasRead(newest));
    }

    @Test
    void csat() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        String csat = "/api/v1/conversations/" + conversation + "/csat";
        assertThat(anna.put(csat, "{\"score\":2}").statusCode()).isEqualTo(204);
        assertThat(anna.put(csat, "{\"score\":5,\"comment\":\"  fine\\u0000 \"}")
                        .statusCode())
                .isEqualTo(204);
        var kept = conversations.scoreOf(conversation).orElseThrow();
        assertThat(kept.score()).isEqualTo(5);
        assertThat(kept.comment()).contains("fine");
    }

    @Test
    void csat_isAskedForInItsLanguageWhenItIsDone() throws Exception {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        String path = "/api/v1/conversations/" + conversation;
        anna.asks(conversation, "hello");
        assertThat(anna.get(path).body()).doesNotContain("csat_question");
        anna.post(path + "/close", "{}");
        assertThat(anna.get(path).body()).contains("\"csat_question\":\"How was this chat?\"");
        try (EventReader events = new EventReader(http, path + "/events", anna.token)) {
            assertThat(events.until("csat.requested").getLast().data())
                    .isEqualTo("{\"csat_question\":\"How was this chat?\",\"language\":\"en\"}");
        }
        AtomicInteger told = new AtomicInteger();
        try (EventFeed.Subscription _ = feed.listenToAll(told::incrementAndGet)) {
            anna.put(path + "/csat", "{\"score\":4}");
            assertThat(told).as("whether the desk hears of it at once").hasPositiveValue();
        }
        assertThat(anna.get(path).body()).doesNotContain("csat_question");
    }

    @Test
    void csat_malformed() {
        Visitor anna = visitor();
        String csat = "/api/v1/conversations/" + anna.opensConversation() + "/csat";
        for (String body : new String[] {
            "{}",
            "{\"score\":0}",
            "{\"score\":6}",
            "{\"score\":\"5\"}",
            "{\"score\":4.5}",
            "{\"score\":99999999999}",
            "{\"score\":5,\"comment\":1}"
        }) {
            assertProblem(anna.put(csat, body), 422, "invalid-field");
        }
    }

    @Test
    void transcript() {
        Visitor anna = visitor("{\"site\":\"demo\",\"locale\":\"en\"}");
        String conversation = anna.opensConversation();
        anna.asks(conversation, "hello");
        HttpResponse<String> text = anna.get("/api/v1/conversations/" + conversation + "/transcript?format=txt");
        assertThat(text.body())
                .startsWith("\uFEFF")
                .containsPattern("[A-Z][a-z]{2} \\d{1,2}, \\d{4}, \\d{1,2}:\\d\\d\\h[AP]M GMT\\+[12]  You\nhello\n");
        assertThat(anna.get("/api/v1/conversations/" + conversation + "/transcript?time_zone=Asia/Tokyo")
                        .body())
                .containsPattern("GMT\\+9  You\n");
        assertThat(text.body()).contains("Larkwell").contains("re: hello");
        assertThat(text.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        JsonNode json = json(anna.get("/api/v1/conversations/" + conversation + "/transcript?format=json"));
        assertThat(json.path("messages")).hasSize(2);
    }

    /** As the configuration says, it is only downloaded: no mail is promised that nobody sends. */
    @Test
    void transcript_byMail() {
        Visitor anna = visitor();
        assertProblem(
                anna.post("/api/v1/conversations/" + anna.opensConversation() + "/transcript", "{}"),
                405,
                "method-not-allowed");
    }

    @Test
    void transcript_malformed() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        assertProblem(
                anna.get("/api/v1/conversations/" + conversation + "/transcript?format=pdf"), 422, "invalid-parameter");
        assertProblem(
                anna.get("/api/v1/conversations/" + conversation + "/transcript?time_zone=Mars"),
                422,
                "invalid-parameter");
    }
}
