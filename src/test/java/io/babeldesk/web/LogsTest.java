package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogsTest extends WebVocabulary {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger access = (Logger) LoggerFactory.getLogger("access");
    private final ListAppender<ILoggingEvent> kept = new ListAppender<>();

    @BeforeEach
    void listen() {
        kept.start();
        root.addAppender(kept);
        access.setLevel(Level.INFO);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(kept);
        access.setLevel(null);
    }

    @Test
    void noLogHoldsWhatAShopperSaidOrWhoSheIs() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        anna.asks(conversation, "my secret is 4711");
        anna.says(conversation, "", "Accept-Language", "de");
        anna.post(messagesOf(conversation), "{\"text\":\"4711", "Idempotency-Key", "k");
        anna.get(messagesOf(conversation) + "?limit=4711");
        get("/4711/somewhere?q=4711");
        anna.put("/api/v1/conversations/" + conversation + "/csat", "{\"score\":1,\"comment\":\"4711\"}");
        String all = String.join("\n", lines());
        assertThat(all)
                .contains("POST /api/v1/conversations/{conversation}/messages 200")
                .contains("PUT /api/v1/conversations/{conversation}/csat 204")
                .doesNotContain("4711")
                .doesNotContain(anna.token)
                .doesNotContain(anna.secret)
                .doesNotContain(conversation)
                .doesNotContain("127.0.0.1");
    }

    @Test
    void everyLineCarriesTheRequestsNumber() {
        get("/healthz", "X-Request-Id", "find-me-again");
        assertThat(kept.list.stream().filter(line -> line.getLoggerName().equals("access")))
                .anySatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("request", "find-me-again"));
    }

    @Test
    void whatNobodyForesawTellsANumberThatTheLogHas() throws Exception {
        shop.breaks();
        HttpResponse<String> response = http.client()
                .send(
                        HttpRequest.newBuilder(http.at("/api/v1/widget-config?site=demo"))
                                .build(),
                        BodyHandlers.ofString());
        OpenApi.FILE.assertMatches(response.body(), "Problem");
        assertProblem(response, 500, "internal-error");
        String number = json(response).path("request_id").asText();
        assertThat(json(response).path("detail").asText()).contains(number);
        assertThat(response.body()).doesNotContain("broken on purpose").doesNotContain("Exception");
        assertThat(kept.list).anySatisfy(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getMDCPropertyMap()).containsEntry("request", number);
            assertThat(line.getThrowableProxy().getMessage()).isEqualTo("broken on purpose");
        });
    }

    private List<String> lines() {
        return kept.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
