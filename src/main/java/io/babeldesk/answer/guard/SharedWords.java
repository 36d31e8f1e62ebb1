package io.babeldesk.answer.guard;

import io.babeldesk.answer.guard.Signals.Signal;
import io.babeldesk.answer.guard.Wording.Clause;
import io.babeldesk.language.Language;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** How much of some words stands among others, in form or meaning. For one answer and one thread. */
final class SharedWords {

    private static final double HALF = 0.5;
    private static final String PAYING = "~settling";

    private final Language language;
    private final Concepts concepts;

    /** Of sets of words that were compared; as they are, not what is in them. */
    private final IdentityHashMap<Set<String>, Set<String>> meanings = new IdentityHashMap<>();

    SharedWords(Language language, Concepts concepts) {
        this.language = language;
        this.concepts = concepts;
    }

    int count(Set<String> words, Set<String> others, KnownPassage known) {
        int shared = 0;
        for (String word : words) {
            if (isAmong(word, others, known)) {
                shared++;
            }
        }
        return shared;
    }

    /**
     * How much of what is called free, sure or immediate the words around such a word in a passage speak of.
     *
     * @param tied an amount ties them together: a word that the passage has nowhere is then rather another word for the
     *     same than another thing
     */
    double fit(Set<String> words, Set<String> around, KnownPassage known, boolean tied) {
        Signals signals = Signals.of(language);
        double shared = 0;
        double other = 0;
        for (String word : words) {
            if (isAmong(word, around, known)) {
                shared++;
            } else if (!signals.isMild(word)) {
                other += tied && !isAmong(word, known.wording().content, known) ? HALF : 1;
            }
        }
        if (shared + other == 0) {
            return words.isEmpty() ? 1 : 0;
        }
        return shared / (shared + other);
    }

    /** Whether one of the words of a passage means one of some things. */
    boolean means(Set<String> others, KnownPassage known, Set<String> meanings) {
        return others.stream()
                .anyMatch(other ->
                        concepts.of(other, known.wording().language).stream().anyMatch(meanings::contains));
    }

    /** Whether a clause speaks of paying, as a cost or as an act. */
    boolean isPaid(Clause clause) {
        return clause.has(Signal.PAY)
                || clause.content().stream()
                        .anyMatch(word -> concepts.of(word, language).contains(PAYING));
    }

    /** The words without the mild ones, unless there are no others. */
    static Set<String> telling(Set<String> words, Language language) {
        Set<String> telling = new HashSet<>(words);
        telling.removeIf(Signals.of(language)::isMild);
        return telling.isEmpty() ? words : telling;
    }

    private boolean isAmong(String word, Set<String> others, KnownPassage known) {
        return isOne(word, others, known)
                || Compounds.isOf(
                        word,
                        language,
                        part -> isOne(part, others, known)
                                || others.stream().anyMatch(other -> part.length() > 4 && other.startsWith(part)));
    }

    private boolean isOne(String word, Set<String> others, KnownPassage known) {
        if (Likeness.isAmong(word, others, language)) {
            return true;
        }
        Set<String> here = meant(word, known.wording().language);
        return !here.isEmpty() && !Collections.disjoint(here, meant(others, known.wording().language));
    }

    private Set<String> meant(String word, Language written) {
        Set<String> here = concepts.of(word, language);
        if (written.equals(language)) {
            return here;
        }
        Set<String> both = new HashSet<>(here);
        both.addAll(concepts.of(word, written));
        return both;
    }

    /** The same words are compared with word after word. */
    private Set<String> meant(Set<String> others, Language written) {
        return meanings.computeIfAbsent(others, words -> {
            Set<String> all = new HashSet<>();
            words.forEach(word -> all.addAll(meant(word, written)));
            return all;
        });
    }
}
