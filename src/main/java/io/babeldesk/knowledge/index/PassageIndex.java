package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageIndexing;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            this.writer = new IndexWriter(
                    directory, new IndexWriterConfig(analyzers.byField()).setSimilarity(new FieldSimilarity()));
        } catch (IOException e) {
            throw new UncheckedIOException("the index folder cannot be used; check its rights and free space", e);
        }
    }

    @Override
    public PassageSearch index(Edition edition) {
        try {
            // Both reach into every document, so that a change of either makes all of them stale.
            if (!edition.glossary().equals(concepts) || !edition.policies().equals(policies)) {
                concepts = edition.glossary();
                policies = edition.policies();
                glossary = new Glossary(concepts, analyzers);
                writer.deleteAll();
                indexed.clear();
            }
            update(edition);
            return new LexicalSearch(DirectoryReader.open(writer), passages(edition), policies, analyzers, glossary);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be written; check the folder's rights and free space", e);
        }
    }

    private void update(Edition edition) throws IOException {
        PassageDocuments documents = new PassageDocuments(analyzers, glossary, policies);
        Set<String> present = new HashSet<>();
        for (Translation translation : edition.translations()) {
            String key = translation.article() + "/" + translation.language();
            present.add(key);
            String fingerprint = translation.revision() + translation.tags() + translation.questions();
            if (!fingerprint.equals(indexed.get(key))) {
                writer.updateDocuments(new Term(Fields.TRANSLATION, key), documents.of(key, translation));
                indexed.put(key, fingerprint);
            }
        }
        for (String key : Set.copyOf(indexed.keySet())) {
            if (!present.contains(key)) {
                writer.deleteDocuments(new Term(Fields.TRANSLATION, key));
                indexed.remove(key);
            }
        }
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
}
