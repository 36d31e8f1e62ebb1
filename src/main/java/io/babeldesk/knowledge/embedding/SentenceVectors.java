package io.babeldesk.knowledge.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sentence vectors by one model of langchain4j. The model is loaded when first asked and works on a platform thread of its
 * own: native code would pin a virtual one, and a second thread gains nothing. After a failure it is left alone for a while,
 * so that shoppers don't wait for a server that is away.
 */
final class SentenceVectors implements Embedder {

    private static final int LONGEST_TEXT = 2_000;

    private final String model;
    private final Predicate<Language> languages;
    private final OptionalDouble sameFrom;
    private final Source source;
    private final Embeddings.Watch watch;
    private final LongSupplier nanos;
    private final ExecutorService thread;
    private final Duration rest;
    private @Nullable EmbeddingModel loaded;
    private volatile long restsUntil;
    private volatile boolean resting;

    /** Where the model comes from; may take a second. */
    interface Source {
        EmbeddingModel load();
    }

    /** @param rest how long it is left alone after a failure */
    SentenceVectors(
            String model,
            Predicate<Language> languages,
            OptionalDouble sameFrom,
            Source source,
            Duration rest,
            Embeddings.Watch watch,
            LongSupplier nanos) {
        this.model = model;
        this.languages = languages;
        this.sameFrom = sameFrom;
        this.source = source;
        this.rest = rest;
        this.watch = watch;
        this.nanos = nanos;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("embedding-" + model).factory());
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public boolean reads(Language language) {
        return languages.test(language);
    }

    @Override
    public OptionalDouble sameFrom() {
        return sameFrom;
    }

    @Override
    public List<float[]> embed(List<String> texts, Duration patience) {
        if (resting && nanos.getAsLong() - restsUntil < 0) {
            throw new EmbeddingFailed(model + " failed a moment ago and is left alone");
        }
        Future<List<float[]>> vectors;
        try {
            vectors = thread.submit(() -> ask(texts));
        } catch (RejectedExecutionException e) {
            throw new EmbeddingFailed(model + " is closed", e);
        }
        try {
            List<float[]> result = vectors.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            resting = false;
            return result;
        } catch (TimeoutException e) {
            vectors.cancel(true);
            throw failed(model + " took longer than " + patience, e);
        } catch (ExecutionException e) {
            throw failed(model + " cannot be asked: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            vectors.cancel(true);
            throw new EmbeddingFailed("nobody waits for " + model + " any more", e);
        }
    }

    private EmbeddingFailed failed(String what, Exception cause) {
        restsUntil = nanos.getAsLong() + rest.toNanos();
        resting = true;
        watch.failed(model);
        return new EmbeddingFailed(what, cause);
    }

    private List<float[]> ask(List<String> texts) {
        EmbeddingModel ready = loaded;
        if (ready == null) {
            ready = source.load();
            loaded = ready;
        }
        List<TextSegment> segments = new ArrayList<>();
        for (String text : texts) {
            // The models read some hundred words, and refuse an empty text.
            String cut = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
            segments.add(TextSegment.from(cut.isBlank() ? "-" : cut));
        }
        List<float[]> vectors = new ArrayList<>();
        for (Embedding embedding : ready.embedAll(segments).content()) {
            embedding.normalize();
            vectors.add(embedding.vector());
        }
        if (vectors.size() != texts.size()) {
            throw new IllegalStateException("asked for " + texts.size() + " vectors, got " + vectors.size());
        }
        return List.copyOf(vectors);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
