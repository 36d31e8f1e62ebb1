package io.babeldesk.knowledge.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.util.VectorUtil;

/**
 * How near a question is to passages and articles in meaning: the cosine to the nearest of their lines. Only the nearest
 * lines are looked for, in the graph of Malkov and Yashunin (2018) where there are many; what is farther counts as far as
 * the last of them.
 */
final class Nearness {

    /** Lines of one matter lie close together: enough for a dozen articles. */
    private static final int LINES = 200;

    private final float[] passages;
    private final float[] articles;
    private final OptionalDouble foreign;

    private Nearness(float[] passages, float[] articles, OptionalDouble foreign) {
        this.passages = passages;
        this.articles = articles;
        this.foreign = foreign;
    }

    /** @param foreignMatters how people put what is no shop's matter; may be none */
    static Nearness of(float[] question, String field, LanguageView view, List<float[]> foreignMatters)
            throws IOException {
        float[] passages = new float[view.passages()];
        Arrays.fill(passages, Float.NEGATIVE_INFINITY);
        float farthest = 1;
        for (Segments.Segment segment : view.segments()) {
            LeafReader reader = segment.reader();
            if (reader.getFloatVectorValues(field) != null) {
                TopKnnCollector collector = new TopKnnCollector(LINES, Integer.MAX_VALUE);
                reader.searchNearestVectors(
                        field, question, collector, AcceptDocs.fromLiveDocs(reader.getLiveDocs(), reader.maxDoc()));
                for (ScoreDoc line : collector.topDocs().scoreDocs) {
                    int number = segment.numbers()[line.doc];
                    // Lucene's scores are never negative: (1 + cosine) / 2.
                    float cosine = 2 * line.score - 1;
                    farthest = Math.min(farthest, cosine);
                    if (number != Segments.GONE) {
                        passages[number] = Math.max(passages[number], cosine);
                    }
                }
            }
        }
        float[] articles = new float[view.translations()];
        Arrays.fill(articles, farthest);
        for (int number = 0; number < passages.length; number++) {
            passages[number] = Math.max(passages[number], farthest);
            int article = view.translationOf(number);
            articles[article] = Math.max(articles[article], passages[number]);
        }
        OptionalDouble foreign = foreignMatters.stream()
                .mapToDouble(matter -> VectorUtil.dotProduct(question, matter))
                .max();
        return new Nearness(passages, articles, foreign);
    }

    float ofPassage(int passage) {
        return passages[passage];
    }

    float ofArticle(int translation) {
        return articles[translation];
    }

    OptionalDouble ofForeignMatters() {
        return foreign;
    }
}
