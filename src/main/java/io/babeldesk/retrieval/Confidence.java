package io.babeldesk.retrieval;

import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.PassageSearch.Result;

/**
 * How likely the best passage answers the question, 0..1: logistic regression (Cox 1958) over how much of the question's
 * meaning the passage covers and how strongly it was found. docs/retrieval.md has the data, the fit and its error rates.
 */
public final class Confidence {

    private static final double INTERCEPT = -7.55;
    private static final double PER_COVERED = 7.2;
    private static final double PER_SCORE = 0.84;

    private Confidence() {}

    static double of(Result result) {
        if (result.hits().isEmpty()) {
            return 0;
        }
        Hit best = result.hits().getFirst();
        double z = INTERCEPT + PER_COVERED * best.covered() + PER_SCORE * best.score();
        return 1 / (1 + Math.exp(-z));
    }
}
