package io.babeldesk;

import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.PassageIndexing;
import io.babeldesk.knowledge.embedding.Embeddings;
import io.babeldesk.settings.Secret;
import io.babeldesk.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Builds what gives texts their sentence vectors, and says when an edition gets them.
 *
 * @param kept where they are kept for the next process, beside the index of words
 */
record Meaning(List<Embedder> embedders, Optional<Path> kept, Executor later, Runnable end) implements AutoCloseable {

    private static final Executor NEVER = work -> {};

    static Meaning none() {
        return new Meaning(List.of(), Optional.empty(), NEVER, () -> {});
    }

    /** For commands that come to an end: they ask for the languages that they need, and wait. */
    static Meaning whenAsked(Map<String, String> environment, Optional<Path> data) {
        Settings.Embedding settings = Settings.Embedding.of(environment);
        return new Meaning(
                embedders(settings, model -> {}),
                data.filter(Files::isDirectory).map(Meaning::kept),
                NEVER,
                () -> {});
    }

    /** For a service: it answers by words alone until the vectors are there. */
    static Meaning afterEachPublish(Settings.Embedding settings, Path data, Embeddings.Watch watch) {
        ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("meaning").factory());
        return new Meaning(
                embedders(settings, watch),
                Optional.of(kept(data)),
                work -> executeIfOpen(thread, work),
                thread::shutdownNow);
    }

    /** For whoever runs the service, in a word. */
    String state(PassageIndexing.Depth depth) {
        if (embedders.isEmpty()) {
            return "off";
        }
        return switch (depth) {
            case GROWN -> "working";
            case REACHED -> "ok";
            case HELD_UP -> "failing";
        };
    }

    private static Path kept(Path data) {
        return data.resolve("index");
    }

    private static void executeIfOpen(ExecutorService thread, Runnable work) {
        if (!thread.isShutdown()) {
            thread.execute(work);
        }
    }

    private static List<Embedder> embedders(Settings.Embedding settings, Embeddings.Watch watch) {
        Embeddings embeddings = new Embeddings(watch, System::nanoTime);
        if (settings.baseUrl().isPresent()) {
            return embeddings.endpoint(
                    settings.baseUrl().get(),
                    settings.key().map(Secret::reveal),
                    settings.model(),
                    settings.sameFrom());
        }
        if (settings.folder().isPresent()) {
            return embeddings.inFolder(settings.folder().get(), settings.sameFrom());
        }
        return settings.builtIn() ? embeddings.builtIn() : List.of();
    }

    @Override
    public void close() {
        end.run();
        embedders.forEach(Embedder::close);
    }
}
