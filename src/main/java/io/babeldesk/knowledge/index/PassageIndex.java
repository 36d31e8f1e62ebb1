package io.babeldesk.knowledge.index;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.FactValue;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageIndexing;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.Placeholder;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * One Lucene index for all languages. Each edition indexes what has changed since the last and gets a view of its own;
 * views of earlier editions are not disturbed. The index is derived from the knowledge folder and can be thrown away at
 * any time. {@link #index} is for one thread at a time.
 */
public final class PassageIndex implements PassageIndexing, AutoCloseable {

    static final String KEY = "key";
    static final String TRANSLATION = "translation";
    /** Title, heading, questions and tags: what a passage is about. */
    static final String HEAD = "head.";
    /** What it says. */
    static final String BODY = "body.";
    /** Character sequences of both. */
    static final String GRAMS = "grams.";
    /** Glossary concepts of the head, and of the body. */
    static final String HEAD_CONCEPTS = "head-concepts.";

    static final String BODY_CONCEPTS = "body-concepts.";

    private final LanguageAnalyzers analyzers = new LanguageAnalyzers();
    private final Directory directory;
    private final IndexWriter writer;
    private final Map<String, String> indexed = new HashMap<>();
    private List<Concept> concepts = List.of();
    private Policies policies = new Policies(Map.of());
    private Glossary glossary = new Glossary(List.of(), analyzers);

    /** An index on the heap, gone with the process. */
    public static PassageIndex inMemory() {
        return new PassageIndex(new ByteBuffersDirectory());
    }

    /** @param directory empty; closed with this index */
    PassageIndex(Directory directory) {
        this.directory = directory;
        try {
            this.writer = new IndexWriter(directory, new IndexWriterConfig(new ByField(analyzers)));
        } catch (IOException e) {
            throw new UncheckedIOException("the index folder cannot be used; check its rights and free space", e);
        }
    }

    @Override
    public PassageSearch index(Edition edition) {
        try {
            if (!edition.glossary().equals(concepts) || !edition.policies().equals(policies)) {
                concepts = edition.glossary();
                policies = edition.policies();
                glossary = new Glossary(concepts, analyzers);
                writer.deleteAll();
                indexed.clear();
            }
            update(edition);
            DirectoryReader reader = DirectoryReader.open(writer);
            return new LexicalSearch(reader, passages(edition), analyzers, glossary);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be written; check the folder's rights and free space", e);
        }
    }

    private void update(Edition edition) throws IOException {
        Set<String> present = new HashSet<>();
        for (Translation translation : edition.translations()) {
            String key = translation.article() + "/" + translation.language();
            present.add(key);
            String fingerprint = translation.revision() + translation.tags() + translation.questions();
            if (fingerprint.equals(indexed.get(key))) {
                continue;
            }
            writer.updateDocuments(new Term(TRANSLATION, key), documents(key, translation, edition.policies()));
            indexed.put(key, fingerprint);
        }
        for (String key : Set.copyOf(indexed.keySet())) {
            if (!present.contains(key)) {
                writer.deleteDocuments(new Term(TRANSLATION, key));
                indexed.remove(key);
            }
        }
    }

    private List<Document> documents(String key, Translation translation, Policies policies) {
        List<List<String>> questions = new QuestionPlaces(analyzers, glossary).of(translation);
        List<Document> documents = new ArrayList<>();
        for (Passage passage : translation.passages()) {
            documents.add(document(key, translation, passage, questions.get(passage.number()), policies));
        }
        return documents;
    }

    private Document document(
            String key, Translation translation, Passage passage, List<String> questions, Policies policies) {
        Language language = translation.language();
        String about = String.join("\n", passage.heading(), translation.title()) + "\n" + String.join("\n", questions)
                + "\n" + String.join("\n", translation.tags());
        String text = PlainText.of(passage.blocks());
        String says = Placeholder.strip(text) + "\n" + String.join("\n", names(text, policies));
        Document document = new Document();
        document.add(new StringField(TRANSLATION, key, Field.Store.NO));
        document.add(new StoredField(KEY, passage.key()));
        document.add(new TextField(HEAD + language, about, Field.Store.NO));
        document.add(new TextField(BODY + language, says, Field.Store.NO));
        document.add(new TextField(GRAMS + language, about + "\n" + says, Field.Store.NO));
        for (String concept : glossary.concepts(about, language)) {
            document.add(new StringField(HEAD_CONCEPTS + language, concept, Field.Store.NO));
        }
        for (String concept : glossary.concepts(says, language)) {
            document.add(new StringField(BODY_CONCEPTS + language, concept, Field.Store.NO));
        }
        return document;
    }

    /** What a text's facts name in any market: a shopper asks for "Klarna", which the text itself does not say. */
    private static Set<String> names(String text, Policies policies) {
        Set<String> names = new LinkedHashSet<>();
        for (Placeholder placeholder : Placeholder.in(text)) {
            policies.fact(placeholder.key()).ifPresent(fact -> {
                Stream<FactValue> values = Stream.concat(fact.standard().stream(), fact.byMarket().values().stream());
                values.forEach(value -> {
                    if (value instanceof FactValue.Listing listing) {
                        names.addAll(listing.names());
                    }
                });
            });
        }
        return names;
    }

    private static Map<String, Passage> passages(Edition edition) {
        Map<String, Passage> passages = new HashMap<>();
        edition.translations()
                .forEach(
                        translation -> translation.passages().forEach(passage -> passages.put(passage.key(), passage)));
        return passages;
    }

    @Override
    public void close() {
        try {
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index could not be closed", e);
        }
    }

    /** Chooses the analysis by a field's name: {@code body.de}, {@code grams.de}. */
    private static final class ByField extends DelegatingAnalyzerWrapper {
        private final LanguageAnalyzers analyzers;

        ByField(LanguageAnalyzers analyzers) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.analyzers = analyzers;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return field.startsWith(GRAMS)
                    ? analyzers.grams()
                    : analyzers.words(new Language(field.substring(field.indexOf('.') + 1)));
        }
    }
}
