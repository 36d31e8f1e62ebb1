package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vectors of lines that were embedded once, so that only what changed is embedded again, after a restart, too. With a
 * folder they are kept there, a file a model, which can be removed at any time. Lines of the knowledge base only, never
 * what a shopper wrote. Safe for use by many threads.
 */
final class KnownVectors {

    private static final Logger LOG = LoggerFactory.getLogger(KnownVectors.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A question that comes meanwhile waits for no more than so many lines. */
    private static final int AT_ONCE = 8;
    /** A line whose vector tells a model from another one that goes by the same name. */
    private static final String SAMPLE = "Babeldesk answers a shop's customers. 退货 возврат إرجاع";

    private static final Fingerprint SAMPLE_KEY = Fingerprint.of(SAMPLE);
    /** The same model on another processor differs in the last digits. */
    private static final double SAME = 0.99;
    /** Of lines that no edition has any more, so many are kept, and as many more as there are others. */
    private static final int STALE = 10_000;

    private final Optional<Path> folder;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    /** @param folder for the files; made when there is something to keep */
    KnownVectors(Optional<Path> folder) {
        this.folder = folder;
    }

    float @Nullable [] of(Fingerprint line, Embedder embedder) {
        Shelf shelf = shelves.get(embedder.model());
        return shelf == null ? null : shelf.vectors.get(line);
    }

    /**
     * Embeds what is not known yet.
     *
     * @throws EmbeddingFailed if the model could not be asked; what came before is kept
     */
    synchronized void bring(Map<Fingerprint, String> lines, Embedder embedder) {
        Shelf shelf = shelves.get(embedder.model());
        if (shelf == null) {
            shelf = open(embedder);
            shelves.put(embedder.model(), shelf);
        }
        Map<Fingerprint, float[]> known = shelf.vectors;
        List<Map.Entry<Fingerprint, String>> unknown = lines.entrySet().stream()
                .filter(line -> !known.containsKey(line.getKey()))
                .toList();
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            List<Map.Entry<Fingerprint, String>> some = unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE));
            List<float[]> vectors =
                    embedder.embed(some.stream().map(Map.Entry::getValue).toList(), PATIENCE);
            Map<Fingerprint, float[]> fresh = new HashMap<>();
            for (int i = 0; i < some.size(); i++) {
                fresh.put(some.get(i).getKey(), vectors.get(i));
            }
            shelf.add(fresh);
        }
    }

    /** Lets go of what is in no line of these, once it is more than all else. */
    synchronized void keep(Set<Fingerprint> lines) {
        shelves.values().forEach(shelf -> shelf.keep(lines));
    }

    private Shelf open(Embedder embedder) {
        if (folder.isEmpty()) {
            return new Shelf(null, Map.of());
        }
        VectorFile file = new VectorFile(folder.get().resolve(embedder.model() + ".vectors"));
        float[] now = embedder.embed(List.of(SAMPLE), PATIENCE).getFirst();
        try {
            Map<Fingerprint, float[]> kept = file.read();
            if (kept.isEmpty() || isSame(now, kept.get(SAMPLE_KEY))) {
                return kept.isEmpty() ? begun(file, now) : new Shelf(file, kept);
            }
            LOG.info("{} is not the model that it was, all is embedded anew", embedder.model());
        } catch (IOException e) {
            LOG.warn("the kept vectors of {} cannot be read, all is embedded anew: {}", embedder.model(), e.toString());
        }
        return begun(file, now);
    }

    private static Shelf begun(VectorFile file, float[] sample) {
        Shelf shelf = new Shelf(file, Map.of(SAMPLE_KEY, sample));
        shelf.write(() -> file.replace(shelf.vectors));
        return shelf;
    }

    private static boolean isSame(float[] now, float @Nullable [] before) {
        if (before == null || before.length != now.length) {
            return false;
        }
        double cosine = 0;
        for (int i = 0; i < now.length; i++) {
            cosine += now[i] * before[i];
        }
        return cosine >= SAME;
    }

    /** One model's vectors. */
    private static final class Shelf {
        private final Map<Fingerprint, float[]> vectors;
        private @Nullable VectorFile file;

        Shelf(@Nullable VectorFile file, Map<Fingerprint, float[]> vectors) {
            this.file = file;
            this.vectors = new ConcurrentHashMap<>(vectors);
        }

        void add(Map<Fingerprint, float[]> fresh) {
            vectors.putAll(fresh);
            VectorFile kept = file;
            if (kept != null) {
                write(() -> kept.add(fresh));
            }
        }

        void keep(Set<Fingerprint> lines) {
            Set<Fingerprint> wanted = new HashSet<>(lines);
            wanted.add(SAMPLE_KEY);
            long stale = vectors.keySet().stream()
                    .filter(line -> !wanted.contains(line))
                    .count();
            if (stale > STALE + wanted.size()) {
                vectors.keySet().retainAll(wanted);
                VectorFile kept = file;
                if (kept != null) {
                    write(() -> kept.replace(vectors));
                }
            }
        }

        private interface Writing {
            void run() throws IOException;
        }

        /** A disk that is full costs the next start some time, and nothing else. */
        void write(Writing writing) {
            try {
                writing.run();
            } catch (IOException e) {
                LOG.warn("vectors cannot be kept, the next start embeds them again: {}", e.toString());
                file = null;
            }
        }
    }
}
