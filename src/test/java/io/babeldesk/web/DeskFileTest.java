package io.babeldesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.desk.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What shoppers showed, before an agent. Every answer is held against docs/openapi.yaml. */
class DeskFileTest extends StaffVocabulary {

    private static VirusDaemon daemon;

    private final HttpClient plain = HttpClient.newHttpClient();
    private Visitor shopper;
    private String conversation;

    @BeforeAll
    static void startDaemon() {
        daemon = new VirusDaemon(file -> {
            if (file.contains("SILENT")) {
                return "";
            }
            return VirusDaemon.LOOKING.apply(file);
        });
    }

    @AfterAll
    static void stopDaemon() throws IOException {
        daemon.close();
    }

    @Override
    Optional<InetSocketAddress> virusScanner() {
        return Optional.of(daemon.address());
    }

    @BeforeEach
    void aShopperHasAConversation() {
        shopper = visitor();
        conversation = shopper.opensConversation();
    }

    private static byte[] pdf(String words) {
        return ("%PDF-1.7\n" + words).getBytes(UTF_8);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private HttpResponse<String> uploaded(byte[] content, String name) throws Exception {
        return plain.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/conversations/"
                                + conversation + "/files?name=" + name))
                        .header("Authorization", "Bearer " + shopper.token)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** She sends it with a message; the agent sees it. */
    private JsonNode shown(Worker agent, byte[] content, String name) throws Exception {
        String id = json(uploaded(content, name)).path("id").asText();
        shopper.post(
                messagesOf(conversation),
                object(Map.of("text", "see " + name, "files", List.of(Map.of("id", id, "alt", "my cup")))),
                "Idempotency-Key",
                name);
        JsonNode turns =
                json(agent.get("/agent/v1/conversations/" + conversation)).path("turns");
        for (JsonNode turn : turns) {
            if (turn.at("/files/0/id").asText().equals(id)) {
                return turn.at("/files/0");
            }
        }
        throw new AssertionError("no turn shows " + name + ": " + turns);
    }

    private String at(JsonNode file) {
        return "/agent/v1/conversations/" + conversation + "/files/"
                + file.path("id").asText();
    }

    @Test
    void anAgentSeesWhatAPictureIsAndNoBrowserKeepsIt() throws Exception {
        Worker anna = worker("anna", Role.AGENT);
        JsonNode file = shown(anna, picture(), "cup.png");
        assertThat(file.path("check").asText()).isEqualTo("redrawn");
        assertThat(file.path("width").asInt()).isEqualTo(4);
        assertThat(file.path("alt").asText()).isEqualTo("my cup");
        HttpResponse<String> got = anna.get(at(file));
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline");
        assertThat(got.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(got.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
    }

    @Test
    void aDocumentIsOnlyDownloadedAndSaysWhetherAnybodyLooked() throws Exception {
        Worker anna = worker("anna", Role.AGENT);
        JsonNode clean = shown(anna, pdf("invoice"), "invoice.pdf");
        assertThat(clean.path("check").asText()).isEqualTo("scanned");
        assertThat(clean.has("width")).isFalse();
        assertThat(anna.get(at(clean)).headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename*=UTF-8''invoice.pdf");
        assertThat(shown(anna, pdf("SILENT"), "other.pdf").path("check").asText())
                .isEqualTo("unscanned");
    }

    @Test
    void whatHasAVirusIsNotTaken() throws Exception {
        assertProblem(uploaded(pdf("VIRUS"), "bad.pdf"), 422, "infected-file");
    }

    @Test
    void nobodySeesItWhoMayNotReadTheConversation() throws Exception {
        JsonNode file = shown(worker("anna", Role.AGENT), picture(), "cup.png");
        assertProblem(worker("eve", Role.EDITOR).get(at(file)), 403, "not-permitted");
        assertProblem(http.send("GET", at(file), ""), 401, "not-signed-in");
        Worker ben = worker("ben", Role.AGENT);
        String other = visitor().opensConversation();
        assertProblem(
                ben.get("/agent/v1/conversations/" + other + "/files/"
                        + file.path("id").asText()),
                404,
                "unknown-file");
    }
}
