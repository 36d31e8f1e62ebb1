package io.babeldesk.answer.llm;

import static io.babeldesk.answer.llm.FaultyModelServer.begin;
import static io.babeldesk.answer.llm.FaultyModelServer.word;
import static io.babeldesk.answer.llm.FaultyModelServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.ModelStream;
import io.babeldesk.answer.ModelStream.Failure;
import io.babeldesk.answer.ModelStream.Text;
import io.babeldesk.answer.Payer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** For how long a server is waited for, and that it notices when nobody waits any more. */
@Timeout(30)
class PatienceTest extends ModelClientVocabulary {

    @Test
    void slowHeadersAreNotWaitedFor() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> Thread.sleep(5_000))) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.NO_HEADERS);
        }
    }

    @Test
    void aFirstWordThatDoesNotComeIsNotWaitedFor() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            Thread.sleep(5_000);
        })) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.NO_FIRST_TOKEN);
        }
    }

    @Test
    void aStallInMidStreamIsNoticedAndTheConnectionClosed() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            word(out, "[1] Half a ");
            for (int i = 0; i < 60; i++) {
                Thread.sleep(100);
                write(out, i > 10 ? ": still here\n\n" : "");
            }
        })) {
            Outcome outcome = ask(server.url());
            assertThat(outcome.failure()).isEqualTo(Failure.STALLED);
            assertThat(outcome.text()).isEqualTo("[1] Half a ");
            awaitHangUps(server, 1);
        }
    }

    @Test
    void closingStopsTheServerToo() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
                    begin(out);
                    while (true) {
                        word(out, "word ");
                        Thread.sleep(10);
                    }
                });
                OpenAiLanguageModel model = model(server.url())) {
            try (ModelStream stream = model.begin(PROMPT, Payer.NOBODY)) {
                assertThat(stream.next(Duration.ofSeconds(2))).isInstanceOf(Text.class);
            }
            awaitHangUps(server, 1);
            assertThat(model.state()).isEqualTo("ok");
        }
    }
}
