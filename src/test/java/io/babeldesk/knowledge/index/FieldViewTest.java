package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Our one walk over the postings scores as Lucene's own BM25 does, to the last digits of a float. */
class FieldViewTest {

    private static final int DOCUMENTS = 300;

    @Test
    void scoresAsLuceneDoes() throws IOException {
        String field = "body.en";
        Similarity similarity = new BM25Similarity((float) FieldView.K1, (float) FieldView.B);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory, field, new Random(7));
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                assertThat(reader.leaves()).hasSize(1);
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(similarity);
                FieldView view = view(reader, field);
                for (int word = 0; word < 20; word++) {
                    Term term = new Term(field, "w" + word);
                    float[] ours = scores(reader, view, term);
                    ScoreDoc[] theirs = searcher.search(new TermQuery(term), DOCUMENTS).scoreDocs;
                    assertThat(theirs).isNotEmpty();
                    for (ScoreDoc hit : theirs) {
                        assertThat(ours[hit.doc]).isCloseTo(hit.score, within(1e-5f));
                    }
                }
            }
        }
    }

    @Test
    void whatIsEverywhereSaysLittleAndWhatIsNowhereSaysMost() throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory, "body.en", new Random(7));
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                FieldView view = view(reader, "body.en");
                assertThat(view.idf(DOCUMENTS)).isPositive().isLessThan(0.01);
                assertThat(view.idf(0)).isGreaterThan(view.idf(1));
            }
        }
    }

    private static void write(ByteBuffersDirectory directory, String field, Random random) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (int i = 0; i < DOCUMENTS; i++) {
                // Rare and frequent words, short and long documents.
                String text = random.ints(1 + random.nextInt(200), 0, 20)
                        .map(number -> Math.min(number, random.nextInt(20)))
                        .mapToObj(number -> "w" + number)
                        .collect(Collectors.joining(" "));
                Document document = new Document();
                document.add(new TextField(field, text, Field.Store.NO));
                document.add(new NumericDocValuesField(
                        Fields.length(field),
                        text.chars().filter(one -> one == ' ').count() + 1));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static FieldView view(DirectoryReader reader, String field) throws IOException {
        LeafReaderContext leaf = reader.leaves().getFirst();
        int[] numbers = new int[leaf.reader().maxDoc()];
        Arrays.setAll(numbers, i -> i);
        return FieldView.read(field, DOCUMENTS, List.of(new Segments.Segment(leaf.reader(), numbers)));
    }

    private static float[] scores(DirectoryReader reader, FieldView view, Term term) throws IOException {
        float[] scores = new float[DOCUMENTS];
        PostingsEnum postings = reader.leaves().getFirst().reader().postings(term, PostingsEnum.FREQS);
        float weight = (float) view.idf(reader.docFreq(term));
        for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
            scores[doc] = weight * view.saturation(postings.freq(), doc);
        }
        return scores;
    }
}
