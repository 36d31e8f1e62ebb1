package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.ArticleId;
import java.util.Map;

/** Knows the articles of one language by their ways of asking. Immutable. */
final class QuestionClassifier {

    private final TextClassifier classes;
    private final Map<ArticleId, Integer> articles;

    /** @param articles the class of each; {@link Likelihood} knows the others */
    QuestionClassifier(TextClassifier classes, Map<ArticleId, Integer> articles) {
        this.classes = classes;
        this.articles = Map.copyOf(articles);
    }

    Likelihood of(String question) {
        return new Likelihood(classes.probabilities(question), articles);
    }
}
