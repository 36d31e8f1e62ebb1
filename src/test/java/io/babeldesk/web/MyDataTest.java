package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MyDataTest extends WebVocabulary {

    @Test
    void export() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        anna.asks(conversation, "my number is 4711");
        anna.put("/api/v1/conversations/" + conversation + "/csat", "{\"score\":4,\"comment\":\"good\"}");
        HttpResponse<String> response = anna.get("/api/v1/me/export");
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("my-data.json");
        JsonNode export = json(response);
        assertThat(export.path("visitor_id").asText()).isEqualTo(anna.id);
        assertThat(export.at("/conversations/0/messages/0/text").asText()).isEqualTo("my number is 4711");
        assertThat(export.at("/conversations/0/csat/comment").asText()).isEqualTo("good");
    }

    @Test
    void erase() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        anna.asks(conversation, "my number is 4711");
        assertThat(anna.send("DELETE", "/api/v1/me", "").statusCode()).isEqualTo(204);
        assertProblem(anna.get("/api/v1/me/export"), 401, "token-invalid");
        assertThat(conversations.eventsAfter(conversation, 0, 100).toString()).doesNotContain("4711");
        Visitor again = visitor("{\"site\":\"demo\",\"visitor_secret\":\"" + anna.secret + "\"}");
        assertThat(again.id).isNotEqualTo(anna.id);
    }
}
