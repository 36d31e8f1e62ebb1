package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/**
 * Sentence vectors of what passages are asked for and of what they say, as documents beside those of the words. Safe for
 * use by many threads.
 */
final class Meanings {

    /** A shopper waits for the answer; without vectors it comes at once. */
    private static final Duration PATIENCE_OF_A_SHOPPER = Duration.ofMillis(500);

    private static final Duration PATIENCE_OF_THE_INDEX = Duration.ofSeconds(60);
    /** A question that comes meanwhile waits for no more than so many lines. */
    private static final int AT_ONCE = 8;

    private final List<Embedder> embedders;
    /** By model and line, so that only what changed is embedded again. */
    private final Map<Line, float[]> known = new ConcurrentHashMap<>();

    private record Line(String model, String text) {}

    /** What a vector stands for. */
    private record Said(String passage, String text) {}

    Meanings(List<Embedder> embedders) {
        this.embedders = List.copyOf(embedders);
    }

    /** The model for texts in a language. */
    Optional<Embedder> embedder(Language language) {
        return embedders.stream().filter(some -> some.reads(language)).findFirst();
    }

    /**
     * A translation's documents.
     *
     * @throws EmbeddingFailed if the model could not be asked
     */
    List<Document> documents(Translation translation, Embedder embedder, Analyses analyses) {
        List<Said> lines = lines(translation, analyses);
        embed(lines.stream().map(Said::text).toList(), embedder);
        List<Document> documents = new ArrayList<>();
        for (Said line : lines) {
            float[] vector = known.get(new Line(embedder.model(), line.text()));
            if (vector != null) {
                documents.add(document(translation, line.passage(), embedder, vector));
            }
        }
        return documents;
    }

    private void embed(List<String> texts, Embedder embedder) {
        List<String> unknown = texts.stream()
                .distinct()
                .filter(text -> !known.containsKey(new Line(embedder.model(), text)))
                .toList();
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            List<String> some = unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE));
            List<float[]> vectors = embedder.embed(some, PATIENCE_OF_THE_INDEX);
            for (int i = 0; i < some.size(); i++) {
                known.put(new Line(embedder.model(), some.get(i)), vectors.get(i));
            }
        }
    }

    /** Title, headings and ways of asking, each where it belongs, and each passage's text. */
    private static List<Said> lines(Translation translation, Analyses analyses) {
        List<List<String>> questions = QuestionPlaces.of(translation, analyses);
        List<Said> lines = new ArrayList<>();
        for (Passage passage : translation.passages()) {
            String key = passage.key();
            String body = PassageDocuments.body(passage);
            add(key, passage.heading(), lines);
            add(key, (passage.heading() + "\n" + body).strip(), lines);
            questions.get(passage.number()).forEach(question -> add(key, question, lines));
        }
        return lines;
    }

    private static void add(String passage, String text, List<Said> lines) {
        Said line = new Said(passage, text);
        if (!text.isBlank() && !lines.contains(line)) {
            lines.add(line);
        }
    }

    private static Document document(Translation translation, String passage, Embedder embedder, float[] vector) {
        Document document = new Document();
        document.add(new StringField(Fields.TRANSLATION, PassageDocuments.key(translation), Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.KEY, new BytesRef(passage)));
        document.add(new KnnFloatVectorField(
                Fields.meaning(embedder.model(), translation.language()),
                vector,
                VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    /** How near each passage is to a question; empty where there are no vectors, or none to be had in time. */
    Optional<Nearness> nearness(String question, Language asked, Language written, LanguageView view)
            throws IOException {
        Optional<Embedder> embedder = embedder(written).filter(some -> some.reads(asked));
        if (embedder.isEmpty()) {
            return Optional.empty();
        }
        String field = Fields.meaning(embedder.get().model(), written);
        if (question.isBlank() || !view.hasVectors(field)) {
            return Optional.empty();
        }
        try {
            float[] vector = embedder.get()
                    .embed(List.of(question), PATIENCE_OF_A_SHOPPER)
                    .getFirst();
            return Optional.of(Nearness.of(vector, field, view));
        } catch (EmbeddingFailed e) {
            return Optional.empty();
        }
    }
}
