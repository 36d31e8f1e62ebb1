package io.babeldesk.answer.llm;

import static io.babeldesk.answer.llm.FaultyModelServer.begin;
import static io.babeldesk.answer.llm.FaultyModelServer.event;
import static io.babeldesk.answer.llm.FaultyModelServer.word;
import static io.babeldesk.answer.llm.FaultyModelServer.words;
import static io.babeldesk.answer.llm.FaultyModelServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.ModelStream.Failed;
import io.babeldesk.answer.ModelStream.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is no answer, whatever the library calls it. */
@Timeout(30)
class BrokenStreamsTest extends ModelClientVocabulary {

    @Test
    void aCutStreamIsAFailure() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            word(out, "[1] Half a ");
        })) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.CUT);
        }
    }

    @Test
    void anErrorInsideIsAFailure() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            word(out, "[1] Half a ");
            event(out, "{\"error\":{\"message\":\"overloaded\",\"code\":529}}");
            event(out, "[DONE]");
        })) {
            assertThat(ask(server.url()).last()).isInstanceOf(Failed.class);
        }
    }

    @Test
    void garbageIsAFailure() throws Exception {
        for (String garbage :
                List.of("\u0000\u0001\u0002 not http at all", "<html>Bad gateway</html>", "data: {{{\n\n")) {
            try (FaultyModelServer server = new FaultyModelServer(out -> {
                begin(out);
                write(out, garbage);
            })) {
                assertThat(ask(server.url()).last()).as(garbage).isInstanceOf(Failed.class);
            }
        }
    }

    @Test
    void wrongJsonIsAFailure() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            event(out, "[1,2,3]");
            event(out, "{\"choices\":\"none\"}");
            event(out, "[DONE]");
        })) {
            assertThat(ask(server.url()).last()).isInstanceOf(Failed.class);
        }
    }

    @Test
    void anEmptyAnswerIsAFailure() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(words(0))) {
            assertThat(ask(server.url()).failure()).isEqualTo(Failure.EMPTY);
        }
    }

    @Test
    void anEndlessAnswerIsStopped() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            while (true) {
                word(out, "and on and on and on and on and on and on ");
            }
        })) {
            Outcome outcome = ask(server.url());
            assertThat(outcome.failure()).isEqualTo(Failure.TOO_LONG);
            assertThat(outcome.text()).hasSizeLessThan(13_000);
            awaitHangUps(server, 1);
        }
    }
}
