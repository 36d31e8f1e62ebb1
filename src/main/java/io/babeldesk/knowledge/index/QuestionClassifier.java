package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.ArticleId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/** Knows articles by their ways of asking. Immutable. */
final class QuestionClassifier {

    private final TextClassifier classes;
    private final Map<ArticleId, Integer> articles;

    /** @param articles the class of each; {@link Likelihood} knows the others */
    QuestionClassifier(TextClassifier classes, Map<ArticleId, Integer> articles) {
        this.classes = classes;
        this.articles = Map.copyOf(articles);
    }

    boolean knows(Set<ArticleId> some) {
        return articles.keySet().containsAll(some);
    }

    /** @param question by the features that it has learned from */
    Likelihood of(int[] question) {
        return new Likelihood(classes.probabilities(question), articles);
    }

    void write(DataOutput out) throws IOException {
        out.writeVInt(articles.size());
        for (Map.Entry<ArticleId, Integer> article : articles.entrySet()) {
            out.writeString(article.getKey().toString());
            out.writeVInt(article.getValue());
        }
        classes.write(out);
    }

    /** Reads what {@link #write} wrote. */
    static QuestionClassifier read(DataInput in) throws IOException {
        Map<ArticleId, Integer> articles = new HashMap<>();
        for (int rest = in.readVInt(); rest > 0; rest--) {
            articles.put(ArticleId.parse(in.readString()).orElseThrow(), in.readVInt());
        }
        return new QuestionClassifier(TextClassifier.read(in), articles);
    }
}
