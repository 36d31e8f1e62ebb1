package io.babeldesk.answer.llm;

import static io.babeldesk.answer.llm.FaultyModelServer.status;
import static io.babeldesk.answer.llm.FaultyModelServer.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.ModelStream.Failure;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a server is asked again, and when it is left alone. */
@Timeout(30)
class RetriesTest extends ModelClientVocabulary {

    @Test
    void comesBackWhenTheServerSays() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(429, "Retry-After: 1"), words(0, "now"))) {
            long begun = System.nanoTime();
            assertThat(ask(server.url()).text()).isEqualTo("now");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(950));
        }
    }

    @Test
    void doesNotComeBackSoonerThanTheServerSays() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(429, "Retry-After: 60"), words(0, "now"));
                OpenAiLanguageModel model = model(server.url())) {
            assertThat(ask(model).failure()).isEqualTo(Failure.RATE_LIMITED);
            assertThat(ask(model).failure()).isEqualTo(Failure.RESTING);
            assertThat(server.requests).hasValue(1);
            assertThat(model.state()).isEqualTo("failing");
        }
    }

    @Test
    void triesAgainAfterAServerError() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(500), status(503), words(0, "well"))) {
            assertThat(ask(server.url()).text()).isEqualTo("well");
            assertThat(server.requests).hasValue(3);
        }
    }

    @Test
    void givesUpAfterThreeServerErrors() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(500))) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.SERVER_ERROR);
            assertThat(server.requests).hasValue(3);
        }
    }

    @Test
    void doesNotRepeatWhatTheServerRefuses() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(401))) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.REFUSED);
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void nobodyThereIsAFailure() {
        assertThat(ask(URI.create("http://127.0.0.1:1")).failure()).isEqualTo(Failure.UNREACHABLE);
    }

    @Test
    void restsAfterFiveFailures() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(status(401));
                OpenAiLanguageModel model = model(server.url())) {
            for (int i = 0; i < 5; i++) {
                assertThat(ask(model).failure()).isEqualTo(Failure.REFUSED);
            }
            assertThat(ask(model).failure()).isEqualTo(Failure.RESTING);
            assertThat(server.requests).hasValue(5);
        }
    }
}
