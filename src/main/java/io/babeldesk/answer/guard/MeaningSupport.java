package io.babeldesk.answer.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether a sentence of passages says the same as another in other words, by sentence vectors, where a model reads both
 * languages and it is known from which cosine on it can be believed. Safe for use by many threads.
 */
final class MeaningSupport {

    private static final int PASSAGES = 300;
    /** A sentence that waits for a vector keeps a shopper waiting. */
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /** Passages are read while the model thinks. */
    private static final Duration PATIENCE_FOR_A_PASSAGE = Duration.ofSeconds(5);

    private final List<Embedder> embedders;
    private final Cache<List<String>, CompletableFuture<List<float[]>>> known =
            Caffeine.newBuilder().maximumSize(PASSAGES).build();

    MeaningSupport(List<Embedder> embedders) {
        this.embedders = embedders.stream()
                .filter(embedder -> embedder.sameFrom().isPresent())
                .toList();
    }

    /** Begins to bring the vectors of a passage's sentences, so that they are there when a sentence is judged. */
    void prepare(KnownPassage passage, Language said) {
        embedder(passage, said).ifPresent(embedder -> {
            CompletableFuture<List<float[]>> _ = vectors(passage, embedder);
        });
    }

    boolean says(List<KnownPassage> cited, String sentence, Language said) {
        return cited.stream()
                .anyMatch(passage -> embedder(passage, said)
                        .filter(embedder -> says(passage, sentence, embedder))
                        .isPresent());
    }

    private Optional<Embedder> embedder(KnownPassage passage, Language said) {
        return embedders.stream()
                .filter(embedder -> embedder.reads(said) && embedder.reads(passage.wording().language))
                .findFirst();
    }

    private boolean says(KnownPassage passage, String sentence, Embedder embedder) {
        double from = embedder.sameFrom().orElseThrow();
        try {
            // A model does one thing after the other, and one that is late is left alone for a while: first the
            // passage.
            List<float[]> vectors = vectors(passage, embedder).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            float[] vector = embedder.embed(List.of(sentence), PATIENCE).getFirst();
            return vectors.stream().anyMatch(stated -> cosine(vector, stated) >= from);
        } catch (EmbeddingFailed | ExecutionException | TimeoutException e) {
            // Words alone have judged, and hold it.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CompletableFuture<List<float[]>> vectors(KnownPassage passage, Embedder embedder) {
        return known.get(
                passage.text(),
                sentences -> CompletableFuture.supplyAsync(
                                () -> embedder.embed(sentences, PATIENCE_FOR_A_PASSAGE), Thread::startVirtualThread)
                        .whenComplete((vectors, failure) -> {
                            if (failure != null) {
                                // It is asked again the next time.
                                known.invalidate(sentences);
                            }
                        }));
    }

    private static double cosine(float[] one, float[] two) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * two[i];
        }
        return sum;
    }
}
