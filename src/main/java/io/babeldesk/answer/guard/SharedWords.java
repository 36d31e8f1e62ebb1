package io.babeldesk.answer.guard;

import io.babeldesk.answer.guard.Signals.Signal;
import io.babeldesk.answer.guard.Wording.Clause;
import io.babeldesk.language.Language;
import java.util.HashSet;
import java.util.Set;

/** How much of some words stands among others, in form or meaning. For one answer. */
final class SharedWords {

    private static final double HALF = 0.5;
    private static final String PAYING = "~settling";

    private final Language language;
    private final Concepts concepts;

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
        Language written = known.wording().language;
        Set<String> here = new HashSet<>(concepts.of(word, language));
        here.addAll(concepts.of(word, written));
        if (here.isEmpty()) {
            return false;
        }
        for (String other : others) {
            if (concepts.of(other, written).stream().anyMatch(here::contains)
                    || concepts.of(other, language).stream().anyMatch(here::contains)) {
                return true;
            }
        }
        return false;
    }
}
