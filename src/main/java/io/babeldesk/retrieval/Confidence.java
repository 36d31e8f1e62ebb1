package io.babeldesk.retrieval;

import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.PassageSearch.Result;
import io.babeldesk.language.Language;

/**
 * How likely the best passage answers the question, 0..1. Where a classifier has learned the language's ways of asking, that is how
 * likely the question is the shop's matter, times how likely the best article is the one meant. Elsewhere, where three questions of
 * four are the shop's matter: logistic regression (Cox 1958) over how much of the question the passage covers and the base knows,
 * how strongly the passage and how strongly a foreign matter was found, and, where a model reads the language, how near either is in
 * meaning. docs/retrieval.md has the data, the fit and its error rates.
 */
public final class Confidence {

    /** Of words alone. */
    private static final Weights WORDS = new Weights(-7.42, 1.38, 4.14, -2.3, 1.04, 0, 0, 0);
    /** Of concepts, meanings, names and numbers: what is left of a question in passages of another language. */
    private static final Weights ACROSS = new Weights(-7.2, 1.28, 3.36, -0.65, 0.25, 0, 0, 0);
    /** The same where a classifier has learned what people ask a shop, and what they don't, from all languages that it is asked in. */
    private static final Weights ACROSS_LEARNED = new Weights(-4.62, 2.29, 1.99, -0.57, -0.78, 0, 0, -0.14);
    /** Of words and meaning. */
    private static final Weights MEANING = new Weights(-9.32, 1.38, 4.14, -2.3, 1.04, 6.5, 0, 0);
    /** The same where the meaning of foreign matters is known as well: what counts is which of them is nearer. */
    private static final Weights MEANING_COMPARED = new Weights(-10.12, 1.38, 4.14, -2.3, 1.04, 10.5, -4, 0);
    /** Of the shop's matter, whatever answers it. */
    private static final Weights MATTER = new Weights(-7.4, 2.18, 4.63, -3.38, 2.18, 0, 0, 0);

    private static final Weights MATTER_COMPARED = new Weights(-7.65, 2.18, 4.63, -3.38, 2.18, 11, -11, 0);
    /** The same where classifiers have learned it. */
    private static final Weights MATTER_LEARNED = new Weights(-10.03, 2.94, 2.4, -1.48, 4.39, 0, 0, -1.37);

    /** By words and by vectors: the mean of either's logits. */
    private static final Weights MATTER_LEARNED_AND_COMPARED =
            new Weights(-8.84, 2.56, 3.52, -2.43, 3.29, 5.5, -5.5, -0.69);

    /** In passages of another language, where only what words mean was learned. */
    private static final Weights MATTER_ACROSS_LEARNED = new Weights(-6.2, 3.04, 2.83, -1.47, 0.08, 0, 0, -0.39);

    /** A lead of more says no more: a listed question leads by a hundred. */
    private static final double CLEAR_LEAD = 10;

    /** Below this cosine all questions are alike. */
    private static final double FAR = 0.3;

    private Confidence() {}

    private record Weights(
            double intercept,
            double perCovered,
            double perStrength,
            double perForeignStrength,
            double perKnown,
            double perNearness,
            double perForeignNearness,
            double perForeignLikelihood) {
        double probability(Result result) {
            if (result.hits().isEmpty()) {
                return 0;
            }
            Hit best = result.hits().getFirst();
            double logit = intercept
                    + perCovered * best.covered()
                    + perStrength * Math.log1p(best.words())
                    + perForeignStrength * Math.log1p(result.foreign())
                    + perKnown * result.known()
                    + perNearness * Math.max(0, best.nearness().orElse(FAR) - FAR)
                    + perForeignNearness * Math.max(0, result.foreignNearness().orElse(FAR) - FAR)
                    + perForeignLikelihood * result.foreignLikelihood().orElse(0);
            return logistic(logit);
        }
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static boolean isMeant(Result result) {
        return !result.hits().isEmpty() && result.hits().getFirst().nearness().isPresent();
    }

    private static boolean isCompared(Result result) {
        return isMeant(result) && result.foreignNearness().isPresent();
    }

    private static boolean isLearned(Result result) {
        return result.foreignLikelihood().isPresent();
    }

    /** @param asked the language of the question, {@code written} that of the passages */
    static double of(Result result, Language asked, Language written) {
        boolean same = asked.equals(written);
        if (same && isLearned(result)) {
            return ofMatter(result, asked, written) * ofArticle(result, asked, written);
        }
        Weights across = isLearned(result) ? ACROSS_LEARNED : ACROSS;
        Weights weights = isCompared(result) ? MEANING_COMPARED : isMeant(result) ? MEANING : same ? WORDS : across;
        return weights.probability(result);
    }

    /**
     * How likely the question is the shop's matter, 0..1, where every second question is. What has no answer but is the
     * shop's matter is for a person.
     */
    static double ofMatter(Result result, Language asked, Language written) {
        boolean same = asked.equals(written);
        Weights compared = same && isLearned(result) ? MATTER_LEARNED_AND_COMPARED : MATTER_COMPARED;
        Weights learned = same ? MATTER_LEARNED : MATTER_ACROSS_LEARNED;
        Weights weights = isCompared(result) ? compared : isLearned(result) ? learned : MATTER;
        return weights.probability(result);
    }

    /** How likely the best passage's article is the one meant, 0..1, if the question is the shop's matter at all. */
    static double ofArticle(Result result, Language asked, Language written) {
        if (result.hits().isEmpty()) {
            return 0;
        }
        double lead = Math.min(CLEAR_LEAD, result.lead());
        return asked.equals(written) && isLearned(result)
                ? logistic(0.14 + 0.42 * lead)
                : logistic(-0.36 + 0.83 * lead);
    }
}
