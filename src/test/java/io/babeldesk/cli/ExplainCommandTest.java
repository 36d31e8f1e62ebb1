package io.babeldesk.cli;

import static io.babeldesk.answer.llm.FaultyModelServer.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.Assembly;
import io.babeldesk.answer.llm.FaultyModelServer;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worded reply is made by a running service, and explained beside it and after it. */
@Timeout(120)
class ExplainCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int explain(String... arguments) {
        out.reset();
        errors.reset();
        String[] all = new String[arguments.length + 5];
        all[0] = "explain";
        all[1] = "--data";
        all[2] = root.resolve("data").toString();
        all[3] = "--knowledge-base";
        all[4] = root.resolve("shop").toString();
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return new CommandLineEntry(new Assembly(), print(out), print(errors)).run(all);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsHowAReplyCameAboutAndWhatItWouldBeToday() throws Exception {
        FolderOnDisk folder = FolderOnDisk.in(root.resolve("shop"));
        String turn;
        try (FaultyModelServer model = new FaultyModelServer(words(
                        0, "[1] You can return things within 30 days.\n[1] You can return things within 60 days.\n"));
                Services.Running service = new Assembly()
                        .serve(Map.of(
                                "PORT", "0",
                                "DATA", root.resolve("data").toString(),
                                "KNOWLEDGE_BASE", root.resolve("shop").toString(),
                                "LLM_BASE_URL", model.url().toString(),
                                "LLM_PRICES", "default=1/2"))) {
            turn = aReplyOf(service.url());
            assertThat(explain(turn))
                    .as(errors.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
        assertThat(printed())
                .contains("question    How long can I return things?")
                .contains("hit         ", "returns/return-window")
                .contains("fact        returns.window RET-01")
                .contains("model       default, prompt answer.")
                .contains("tokens      100 in, 20 out, cost 0.000140")
                .contains("sentence    kept [1] You can return things within 30 days.")
                .contains("sentence    value (")
                .contains("time        guard", "time        wording", "time        first-sentence")
                .contains("text        You can return things within 30 days.");

        assertThat(explain("trn_nowhere")).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("trn_nowhere");

        assertThat(explain(turn, "--replay")).isZero();
        assertThat(printed()).contains("today       Answered", ", the same");

        folder.changing("policies.yaml", "30 days", "14 days");
        assertThat(explain(turn, "--replay")).isZero();
        assertThat(printed()).contains(", another", "14 days");
    }

    @Test
    void namesTheFolderThatHasNoReplies() {
        assertThat(explain("trn_nowhere")).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("data", "--data");
    }

    private static String aReplyOf(URI url) throws Exception {
        String base = url.toString().replaceFirst("/$", "") + "/api/v1";
        String token = post(base + "/session", "", "{\"site\":\"demo\",\"market\":\"DE\"}")
                .path("token")
                .asText();
        String conversation =
                post(base + "/conversations", token, "{}").path("id").asText();
        String messages = base + "/conversations/" + conversation + "/messages";
        post(messages, token, "{\"text\":\"How long can I return things?\"}");
        return send(HttpRequest.newBuilder(URI.create(messages)), token)
                .at("/data/1/id")
                .asText();
    }

    private static JsonNode post(String url, String token, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .headers("Content-Type", "application/json", "Idempotency-Key", "k", "Prefer", "wait=30")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                token);
    }

    private static JsonNode send(HttpRequest.Builder request, String token) throws Exception {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
        return new ObjectMapper().readTree(response.body());
    }
}
