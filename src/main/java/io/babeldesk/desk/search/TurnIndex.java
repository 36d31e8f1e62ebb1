package io.babeldesk.desk.search;

import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.search.ConversationSearch.Order;
import io.babeldesk.knowledge.index.LanguageAnalyzers;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was said, by its words, and who the shoppers are. It holds no texts, only where which words stand; it is derived
 * from the log and may be thrown away at any time. Safe for use by many threads.
 */
final class TurnIndex implements AutoCloseable {

    /** What is in the index when it is written in another way than by this program. */
    static final String FORMAT = "1";

    private static final String KEY = "key";
    private static final String CONVERSATION = "conversation";
    private static final String TURN = "turn";
    private static final String AT = "at";
    private static final String WRITTEN = "written";
    private static final String STEMMED = "stemmed.";
    /** Of the best turns those of one conversation count once. */
    private static final int MOST_TURNS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(TurnIndex.class);

    private final Directory directory;
    private final Analyzer analyzer = analyzer();
    private final Highlights highlights = new Highlights(analyzer);
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private TurnIndex(Directory directory) throws IOException {
        this.directory = directory;
        // What is erased leaves no words behind, however few they are.
        TieredMergePolicy merges = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
        this.writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setMergePolicy(merges));
        this.searchers = new SearcherManager(writer, null);
    }

    /**
     * What is in the folder and cannot be read is thrown away.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    static TurnIndex open(Path folder) {
        try {
            Directory directory = FSDirectory.open(folder);
            try {
                return new TurnIndex(directory);
            } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException unreadable) {
                LOG.warn("the index of what was said cannot be read and is made anew from the log", unreadable);
                for (String file : directory.listAll()) {
                    directory.deleteFile(file);
                }
                return new TurnIndex(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TurnIndex inMemory() {
        try {
            return new TurnIndex(new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Analyzer analyzer() {
        Analyzer stemmed = new LanguageAnalyzers().wordsByField();
        Analyzer written = new WrittenWords();
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return field.startsWith(STEMMED) ? stemmed : written;
            }
        };
    }

    /**
     * The conversations in which all the words stand in one turn, each once.
     *
     * @param most how many at most
     */
    List<Hit> find(String words, Order order, int most) {
        try {
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            try {
                Optional<Query> query = Words.of(words).in(analyzer, WRITTEN, stemmed(searcher.getIndexReader()));
                return query.isEmpty() ? List.of() : find(searcher, query.get(), order, most);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Hit> find(IndexSearcher searcher, Query query, Order order, int most) throws IOException {
        ScoreDoc[] found = switch (order) {
            case BEST -> searcher.search(query, MOST_TURNS).scoreDocs;
            case NEWEST ->
                searcher.search(query, MOST_TURNS, new Sort(new SortField(AT, SortField.Type.LONG, true))).scoreDocs;
        };
        StoredFields stored = searcher.storedFields();
        Map<String, Hit> byConversation = new LinkedHashMap<>();
        for (ScoreDoc one : found) {
            Document document = stored.document(one.doc);
            String conversation = document.get(CONVERSATION);
            byConversation.putIfAbsent(conversation, new Hit(conversation, Optional.ofNullable(document.get(TURN))));
            if (byConversation.size() == most) {
                break;
            }
        }
        return List.copyOf(byConversation.values());
    }

    private static Collection<String> stemmed(IndexReader reader) {
        return FieldInfos.getIndexedFields(reader).stream()
                .filter(field -> field.startsWith(STEMMED))
                .sorted()
                .toList();
    }

    /** A part of a text with the words in it marked; none if they don't stand in it. */
    List<Piece> highlight(String words, String text, Language language) {
        String field = STEMMED + language.code();
        return Words.of(words)
                .in(analyzer, WRITTEN, List.of(field))
                .map(query -> highlights.of(query, field, WRITTEN, text, language))
                .orElse(List.of());
    }

    // What is kept in step with the log

    /** Puts a turn in the place of what it was before; one without a text leaves. */
    void put(String conversation, Turn turn) {
        Term key = new Term(KEY, turn.id());
        if (turn.text().isBlank()) {
            change(() -> writer.deleteDocuments(key));
            return;
        }
        Document document = document(conversation, key, turn.createdAt());
        document.add(new StringField(TURN, turn.id(), Store.YES));
        say(document, turn.text(), turn.language());
        if (turn instanceof Turn.OfAgent said) {
            said.original().ifPresent(original -> say(document, original.text(), original.language()));
        }
        change(() -> writer.updateDocument(key, document));
    }

    /** Puts who the shopper of a conversation is in the place of what was known before; without a word she is nobody. */
    void putShopper(String conversation, String who, Instant at) {
        Term key = new Term(KEY, conversation);
        if (who.isBlank()) {
            change(() -> writer.deleteDocuments(key));
            return;
        }
        Document document = document(conversation, key, at);
        document.add(new TextField(WRITTEN, who, Store.NO));
        change(() -> writer.updateDocument(key, document));
    }

    private static Document document(String conversation, Term key, Instant at) {
        Document document = new Document();
        document.add(new StringField(KEY, key.text(), Store.NO));
        document.add(new StringField(CONVERSATION, conversation, Store.YES));
        document.add(new NumericDocValuesField(AT, at.toEpochMilli()));
        return document;
    }

    private static void say(Document document, String text, Language language) {
        document.add(new TextField(WRITTEN, text, Store.NO));
        document.add(new TextField(STEMMED + language.code(), text, Store.NO));
    }

    /** How far the log had been read when the index was last kept; empty if that was never, or by another program. */
    Optional<Mark> mark() {
        Map<String, String> data = new LinkedHashMap<>();
        Optional.ofNullable(writer.getLiveCommitData())
                .ifPresent(all -> all.forEach(entry -> data.put(entry.getKey(), entry.getValue())));
        return FORMAT.equals(data.get("format"))
                ? Optional.of(new Mark(
                        Long.parseLong(data.getOrDefault("position", "0")), data.getOrDefault("conversation", "")))
                : Optional.empty();
    }

    /**
     * An event of the log.
     *
     * @param conversation to know the log again by
     */
    record Mark(long position, String conversation) {}

    /** Keeps all so far on the disk. */
    void keep(Mark mark) {
        change(() -> {
            writer.setLiveCommitData(Map.of(
                            "format", FORMAT,
                            "position", Long.toString(mark.position()),
                            "conversation", mark.conversation())
                    .entrySet());
            return writer.commit();
        });
    }

    /** Lets the words of what has left vanish from the disk as well. */
    void purge() {
        change(() -> {
            // What leaves is only known to the segments once a reader has seen it.
            searchers.maybeRefreshBlocking();
            writer.forceMergeDeletes(true);
            return 0L;
        });
    }

    void clear() {
        change(writer::deleteAll);
    }

    long turns() {
        return writer.getDocStats().numDocs;
    }

    private interface Writing {
        long run() throws IOException;
    }

    private static void change(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<AutoCloseable> all = new ArrayList<>(List.of(searchers, writer::rollback, directory));
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException("the index of what was said does not close", e);
            }
        }
    }
}
