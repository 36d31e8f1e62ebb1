package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.PassageIndexing;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.Policies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
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

    private final LanguageAnalyzers analyzers = new LanguageAnalyzers();
    private final Directory directory;
    private final IndexWriter writer;
    /** What the index holds: a fingerprint by translation. */
    private Map<String, String> indexed = Map.of();

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
            this.writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()));
        } catch (IOException e) {
            throw new UncheckedIOException("the index folder cannot be used; check its rights and free space", e);
        }
    }

    @Override
    public PassageSearch index(Edition edition) {
        try {
            boolean fresh = indexed.isEmpty();
            // Both reach into every document, so that a change of either makes all of them stale.
            if (!edition.glossary().equals(concepts) || !edition.policies().equals(policies)) {
                concepts = edition.glossary();
                policies = edition.policies();
                glossary = new Glossary(concepts, analyzers);
                writer.deleteAll();
                indexed = Map.of();
                fresh = true;
            }
            update(edition);
            if (fresh) {
                // A first edition comes in many segments, and each is asked for each word.
                writer.forceMerge(1);
            }
            return new LexicalSearch(DirectoryReader.open(writer), edition, analyzers, glossary);
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
                String fingerprint = translation.revision() + translation.tags() + translation.questions();
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
        indexed = Map.copyOf(present);
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
