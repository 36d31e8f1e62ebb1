package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import io.babeldesk.knowledge.PassageIndexing;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Lucene index for all languages. Each edition indexes what has changed since the last and gets a view of its own;
 * views of earlier editions are not disturbed. The index is derived from the knowledge folder and can be thrown away at
 * any time. Safe for use by many threads.
 */
public final class PassageIndex implements PassageIndexing, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PassageIndex.class);

    private final LanguageAnalyzers analyzers = new LanguageAnalyzers();
    private final Directory directory;
    private final IndexWriter writer;
    /** What the index holds: a fingerprint by translation. */
    private Map<String, String> indexed = Map.of();

    private List<Concept> concepts = List.of();
    private Policies policies = new Policies(Map.of());
    private Glossary glossary = new Glossary(List.of(), analyzers);
    private final Meanings meanings;
    /** Of what is indexed, the translations whose vectors are, too. */
    private final Set<String> deepened = new HashSet<>();

    /**
     * An index on the heap, gone with the process.
     *
     * @param embedders each for the languages it reads, the first that reads a language for all of it; closed by the caller
     */
    public static PassageIndex inMemory(List<Embedder> embedders) {
        return inMemory(embedders, Optional.empty());
    }

    /** @param vectors a folder where sentence vectors are kept for the next process; several may use it at once */
    public static PassageIndex inMemory(List<Embedder> embedders, Optional<Path> vectors) {
        return new PassageIndex(new ByteBuffersDirectory(), new Meanings(embedders, new KnownVectors(vectors)));
    }

    /** @param directory empty; closed with this index */
    PassageIndex(Directory directory, Meanings meanings) {
        this.directory = directory;
        this.meanings = meanings;
        try {
            this.writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()));
        } catch (IOException e) {
            throw new UncheckedIOException("the index folder cannot be used; check its rights and free space", e);
        }
    }

    @Override
    public synchronized PassageSearch index(Edition edition) {
        try {
            boolean fresh = indexed.isEmpty();
            // Both reach into every document, so that a change of either makes all of them stale.
            if (!edition.glossary().equals(concepts) || !edition.policies().equals(policies)) {
                concepts = edition.glossary();
                policies = edition.policies();
                glossary = new Glossary(concepts, analyzers);
                writer.deleteAll();
                indexed = Map.of();
                deepened.clear();
                fresh = true;
            }
            update(edition);
            if (fresh) {
                // A first edition comes in many segments, and each is asked for each word.
                writer.forceMerge(1);
            }
            return new IndexedSearch(DirectoryReader.open(writer), edition, analyzers, glossary, meanings);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be written; check the folder's rights and free space", e);
        }
    }

    private void update(Edition edition) throws IOException {
        PassageDocuments documents = new PassageDocuments(analyzers, glossary, policies);
        Map<String, String> present = new ConcurrentHashMap<>();
        try {
            // Analysis takes most of the time, and its dictionaries are shared.
            edition.translations().parallelStream().forEach(translation -> {
                String key = PassageDocuments.key(translation);
                String fingerprint = fingerprint(translation);
                present.put(key, fingerprint);
                if (!fingerprint.equals(indexed.get(key))) {
                    replace(key, documents.of(translation));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (String key : indexed.keySet()) {
            if (!present.containsKey(key)) {
                writer.deleteDocuments(new Term(Fields.TRANSLATION, key));
            }
        }
        // With a translation's words its vectors were replaced, by none.
        deepened.removeIf(key -> !Objects.equals(present.get(key), indexed.get(key)));
        indexed = Map.copyOf(present);
    }

    private static String fingerprint(Translation translation) {
        return translation.revision() + translation.tags() + translation.questions();
    }

    @Override
    public Depth deepen(Edition edition) {
        Depth depth = deepen(edition, language -> true);
        if (depth == Depth.REACHED) {
            meanings.settle(edition);
        }
        return depth;
    }

    /** Brings the vectors of one more of these languages, the shop's own first. */
    public Depth deepen(Edition edition, Predicate<Language> languages) {
        Map<Language, List<Translation>> byLanguage = new LinkedHashMap<>();
        byLanguage.put(edition.shop().defaultLanguage(), new ArrayList<>());
        for (Translation translation : edition.translations()) {
            if (languages.test(translation.language())) {
                byLanguage
                        .computeIfAbsent(translation.language(), language -> new ArrayList<>())
                        .add(translation);
            }
        }
        try {
            for (Map.Entry<Language, List<Translation>> language : byLanguage.entrySet()) {
                Optional<Embedder> embedder = meanings.embedder(language.getKey());
                if (embedder.isPresent() && deepen(language.getValue(), embedder.get())) {
                    return Depth.GROWN;
                }
            }
            return Depth.REACHED;
        } catch (EmbeddingFailed e) {
            LOG.warn("sentence vectors are held up, words alone are searched: {}", e.getMessage());
            return Depth.HELD_UP;
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be written; check the folder's rights and free space", e);
        }
    }

    private boolean deepen(List<Translation> translations, Embedder embedder) throws IOException {
        boolean grown = false;
        for (Translation translation : translations) {
            if (!isDeep(translation)) {
                Glossary current = currentGlossary();
                Analyses analyses = new Analyses(analyzers, current, translation.language());
                // Takes its time, while other threads index.
                List<Document> documents = meanings.documents(translation, embedder, analyses);
                grown |= add(translation, documents);
            }
        }
        return grown;
    }

    private synchronized Glossary currentGlossary() {
        return glossary;
    }

    private synchronized boolean isDeep(Translation translation) {
        return deepened.contains(PassageDocuments.key(translation));
    }

    /** Nothing is added to a translation that was replaced meanwhile. */
    private synchronized boolean add(Translation translation, List<Document> documents) throws IOException {
        String key = PassageDocuments.key(translation);
        if (!fingerprint(translation).equals(indexed.get(key))) {
            return false;
        }
        writer.addDocuments(documents);
        return deepened.add(key);
    }

    private void replace(String translation, List<Document> documents) {
        try {
            writer.updateDocuments(new Term(Fields.TRANSLATION, translation), documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
