package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final List<Embedder> embedders;
    private final KnownVectors known;
    /** By translation, the lines that it has. */
    private final Map<String, Set<Fingerprint>> inUse = new ConcurrentHashMap<>();

    /** By language, what is no shop's matter: its lines, and as vectors. */
    private final Map<Language, ForeignLines> foreign = new ConcurrentHashMap<>();

    private record ForeignLines(Set<Fingerprint> lines, List<float[]> vectors) {}

    /** What a vector stands for. */
    private record Said(String passage, String text) {}

    Meanings(List<Embedder> embedders, KnownVectors known) {
        this.embedders = List.copyOf(embedders);
        this.known = known;
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
        Map<Fingerprint, String> texts = new LinkedHashMap<>();
        lines.forEach(line -> texts.put(Fingerprint.of(line.text()), line.text()));
        known.bring(texts, embedder);
        inUse.put(PassageDocuments.key(translation), Set.copyOf(texts.keySet()));
        List<Document> documents = new ArrayList<>();
        for (Said line : lines) {
            float[] vector = known.of(Fingerprint.of(line.text()), embedder);
            if (vector != null) {
                documents.add(document(translation, line.passage(), embedder, vector));
            }
        }
        return documents;
    }

    /**
     * Brings the vectors of what is no shop's matter. Called before those of the first passages of the language: until
     * there are any, nothing is compared.
     *
     * @throws EmbeddingFailed if the model could not be asked
     */
    void bringForeignMatters(Language language, Embedder embedder) {
        if (!foreign.containsKey(language)) {
            Map<Fingerprint, String> texts = ForeignMatters.lines(language)
                    .collect(Collectors.toMap(Fingerprint::of, line -> line, (line, same) -> line, LinkedHashMap::new));
            known.bring(texts, embedder);
            List<float[]> vectors = texts.keySet().stream()
                    .flatMap(line -> Stream.ofNullable(known.of(line, embedder)))
                    .toList();
            foreign.put(language, new ForeignLines(Set.copyOf(texts.keySet()), vectors));
        }
    }

    /** Lets go of vectors that no translation of an edition needs any more, if they are many. */
    void settle(Edition edition) {
        Set<String> present =
                edition.translations().stream().map(PassageDocuments::key).collect(Collectors.toSet());
        inUse.keySet().retainAll(present);
        known.keep(
                Stream.concat(inUse.values().stream(), foreign.values().stream().map(ForeignLines::lines))
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
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
            ForeignLines matters = foreign.get(asked);
            return Optional.of(Nearness.of(vector, field, view, matters == null ? List.of() : matters.vectors()));
        } catch (EmbeddingFailed e) {
            return Optional.empty();
        }
    }
}
