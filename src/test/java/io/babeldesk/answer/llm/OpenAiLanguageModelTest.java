package io.babeldesk.answer.llm;

import static io.babeldesk.answer.llm.FaultyModelServer.begin;
import static io.babeldesk.answer.llm.FaultyModelServer.end;
import static io.babeldesk.answer.llm.FaultyModelServer.event;
import static io.babeldesk.answer.llm.FaultyModelServer.word;
import static io.babeldesk.answer.llm.FaultyModelServer.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.ModelStream;
import io.babeldesk.answer.ModelStream.Ended;
import io.babeldesk.answer.ModelStream.ToolCall;
import io.babeldesk.answer.Payer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked of a server, and what comes of it where all goes well. */
@Timeout(30)
class OpenAiLanguageModelTest extends ModelClientVocabulary {

    @Test
    void wordsComeThroughAsTheyAreWritten() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(words(20, "[1] You", " have", " 30 days.", "\n"))) {
            Outcome outcome = ask(server.url());
            assertThat(outcome.text()).isEqualTo("[1] You have 30 days.\n");
            assertThat(outcome.last()).isEqualTo(new Ended(new ModelStream.Usage(100, 20, 0.00014)));
            assertThat(server.paths).containsExactly("/v1/chat/completions");
        }
    }

    @Test
    void addressesWithAVersionAreTakenAsTheyAre() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(words(0, "yes"))) {
            assertThat(ask(URI.create(server.url() + "/v1/")).text()).isEqualTo("yes");
            assertThat(ask(URI.create(server.url() + "/openai/v2")).text()).isEqualTo("yes");
            assertThat(server.paths).containsExactly("/v1/chat/completions", "/openai/v2/chat/completions");
        }
    }

    @Test
    void toolCallsComeWithTheirArguments() throws Exception {
        Outcome outcome = askTool("{\\\"query\\\":\\\"lost parcel\\\"}");
        assertThat(outcome.tools()).containsExactly(new ToolCall("search", Map.of("query", "lost parcel")));
    }

    @Test
    void toolCallsWithBadArgumentsComeWithoutAny() throws Exception {
        assertThat(askTool("{\\\"query\\\": ").tools()).containsExactly(new ToolCall("search", Map.of()));
        assertThat(askTool("[1]").tools()).containsExactly(new ToolCall("search", Map.of()));
    }

    @Test
    void theEndIsSaidOnce() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
                    begin(out);
                    word(out, "yes");
                    end(out);
                    end(out);
                });
                OpenAiLanguageModel model = model(server.url());
                ModelStream stream = model.begin(PROMPT, Payer.NOBODY)) {
            assertThat(read(stream).last()).isInstanceOf(Ended.class);
            assertThat(stream.next(Duration.ofMillis(10))).isInstanceOf(Ended.class);
        }
    }

    private Outcome askTool(String arguments) throws IOException {
        try (FaultyModelServer server = new FaultyModelServer(out -> {
            begin(out);
            event(
                    out,
                    "{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,"
                            + "\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"search\",\"arguments\":\""
                            + arguments + "\"}}]},\"finish_reason\":null}]}");
            event(
                    out,
                    "{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},"
                            + "\"finish_reason\":\"tool_calls\"}]}");
            event(out, "[DONE]");
        })) {
            return ask(server.url());
        }
    }
}
