package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.ArticleId;
import java.util.Map;
import java.util.Objects;

/** What a classifier says of one question. */
final class Likelihood {

    /** Nothing is less likely: what was never said before may be said yet. */
    private static final double LEAST = 1e-4;

    static final float LEAST_LOG = (float) Math.log(LEAST);

    /** So that no classifier alone rules out what another thinks likely. */
    private static final float LEAST_PROBABILITY = 1e-6f;

    private final float[] probabilities;
    private final Map<ArticleId, Integer> articles;

    /**
     * @param probabilities of each class: the articles, questions that don't say what is wanted, matters that are no shop's
     * @param articles their classes
     */
    Likelihood(float[] probabilities, Map<ArticleId, Integer> articles) {
        this.probabilities = probabilities;
        this.articles = articles;
    }

    /**
     * What two classifiers say together: the geometric mean of both, a logarithmic opinion pool (Genest and Zidek 1986).
     *
     * @param other knows all articles of this one
     */
    Likelihood with(Likelihood other) {
        float[] both = new float[probabilities.length];
        articles.forEach((article, number) -> both[number] =
                mean(probabilities[number], other.probabilities[Objects.requireNonNull(other.articles.get(article))]));
        int mine = articles.size();
        int others = other.articles.size();
        both[vague(mine)] = mean(probabilities[vague(mine)], other.probabilities[vague(others)]);
        both[foreign(mine)] = mean(probabilities[foreign(mine)], other.probabilities[foreign(others)]);
        float sum = 0;
        for (float one : both) {
            sum += one;
        }
        for (int number = 0; number < both.length; number++) {
            both[number] /= sum;
        }
        return new Likelihood(both, articles);
    }

    private static float mean(float one, float other) {
        return (float) Math.sqrt(Math.max(LEAST_PROBABILITY, one) * Math.max(LEAST_PROBABILITY, other));
    }

    /** The class of questions that don't say what is wanted. */
    static int vague(int articles) {
        return articles;
    }

    /** The class of what is no shop's matter. */
    static int foreign(int articles) {
        return articles + 1;
    }

    static int classes(int articles) {
        return articles + 2;
    }

    /** That it asks for an article, if it asks for any; logarithm, at most 0. */
    float ofArticle(ArticleId article) {
        Integer number = articles.get(article);
        double asking = Math.max(LEAST, 1 - foreign() - probabilities[vague(articles.size())]);
        return number == null ? LEAST_LOG : (float) Math.log(Math.clamp(probabilities[number] / asking, LEAST, 1));
    }

    /** That it is the shop's matter and does not say what is wanted; 0..1. */
    double ofVagueness() {
        return probabilities[vague(articles.size())];
    }

    /** That it is no shop's matter; logarithm of the odds. */
    double ofForeignMatter() {
        return Math.log(foreign() / (1 - foreign()));
    }

    private double foreign() {
        return Math.clamp(probabilities[foreign(articles.size())], LEAST, 1 - LEAST);
    }
}
