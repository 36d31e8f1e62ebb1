package io.babeldesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.browser.Line;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of shoppers: what is taken, what becomes of it, and who sees it. */
class FileTest extends WebVocabulary {

    private static final byte[] PDF = "%PDF-1.7\n%…".getBytes(UTF_8);

    private final HttpClient plain = HttpClient.newHttpClient();
    private Visitor anna;
    private String conversation;

    @BeforeEach
    void annaHasAConversation() {
        anna = visitor();
        conversation = anna.opensConversation();
    }

    @Test
    @Line(39)
    void aPictureIsDrawnAnewAndShownWithTheMessageThatNamesIt() throws Exception {
        byte[] photo = withAfterword(picture("jpeg", 40, 20), "<script>alert(1)</script>");

        JsonNode file = kept(photo, "my%20cup.jpg");
        anna.post(
                messagesOf(conversation),
                "{\"text\":\"broken\",\"files\":[{\"id\":\"%s\",\"alt\":\"a cup\"}]}"
                        .formatted(file.path("id").asText()),
                "Idempotency-Key",
                "k");

        JsonNode shown = json(anna.get(messagesOf(conversation))).at("/data/0/files/0");
        assertThat(shown.path("alt").asText()).isEqualTo("a cup");
        assertThat(shown.path("name").asText()).isEqualTo("my cup.jpg");
        HttpResponse<byte[]> got = fetched(shown.path("url").asText());
        assertThat(got.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(got.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(new String(got.body(), UTF_8)).doesNotContain("script");
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(got.body()));
        assertThat(drawn.getWidth()).isEqualTo(40);
        assertThat(shown.path("width").asInt()).isEqualTo(40);
    }

    @Test
    void aPhotoOfACameraThatWasHeldUprightStandsUpright() throws Exception {
        byte[] jpeg = picture("jpeg", 40, 20);
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] turned = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, turned, 0, 2);
        System.arraycopy(exif, 0, turned, 2, exif.length);
        System.arraycopy(jpeg, 2, turned, 2 + exif.length, jpeg.length - 2);

        JsonNode file = kept(turned, "photo.jpg");

        assertThat(file.path("width").asInt()).isEqualTo(20);
        assertThat(file.path("height").asInt()).isEqualTo(40);
    }

    @Test
    void aLargePictureIsMadeSmaller() throws Exception {
        assertThat(kept(picture("png", 5_000, 100), "wide.png").path("width").asInt())
                .isEqualTo(2_048);
    }

    @Test
    void aDocumentIsOnlyDownloaded() throws Exception {
        JsonNode file = kept(PDF, "..%2F..%2Fetc%2Finvoice.pdf");

        HttpResponse<byte[]> got = fetched(file.path("url").asText());

        assertThat(file.path("name").asText()).isEqualTo("invoice.pdf");
        assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "GIF89a",
                "MZ\u0090",
                "PK\u0003\u0004",
                "",
                "%PDF"
            })
    void whatIsNeitherPictureNorDocumentIsRefused(String content) throws Exception {
        assertProblem(uploaded(content.getBytes(UTF_8), "photo.jpg"), 415, "unsupported-file");
    }

    @Test
    void aPictureThatIsCutOffIsRefused() throws Exception {
        byte[] whole = picture("png", 200, 200);

        assertProblem(uploaded(Arrays.copyOf(whole, 40), "photo.png"), 415, "unsupported-file");
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000_001, 60_000_000})
    void aFileThatIsTooLargeIsRefusedInWordsThatArrive(int bytes) throws Exception {
        assertProblem(uploaded(new byte[bytes], "large.pdf"), 413, "file-too-large");
    }

    @Test
    void aConversationHoldsOnlySoMuch() throws Exception {
        byte[] large = Arrays.copyOf(PDF, 7_900_000);
        for (int i = 0; i < 5; i++) {
            kept(large, "a.pdf");
        }

        assertProblem(uploaded(large, "a.pdf"), 413, "too-many-files");
    }

    @Test
    @Line(39)
    void aFileThatNoMessageNamesIsGoneAfterADay() throws Exception {
        String unsent = kept(PDF, "unsent.pdf").path("url").asText();
        JsonNode sent = kept(PDF, "sent.pdf");
        anna.post(
                messagesOf(conversation),
                "{\"text\":\"here\",\"files\":[{\"id\":\"%s\"}]}"
                        .formatted(sent.path("id").asText()),
                "Idempotency-Key",
                "k");
        clock.passes(Duration.ofHours(23));
        annaHasAConversation();
        kept(PDF, "later.pdf");
        assertThat(fetched(unsent).statusCode()).isEqualTo(200);

        clock.passes(Duration.ofHours(2));
        annaHasAConversation();
        kept(PDF, "next.pdf");

        assertThat(fetched(unsent).statusCode()).isEqualTo(404);
        assertThat(fetched(sent.path("url").asText()).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodySeesAFileWithoutItsWholeAddress() throws Exception {
        String url = kept(PDF, "a.pdf").path("url").asText();

        assertThat(fetched(url.substring(0, url.length() - 1)).statusCode()).isEqualTo(404);
        assertThat(fetched(url.substring(0, url.indexOf("&key"))).statusCode()).isEqualTo(404);
        assertThat(fetched(url.replace("in=cnv_", "in=../")).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileOfAnotherConversationCannotBeNamed() throws Exception {
        String id = kept(PDF, "a.pdf").path("id").asText();
        Visitor ben = visitor();

        HttpResponse<String> response = ben.post(
                messagesOf(ben.opensConversation()),
                "{\"text\":\"mine\",\"files\":[{\"id\":\"" + id + "\"}]}",
                "Idempotency-Key",
                "k");

        assertProblem(response, 404, "unknown-file");
    }

    @Test
    void erasingTheShopperErasesHerFiles() throws Exception {
        String url = kept(PDF, "a.pdf").path("url").asText();

        anna.send("DELETE", "/api/v1/me", "");

        assertThat(fetched(url).statusCode()).isEqualTo(404);
    }

    private JsonNode kept(byte[] content, String name) throws Exception {
        HttpResponse<String> response = uploaded(content, name);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response);
    }

    private HttpResponse<String> uploaded(byte[] content, String name) throws Exception {
        return plain.send(
                HttpRequest.newBuilder(address("/api/v1/conversations/" + conversation + "/files?name=" + name))
                        .header("Authorization", "Bearer " + anna.token)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> fetched(String url) throws Exception {
        return plain.send(
                HttpRequest.newBuilder(address("/api/v1/files/" + url)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, Color.ORANGE.getRGB());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] withAfterword(byte[] file, String words) {
        byte[] both = Arrays.copyOf(file, file.length + words.length());
        System.arraycopy(words.getBytes(UTF_8), 0, both, file.length, words.length());
        return both;
    }
}
