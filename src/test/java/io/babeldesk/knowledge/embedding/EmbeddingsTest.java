package io.babeldesk.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models that come with the program, and a server. */
class EmbeddingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Embeddings embeddings = new Embeddings(
            model -> {
                throw new AssertionError(model + " failed");
            },
            System::nanoTime);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I ordered a medium and you sent an XL | the wrong size arrived      | do you ship to Norway
            zh | 我买的是中号，寄来的却是加大号             | 收到的尺码不对                | 你们可以寄到挪威吗
            """)
    void whatMeansMuchTheSameLiesNear(String language, String question, String near, String far) {
        Embedder model = embeddings.builtIn().stream()
                .filter(some -> some.reads(Language.of(language)))
                .findFirst()
                .orElseThrow();
        try (model) {
            List<float[]> vectors = model.embed(List.of(question, near, far), PATIENCE);

            assertThat(cosine(vectors.get(0), vectors.get(1))).isGreaterThan(cosine(vectors.get(0), vectors.get(2)));
            assertThat(cosine(vectors.get(0), vectors.get(0))).isBetween(0.999, 1.001);
        }
    }

    @Test
    void eachReadsItsOwnLanguageAlone() {
        List<Embedder> models = embeddings.builtIn();
        assertThat(models)
                .allSatisfy(model -> assertThat(List.of("en", "zh", "de", "ar", "ja").stream()
                                .filter(code -> model.reads(Language.of(code))))
                        .hasSize(1));
        models.forEach(Embedder::close);
    }

    @Test
    void aServerIsAskedInTheOpenAiDialect() throws IOException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestURI().getPath());
            heard.add(exchange.getRequestHeaders().getFirst("Authorization"));
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = """
                    {"object":"list","model":"m","data":[{"object":"embedding","index":0,"embedding":[0.0,2.0]}],
                     "usage":{"prompt_tokens":1,"total_tokens":1}}""".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://localhost:" + server.getAddress().getPort());
        try (Embedder model = embeddings
                .endpoint(address, Optional.of("key"), "BGE-M3:latest", OptionalDouble.of(0.9))
                .getFirst()) {
            assertThat(model.model()).isEqualTo("bge-m3-latest");
            assertThat(model.reads(Language.of("th"))).isTrue();
            assertThat(model.sameFrom()).hasValue(0.9);

            assertThat(model.embed(List.of("Wo ist mein Paket?"), PATIENCE).getFirst())
                    .containsExactly(0, 1);

            assertThat(heard.poll()).isEqualTo("/v1/embeddings");
            assertThat(heard.poll()).isEqualTo("Bearer key");
            assertThat(heard.poll()).contains("Wo ist mein Paket?", "BGE-M3:latest");
        } finally {
            server.stop(0);
        }
    }

    private static double cosine(float[] some, float[] other) {
        double sum = 0;
        for (int i = 0; i < some.length; i++) {
            sum += some[i] * other[i];
        }
        return sum;
    }
}
