package io.babeldesk.answer.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.babeldesk.answer.guard.Signals.Signal;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether a sentence lies so near to one of the passages' that it says the same in other words. Vectors see neither
 * numbers nor denials, so this speaks only for sentences that have no value, deny nothing and promise nothing. Safe for
 * use by many threads.
 */
final class MeaningSupport {

    /** Of sentences that no passage says none came nearer than 0.74; of true ones two in three did. */
    private static final double NEAR = 0.8;

    private static final int PASSAGES = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final List<Signal> NOT_ITS_MATTER =
            List.of(Signal.NOT, Signal.FREE, Signal.PAY, Signal.NOW, Signal.SURE, Signal.ALL, Signal.WE);

    private final List<Embedder> embedders;
    private final Cache<Key, List<float[]>> vectors =
            Caffeine.newBuilder().maximumSize(PASSAGES).build();

    private record Key(String model, List<String> sentences) {}

    MeaningSupport(List<Embedder> embedders) {
        this.embedders = List.copyOf(embedders);
    }

    boolean says(String sentence, Wording said, List<KnownPassage> cited) {
        Optional<Embedder> reader = embedders.stream()
                .filter(embedder -> embedder.reads(said.language))
                .findFirst();
        if (reader.isEmpty() || !isItsMatter(said)) {
            return false;
        }
        Embedder embedder = reader.get();
        try {
            float[] vector = embedder.embed(List.of(sentence), PATIENCE).getFirst();
            return cited.stream()
                    .filter(known -> embedder.reads(known.wording().language))
                    .flatMap(known -> vectorsOf(known, embedder).stream())
                    .anyMatch(other -> cosine(vector, other) >= NEAR);
        } catch (EmbeddingFailed e) {
            return false;
        }
    }

    private static boolean isItsMatter(Wording said) {
        return said.values.claims().isEmpty()
                && !said.content.isEmpty()
                && said.sentences.stream()
                        .flatMap(sentence -> sentence.clauses().stream())
                        .noneMatch(clause -> NOT_ITS_MATTER.stream().anyMatch(clause::has));
    }

    private List<float[]> vectorsOf(KnownPassage known, Embedder embedder) {
        return vectors.get(new Key(embedder.model(), known.texts()), key -> embedder.embed(key.sentences(), PATIENCE));
    }

    private static double cosine(float[] one, float[] two) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * two[i];
        }
        return sum;
    }
}
