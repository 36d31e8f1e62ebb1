package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import java.util.List;
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
     * @param text the question
     * @param asked the language of the question
     * @param written the language of the passages
     * @param admits which articles may come out
     * @param limit how many at most
     */
    Result search(String text, Language asked, Language written, Predicate<Translation> admits, int limit);

    /** No search begins after this; those under way finish. */
    @Override
    void close();

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
     */
    record Result(
            List<Hit> hits,
            double weight,
            double known,
            Set<String> concepts,
            int otherWords,
            int words,
            double foreign,
            OptionalDouble foreignNearness) {}

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
