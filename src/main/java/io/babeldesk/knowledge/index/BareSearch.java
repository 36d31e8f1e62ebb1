package io.babeldesk.knowledge.index;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Placeholder;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * The yardstick of the benchmarks: what Lucene does by itself. Any of the words, BM25, two fields, the same analysis and
 * the same passages as the product, and no more. Safe for use by many threads.
 */
public final class BareSearch implements AutoCloseable {

    private static final int HITS = 8;

    private final LanguageAnalyzers analyzers = new LanguageAnalyzers();
    private final Directory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    public BareSearch(Edition edition) {
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzers.wordsByField()))) {
                for (Translation translation : edition.translations()) {
                    writer.addDocuments(documents(translation));
                }
                writer.forceMerge(1);
            }
            this.reader = DirectoryReader.open(directory);
            this.searcher = new IndexSearcher(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be written", e);
        }
    }

    /** Each passage with its title and its share of the article's questions, as far as a bare index can tell: in turn. */
    private static List<Document> documents(Translation translation) {
        List<Document> documents = new ArrayList<>();
        for (Passage passage : translation.passages()) {
            StringBuilder head =
                    new StringBuilder(passage.heading()).append('\n').append(translation.title());
            List<String> questions = translation.questions();
            for (int i = passage.number();
                    i < questions.size();
                    i += translation.passages().size()) {
                head.append('\n').append(questions.get(i));
            }
            Document document = new Document();
            document.add(new StoredField(Fields.KEY, passage.key()));
            document.add(new TextField(Fields.HEAD + translation.language(), head.toString(), Field.Store.NO));
            document.add(new TextField(
                    Fields.BODY + translation.language(),
                    Placeholder.strip(PlainText.of(passage.blocks())),
                    Field.Store.NO));
            documents.add(document);
        }
        return documents;
    }

    /** A question's words as the index has them. */
    public List<String> words(String question, Language language) {
        return Token.of(analyzers.words(language), question).stream()
                .map(Token::term)
                .distinct()
                .toList();
    }

    /** The keys of the best passages, best first. */
    public List<String> search(List<String> words, Language language) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words) {
            query.add(new TermQuery(new Term(Fields.HEAD + language, word)), Occur.SHOULD);
            query.add(new TermQuery(new Term(Fields.BODY + language, word)), Occur.SHOULD);
        }
        try {
            StoredFields stored = searcher.storedFields();
            List<String> keys = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), HITS).scoreDocs) {
                keys.add(stored.document(hit.doc).get(Fields.KEY));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be closed", e);
        }
    }
}
