package io.babeldesk.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.babeldesk.knowledge.EmbeddingFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SentenceVectorsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(30);

    private final AtomicLong now = new AtomicLong();
    private final List<String> failures = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    private String mood = "well";

    private final EmbeddingModel model = new EmbeddingModel() {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            segments.forEach(segment -> asked.add(segment.text()));
            return switch (mood) {
                case "well" ->
                    Response.from(segments.stream()
                            .map(segment -> Embedding.from(new float[] {3, 4}))
                            .toList());
                case "short" -> Response.from(List.of());
                case "hanging" -> {
                    try {
                        never.await();
                        throw new AssertionError("nobody ends it");
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("interrupted", e);
                    }
                }
                default -> throw new IllegalStateException("no such host");
            };
        }
    };

    private final SentenceVectors vectors = new SentenceVectors(
            "some", language -> true, OptionalDouble.empty(), () -> model, REST, failures::add, now::get);

    @AfterEach
    void close() {
        vectors.close();
    }

    @Test
    void vectorsHaveLengthOneAndComeInOrder() {
        List<float[]> found = vectors.embed(List.of("a", "b"), PATIENCE);

        assertThat(found).hasSize(2).allSatisfy(vector -> assertThat(vector).containsExactly(0.6f, 0.8f));
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void textsThatModelsRefuseAreSentInAFormThatTheyTake() {
        vectors.embed(List.of(" ", "x".repeat(100_000)), PATIENCE);

        assertThat(asked.getFirst()).isNotBlank();
        assertThat(asked.getLast()).hasSizeLessThan(10_000);
    }

    @Test
    void afterAFailureItIsLeftAloneForAWhile() {
        mood = "broken";
        assertThatThrownBy(() -> vectors.embed(List.of("a"), PATIENCE))
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("no such host");
        mood = "well";

        assertThatThrownBy(() -> vectors.embed(List.of("b"), PATIENCE)).isInstanceOf(EmbeddingFailed.class);
        assertThat(asked).containsExactly("a");
        assertThat(failures).containsExactly("some");

        now.addAndGet(REST.toNanos());
        assertThat(vectors.embed(List.of("c"), PATIENCE)).hasSize(1);
    }

    @Test
    void nobodyWaitsLongerThanHerPatience() {
        mood = "hanging";

        assertThatThrownBy(() -> vectors.embed(List.of("a"), Duration.ofMillis(50)))
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("longer");
        assertThat(failures).containsExactly("some");
    }

    @Test
    void tooFewVectorsAreAFailure() {
        mood = "short";

        assertThatThrownBy(() -> vectors.embed(List.of("a"), PATIENCE))
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("asked for 1 vectors, got 0");
    }

    @Test
    void closedItSaysSo() {
        vectors.close();

        assertThatThrownBy(() -> vectors.embed(List.of("a"), PATIENCE))
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("closed");
    }
}
