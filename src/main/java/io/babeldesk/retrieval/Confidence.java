package io.babeldesk.retrieval;

import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.PassageSearch.Result;
import io.babeldesk.language.Language;

/**
 * How likely the best passage answers the question, 0..1, where three questions of four are the shop's matter: logistic
 * regression (Cox 1958) over how much of the question the passage covers, how strongly it was found and, where a model
 * reads the language, how near it is in meaning. docs/retrieval.md has the data, the fit and its error rates.
 */
public final class Confidence {

    /** Of words alone. */
    private static final Weights WORDS = new Weights(-5.44, 3.16, 5.16, 0);
    /** Of concepts, names and numbers: what is left of a question in passages of another language. */
    private static final Weights ACROSS = new Weights(-3.74, 4.3, 5.99, 0);
    /** Of words and meaning. */
    private static final Weights MEANING = new Weights(-6.9, 3.18, 4.7, 3.62);

    /** Below this cosine all questions are alike. */
    private static final double FAR = 0.3;

    private Confidence() {}

    private record Weights(double intercept, double perCovered, double perStrength, double perNearness) {
        double probability(Hit best) {
            double z = intercept
                    + perCovered * best.covered()
                    + perStrength * Math.log1p(best.score())
                    + perNearness * Math.max(0, best.nearness().orElse(FAR) - FAR);
            return logistic(z);
        }
    }

    /** @param asked the language of the question, {@code written} that of the passages */
    static double of(Result result, Language asked, Language written) {
        if (result.hits().isEmpty()) {
            return 0;
        }
        Hit best = result.hits().getFirst();
        Weights weights = best.nearness().isPresent() ? MEANING : asked.equals(written) ? WORDS : ACROSS;
        return weights.probability(best);
    }

    /**
     * How likely the question is the shop's matter, 0..1, where every second question is: by the same evidence and by how
     * much of the question the base speaks of anywhere. What has no answer but is the shop's matter is for a person.
     */
    static double ofMatter(Result result) {
        if (result.hits().isEmpty()) {
            return 0;
        }
        Hit best = result.hits().getFirst();
        return logistic(-7.23 + 3.85 * best.covered() + 4.92 * Math.log1p(best.score()) + 3.67 * result.known());
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
