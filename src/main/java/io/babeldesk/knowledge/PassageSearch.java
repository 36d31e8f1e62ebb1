package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds passages of one edition by words and meaning. It gathers evidence and leaves the judgement to the caller. Safe for use by
 * many threads; never blocked by the indexing of another edition.
 */
public interface PassageSearch extends AutoCloseable {

    /**
     * Passages written in a language that share something with the question, best first.
     *
     * @param asked the language of the question
     * @param written the language of the passages
     * @param admits which articles may come out
     * @param limit how many at most
     */
    Result search(Query query, Language asked, Language written, Predicate<Translation> admits, int limit);

    /** The same for a question that stands by itself. */
    default Result search(String question, Language asked, Language written, Predicate<Translation> admits, int limit) {
        return search(Query.of(question), asked, written, admits, limit);
    }

    /** No search begins after this; those under way finish. */
    @Override
    void close();

    /**
     * What is looked for.
     *
     * @param topic an earlier question, if this one leans on it: "and what does it cost?"
     */
    record Query(String question, Optional<String> topic) {

        /** A question that stands by itself. */
        public static Query of(String question) {
            return new Query(question, Optional.empty());
        }

        /** The question together with what it leans on. */
        public String text() {
            return topic.map(before -> before + "\n" + question).orElse(question);
        }
    }

    /**
     * What a search brought.
     *
     * @param weight how much the question says: the summed rarity of its words; 0 if it has none
     * @param known 0..1, the share of that weight which some passage in the language speaks of
     * @param concepts the glossary's concepts in the question
     * @param otherWords how many of its words no concept stands for
     * @param words how many words it has, but for those that every question has
     * @param foreign how strongly it sounds like what no shop answers, on the scale of a hit's score; 0 or more
     * @param foreignNearness -1..1, the cosine of the question's and the nearest such matter's sentence vector; empty where
     *     no model reads the language, or its vectors are not there yet
     * @param foreignLikelihood how likely it is such a matter, as a classifier of the language's ways of asking says:
     *     logarithm of the odds; empty where there is none, and for a question that leans on another: nobody lists such
     * @param vagueness 0..1, how likely it does not say what is wanted of the shop, as the classifier says; 0 where there is
     *     none
     */
    record Result(
            List<Hit> hits,
            double weight,
            double known,
            Set<String> concepts,
            int otherWords,
            int words,
            double foreign,
            OptionalDouble foreignNearness,
            OptionalDouble foreignLikelihood,
            double vagueness) {

        /**
         * How much more speaks for the best article than for the next, in logarithms of odds; all of it if there is no other, 0
         * without a hit.
         */
        public double lead() {
            if (hits.isEmpty()) {
                return 0;
            }
            Hit best = hits.getFirst();
            return best.score()
                    - hits.stream()
                            .filter(hit -> !hit.passage()
                                    .article()
                                    .equals(best.passage().article()))
                            .mapToDouble(Hit::score)
                            .findFirst()
                            .orElse(0);
        }
    }

    /**
     * A passage with the evidence for it.
     *
     * @param score how strongly it, or the article's strongest passage before it, was found: log
     *     odds, in which words, character sequences and meaning are added up; 0 or more
     * @param words the part of the score that words and character sequences bring
     * @param covered 0..1, the share of the question's meaning, weighted by rarity, that was found there
     * @param nearness -1..1, the cosine of the question's and the article's nearest sentence vector; empty where no
     *     model reads the language
     */
    record Hit(Passage passage, double score, double words, double covered, OptionalDouble nearness) {
        /** The same evidence for another passage. */
        public Hit withPassage(Passage other) {
            return new Hit(other, score, words, covered, nearness);
        }
    }
}
