package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Turns texts into vectors that lie near each other where the texts mean much the same. Safe for use by many threads; a
 * call may wait for others.
 */
public interface Embedder extends AutoCloseable {

    /** Names the model, in small letters, digits and hyphens: vectors of different models have nothing to do with each other. */
    String model();

    /** Whether the model was trained on the language. Asked in another one it misleads. */
    boolean reads(Language language);

    /**
     * The cosine, -1..1, from which on two sentences about one matter mostly say the same; empty where it was not measured for
     * the model, or where it tells nothing.
     */
    OptionalDouble sameFrom();

    /**
     * A vector of length 1 for each text, in their order.
     *
     * @param patience how long the caller waits
     * @throws EmbeddingFailed if the model cannot be asked, or not in time
     */
    List<float[]> embed(List<String> texts, Duration patience);

    @Override
    void close();
}
