package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import io.babeldesk.knowledge.PassageIndexing;
import io.babeldesk.knowledge.PassageSearch;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** One segment holds all that a first edition writes, since each segment is asked for each word. */
    private static final double BUFFER_MEGABYTES = 256;

    private final LanguageAnalyzers analyzers = new LanguageAnalyzers();
    private final Directory directory;
    private final Optional<KeptIndex> kept;
    private final IndexWriter writer;
    private final Lock writing = new ReentrantLock();
    /** What the index holds. */
    private KeptIndex.Content indexed;

    private List<Concept> concepts = List.of();
    private Glossaries glossaries = Glossaries.of(List.of(), analyzers);
    private ForeignMatters foreignMatters = new ForeignMatters(analyzers, glossaries.withThesaurus());
    private final Meanings meanings;
    private final LearnedClassifiers classifiers;
    /** Of what is indexed, the translations whose vectors are, too. */
    private final Set<String> deepened = new HashSet<>();

    /**
     * An index on the heap, gone with the process.
     *
     * @param embedders each for the languages it reads, the first that reads a language for all of it; closed by the caller
     */
    public static PassageIndex inMemory(List<Embedder> embedders) {
        return new PassageIndex(
                new ByteBuffersDirectory(),
                Optional.empty(),
                new Meanings(embedders, new KnownVectors(Optional.empty())),
                new LearnedClassifiers(Optional.empty()));
    }

    /**
     * An index on the heap that begins with what an earlier process of the same program kept of its own.
     *
     * @param folder where the index of words and the sentence vectors are kept for the next process; several may use it at
     *     once
     */
    public static PassageIndex keptIn(Path folder, List<Embedder> embedders) {
        return keptIn(folder, ProgramFiles.fingerprint(), embedders);
    }

    static PassageIndex keptIn(Path folder, String program, List<Embedder> embedders) {
        return new PassageIndex(
                new ByteBuffersDirectory(),
                Optional.of(new KeptIndex(folder.resolve(KeptIndex.FILE), program)),
                new Meanings(embedders, new KnownVectors(Optional.of(folder))),
                new LearnedClassifiers(Optional.of(new KeptClassifiers(folder, program))));
    }

    /** @param directory empty; closed with this index */
    PassageIndex(Directory directory, Optional<KeptIndex> kept, Meanings meanings, LearnedClassifiers classifiers) {
        this.directory = directory;
        this.kept = kept;
        this.meanings = meanings;
        this.classifiers = classifiers;
        this.indexed = kept.flatMap(index -> index.read(directory)).orElse(KeptIndex.Content.NONE);
        try {
            this.writer = new IndexWriter(
                    directory, new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(BUFFER_MEGABYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("the index folder cannot be used; check its rights and free space", e);
        }
    }

    @Override
    public synchronized PassageSearch index(Edition edition) {
        try {
            if (!edition.glossary().equals(concepts)) {
                concepts = edition.glossary();
                glossaries = Glossaries.of(concepts, analyzers);
                foreignMatters = new ForeignMatters(analyzers, glossaries.withThesaurus());
            }
            KeptIndex.Content wanted = content(edition);
            boolean nothingUsable = !wanted.glossary().equals(indexed.glossary());
            if (nothingUsable) {
                // The glossary reaches into every document.
                writer.deleteAll();
                indexed = KeptIndex.Content.NONE;
                deepened.clear();
            }
            if (!wanted.equals(indexed)) {
                update(edition, wanted);
                if (nothingUsable) {
                    writer.forceMerge(1);
                }
                keepWords();
            }
            return new IndexedSearch(
                    DirectoryReader.open(writer),
                    edition,
                    new QueryUnits(analyzers, glossaries.shop()),
                    new QueryUnits(analyzers, glossaries.withThesaurus()),
                    foreignMatters,
                    glossaries.withThesaurus(),
                    meanings,
                    classifiers(edition, wanted));
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be written; check the folder's rights and free space", e);
        }
    }

    private QuestionClassifiers classifiers(Edition edition, KeptIndex.Content content) {
        // What all lines mean is looked up once: a glossary that goes afterwards leaves no dictionaries behind.
        Glossary once = new Glossary(edition.glossary(), analyzers).withThesaurus();
        return new QuestionClassifiers(edition, content, once, classifiers);
    }

    static KeptIndex.Content content(Edition edition) {
        return new KeptIndex.Content(
                fingerprint(edition.glossary()),
                edition.translations().parallelStream()
                        .collect(Collectors.toUnmodifiableMap(
                                PassageDocuments::key, translation -> fingerprint(translation, edition))));
    }

    private static Fingerprint fingerprint(List<Concept> glossary) {
        return Fingerprint.of(glossary.stream()
                .map(concept -> concept.id() + new TreeMap<>(concept.terms()))
                .collect(Collectors.joining("\n")));
    }

    private static Fingerprint fingerprint(Translation translation, Edition edition) {
        return Fingerprint.of(translation.revision()
                + translation.tags()
                + translation.questions()
                + PassageDocuments.names(translation, edition.policies())
                + asksAcross(translation.language(), edition));
    }

    /** What is not written in the shopper's language is answered in the shop's default one; in any, if that has nothing. */
    private static boolean asksAcross(Language written, Edition edition) {
        Language standard = edition.shop().defaultLanguage();
        return written.equals(standard)
                || edition.articles().values().stream()
                        .noneMatch(article -> article.in(standard).isPresent());
    }

    private void update(Edition edition, KeptIndex.Content wanted) throws IOException {
        PassageDocuments documents = new PassageDocuments(
                analyzers, glossaries, edition.policies(), language -> asksAcross(language, edition));
        try {
            // Analysis takes most of the time, and its dictionaries are shared.
            edition.translations().parallelStream().forEach(translation -> {
                String key = PassageDocuments.key(translation);
                if (!isIndexed(key, wanted)) {
                    replace(key, documents.of(translation));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (String key : indexed.translations().keySet()) {
            if (!wanted.translations().containsKey(key)) {
                writer.deleteDocuments(new Term(Fields.TRANSLATION, key));
            }
        }
        // With a translation's words its vectors were replaced, by none.
        deepened.removeIf(key -> !isIndexed(key, wanted));
        indexed = wanted;
    }

    /** Whether the index holds a translation as it is wanted. */
    private boolean isIndexed(String translation, KeptIndex.Content wanted) {
        Fingerprint fingerprint = wanted.translations().get(translation);
        return fingerprint != null && fingerprint.equals(indexed.translations().get(translation));
    }

    /** Vectors are kept apart: an index that has some is not the words' alone. */
    private void keepWords() throws IOException {
        if (kept.isPresent() && deepened.isEmpty()) {
            writer.commit();
            kept.get().write(directory, indexed);
        }
    }

    @Override
    public Depth deepen(Edition edition) {
        Depth depth = deepen(edition, language -> true);
        if (depth == Depth.REACHED) {
            meanings.settle(edition);
        }
        return depth;
    }

    /** Learns what the ways of asking teach, and brings the vectors of one more language, the shop's own first. */
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
        classifiers(edition, content(edition)).learn(languages);
        try {
            for (Map.Entry<Language, List<Translation>> language : byLanguage.entrySet()) {
                Optional<Embedder> embedder = meanings.embedder(language.getKey());
                if (embedder.isPresent()) {
                    meanings.bringForeignMatters(language.getKey(), embedder.get());
                    if (deepen(language.getValue(), edition, embedder.get())) {
                        return Depth.GROWN;
                    }
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

    private boolean deepen(List<Translation> translations, Edition edition, Embedder embedder) throws IOException {
        boolean grown = false;
        for (Translation translation : translations) {
            if (!isDeep(translation)) {
                Glossaries current = currentGlossaries();
                Analyses analyses = new Analyses(analyzers, current, translation.language());
                // Takes its time, while other threads index.
                List<Document> documents = meanings.documents(translation, embedder, analyses);
                grown |= add(translation, fingerprint(translation, edition), documents);
            }
        }
        return grown;
    }

    private synchronized Glossaries currentGlossaries() {
        return glossaries;
    }

    private synchronized boolean isDeep(Translation translation) {
        return deepened.contains(PassageDocuments.key(translation));
    }

    /** Nothing is added to a translation that was replaced meanwhile. */
    private synchronized boolean add(Translation translation, Fingerprint of, List<Document> documents)
            throws IOException {
        String key = PassageDocuments.key(translation);
        if (!of.equals(indexed.translations().get(key))) {
            return false;
        }
        writer.addDocuments(documents);
        return deepened.add(key);
    }

    /** One after the other, so that they come to lie in one segment. */
    private void replace(String translation, List<Document> documents) {
        writing.lock();
        try {
            writer.updateDocuments(new Term(Fields.TRANSLATION, translation), documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
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
