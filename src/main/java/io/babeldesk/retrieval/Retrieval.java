package io.babeldesk.retrieval;

import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Set;

/**
 * What was found for a question.
 *
 * @param hits best first
 * @param confidence 0..1, that the best hit answers the question
 * @param matter 0..1, that the question is the shop's matter at all, whether or not the best hit answers it
 * @param article 0..1, that the best hit's article is the one meant, if the question is the shop's matter
 * @param vagueness 0..1, that the question does not say what is wanted of the shop
 * @param known 0..1, the share of the question's meaning that the base speaks of anywhere
 * @param concepts the glossary's concepts in the question
 * @param otherWords how many words of the question no concept stands for
 * @param words how many words the question has, but for those that every question has
 * @param written the language of the hits
 */
public record Retrieval(
        List<Hit> hits,
        double confidence,
        double matter,
        double article,
        double vagueness,
        double known,
        Set<String> concepts,
        int otherWords,
        int words,
        Language written) {}
