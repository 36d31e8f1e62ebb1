package io.babeldesk.knowledge.index;

import java.util.List;
import java.util.Set;

/**
 * One thing that a question says: a word, with the concepts that it stands for, or a phrase that is a concept only.
 *
 * @param word the stem; empty for a phrase without a word that could be searched
 * @param grams the word's character sequences
 * @param concepts ids of the glossary
 * @param weight its rarity among the passages (inverse document frequency as in BM25)
 * @param known whether any passage speaks of it
 */
record QueryUnit(String word, List<String> grams, Set<String> concepts, double weight, boolean known) {}
