package io.babeldesk.knowledge.embedding;

import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.language.Language;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The embedders that there are to choose from. */
public final class Embeddings {

    private static final Duration REST = Duration.ofSeconds(30);
    /** Four deviations above the mean of two sentences of different passages. docs/answering.md has what it lets out. */
    private static final double SAME_IN_CHINESE = 0.79;

    /** The models run on the thread that asks. */
    private static final Executor HERE = Runnable::run;

    private final Watch watch;
    private final LongSupplier nanos;

    /** Hears of what went wrong. Safe for use by many threads. */
    public interface Watch {
        void failed(String model);
    }

    /** @param nanos a clock for lengths of time */
    public Embeddings(Watch watch, LongSupplier nanos) {
        this.watch = watch;
        this.nanos = nanos;
    }

    /**
     * The models that come with the program, each for the language that it measures better in than words alone: English
     * by all-MiniLM-L6-v2 (Reimers and Gurevych 2019), Chinese by bge-small-zh-v1.5 (Xiao and others 2023), both with
     * weights of 8 bits.
     */
    public List<Embedder> builtIn() {
        return List.of(
                vectors(
                        "minilm",
                        Set.of(Language.of("en"))::contains,
                        // What it finds near in meaning is as often said by no passage.
                        OptionalDouble.empty(),
                        () -> new AllMiniLmL6V2QuantizedEmbeddingModel(HERE)),
                vectors(
                        "bge-zh",
                        Set.of(Language.of("zh"))::contains,
                        OptionalDouble.of(SAME_IN_CHINESE),
                        () -> new BgeSmallZhV15QuantizedEmbeddingModel(HERE)));
    }

    /** A sentence model of all languages: {@code model.onnx} with its {@code tokenizer.json} in a folder. */
    public List<Embedder> inFolder(Path folder, OptionalDouble sameFrom) {
        return List.of(vectors(
                "folder",
                language -> true,
                sameFrom,
                () -> new OnnxEmbeddingModel(
                        folder.resolve("model.onnx"), folder.resolve("tokenizer.json"), PoolingMode.MEAN)));
    }

    /** A model of all languages on an OpenAI-compatible server. */
    public List<Embedder> endpoint(URI address, Optional<String> key, String model, OptionalDouble sameFrom) {
        return List.of(vectors(
                model.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                language -> true,
                sameFrom,
                () -> OpenAiEmbeddingModel.builder()
                        .baseUrl(withVersion(address))
                        .apiKey(key.orElse("none"))
                        .modelName(model)
                        .maxRetries(0)
                        .build()));
    }

    private Embedder vectors(
            String model, Predicate<Language> languages, OptionalDouble sameFrom, SentenceVectors.Source source) {
        return new SentenceVectors(model, languages, sameFrom, source, REST, watch, nanos);
    }

    /** Servers put the dialect under a version; people leave it out. */
    private static String withVersion(URI address) {
        String given = address.toString().replaceAll("/+$", "");
        return given.matches(".*/v[0-9]+") ? given : given + "/v1";
    }
}
