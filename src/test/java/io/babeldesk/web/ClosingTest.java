package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosingTest extends WebVocabulary {

    @Test
    void whoIsBeingAnsweredIsStillAnswered() throws Exception {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        answerer.ponders();
        CompletableFuture<HttpResponse<String>> waiting =
                CompletableFuture.supplyAsync(() -> anna.says(conversation, "hello", "Prefer", "wait=30"));
        while (conversations.debts() == 0) {
            Thread.sleep(10);
        }
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        Thread.sleep(1_000);
        answerer.goesOn();
        assertThat(json(waiting.get()).at("/reply/text").asText()).isEqualTo("re: hello");
        closing.get();
        assertThatThrownBy(() -> get("/healthz")).hasCauseInstanceOf(java.net.ConnectException.class);
    }

    @Test
    void streamsEndInOrderAndHoldNothingBack() throws Exception {
        Visitor anna = visitor();
        String events = "/api/v1/conversations/" + anna.opensConversation() + "/events";
        try (EventReader reader = new EventReader(http, events, anna.token)) {
            assertThat(reader.nextLine()).isEqualTo(": hb");
            Instant begin = Instant.now();
            server.close();
            assertThat(reader.endsInOrder()).isTrue();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aStopDoesNotWaitForEver() throws Exception {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        answerer.ponders();
        CompletableFuture<HttpResponse<String>> waiting =
                CompletableFuture.supplyAsync(() -> anna.says(conversation, "hello", "Prefer", "wait=30"));
        while (conversations.debts() == 0) {
            Thread.sleep(10);
        }
        Instant begin = Instant.now();
        server.close();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(6));
        waiting.cancel(true);
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        WebOptions usual = options();
        WebOptions same = new WebOptions(
                "127.0.0.1",
                server.port(),
                usual.publicUrl(),
                usual.siteOrigins(),
                usual.trustedProxies(),
                usual.identitySecret(),
                usual.sessionLength(),
                usual.textLimit(),
                usual.bodyLimit(),
                usual.rates(),
                usual.heartbeat(),
                usual.stalledAfter(),
                usual.drain());
        assertThatThrownBy(() -> serverWith(same).start())
                .isInstanceOf(WebServer.PortInUse.class)
                .hasMessageContaining("127.0.0.1:" + server.port() + " is in use")
                .hasMessageContaining("--port");
    }
}
