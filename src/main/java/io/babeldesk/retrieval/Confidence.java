package io.babeldesk.retrieval;

import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.PassageSearch.Result;

/**
 * How likely the best passage answers the question, 0..1: logistic regression (Cox 1958) over what the search found.
 * The coefficients are fitted by {@code ./babeldesk bench confidence}; docs/retrieval.md has the figures.
 */
public final class Confidence {

    private static final double INTERCEPT = -4.0;
    private static final double PER_COVERED = 5.0;
    private static final double PER_MATCHED = 0.35;
    private static final double PER_UNKNOWN = -0.25;

    /** More matched words than this do not make an answer likelier. */
    private static final double MOST_MATCHED = 12;

    private Confidence() {}

    static double of(Result result) {
        if (result.hits().isEmpty()) {
            return 0;
        }
        Hit best = result.hits().getFirst();
        double unknown = result.weight() * (1 - result.known());
        double z = INTERCEPT
                + PER_COVERED * best.covered()
                + PER_MATCHED * Math.min(MOST_MATCHED, best.matched())
                + PER_UNKNOWN * unknown;
        return 1 / (1 + Math.exp(-z));
    }
}
