package io.babeldesk.retrieval;

import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.PassageSearch.Result;

/**
 * How likely the best passage answers the question, 0..1: logistic regression (Cox 1958) over how much of the question the
 * passage covers, how strongly it was found and, where a model reads the language, how near it is in meaning.
 * docs/retrieval.md has the data, the fit and its error rates.
 */
public final class Confidence {

    /** Below this cosine all questions are alike. */
    private static final double FAR = 0.3;

    private Confidence() {}

    static double of(Result result) {
        if (result.hits().isEmpty()) {
            return 0;
        }
        Hit best = result.hits().getFirst();
        double logit =
                best.nearness().isPresent() ? byMeaning(best, best.nearness().getAsDouble()) : byWords(best);
        return 1 / (1 + Math.exp(-logit));
    }

    private static double byWords(Hit best) {
        return -7.55 + 7.2 * best.covered() + 0.84 * best.score();
    }

    private static double byMeaning(Hit best, double nearness) {
        return -8.23 + 4.2 * best.covered() + 2.04 * Math.log1p(best.score()) + 7.19 * Math.max(0, nearness - FAR);
    }
}
