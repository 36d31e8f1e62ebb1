package io.babeldesk.answer.guard;

import io.babeldesk.answer.Verdict.Held;
import io.babeldesk.answer.Verdict.Reason;
import io.babeldesk.answer.guard.Signals.Signal;
import io.babeldesk.answer.guard.Wording.Clause;
import io.babeldesk.answer.guard.Wording.Sentence;
import io.babeldesk.language.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether passages speak of what a sentence speaks of: word by word, by form or by meaning. For one answer. */
final class WordSupport {

    /** Of the words that carry meaning, three in ten may be the model's own. */
    private static final double MOST_UNSUPPORTED = 0.3;
    /** A value that the passages state ties a sentence to them: more of its words may be other words for the same. */
    private static final double MOST_BESIDE_A_VALUE = 0.5;
    /** What the shop itself does is a promise, and is said as the passages say it. */
    private static final double MOST_OF_A_PROMISE = 0.24;
    /** Across languages only what the glossary knows can be compared; that much of a sentence it must know. */
    private static final double LEAST_KNOWN_ABROAD = 0.4;
    // The same where words are not written apart: as few sentences of other passages leave as where they are.
    private static final int LEAST_TERMS = 2;
    private static final double MOST_TERMS = 0.6;

    private final Language language;
    private final Concepts concepts;
    private final MeaningSupport meaning;

    WordSupport(Language language, Concepts concepts, MeaningSupport meaning) {
        this.language = language;
        this.concepts = concepts;
        this.meaning = meaning;
    }

    Optional<Held> judge(Wording said, List<KnownPassage> cited) {
        boolean abroad =
                cited.stream().noneMatch(known -> known.wording().language.equals(language));
        Set<String> meant = new HashSet<>();
        cited.forEach(known -> meant.addAll(known.concepts()));
        if (abroad && Wording.isBigrams(language)) {
            return phrases(said, meant);
        }
        Counting counting = new Counting(cited, meant, said, abroad);
        Tally all = new Tally();
        for (Clause clause : clauses(said)) {
            counting.count(clause, all, false);
        }
        Optional<Held> held = isSaid(all, said.values.claims().size(), abroad)
                ? promises(said, counting)
                : Optional.of(new Held(Reason.UNSUPPORTED, all.example()));
        return held.filter(_ -> !meaning.says(cited, said.text, language));
    }

    private static boolean isSaid(Tally all, int values, boolean abroad) {
        if (all.isEmpty() && values == 0) {
            return false;
        }
        if (abroad && all.supported() < LEAST_KNOWN_ABROAD * (all.supported() + all.unknown())) {
            return false;
        }
        // An order, an amount, to last: beside what is known they add nothing, alone they are all that is said.
        double own = all.supported() + values >= 2 ? all.unsupported() : all.unsupported() + all.mild();
        double most = values > 0 ? MOST_BESIDE_A_VALUE : MOST_UNSUPPORTED;
        return own <= most * (all.supported() + own);
    }

    /** What the shop does. */
    private static Optional<Held> promises(Wording said, Counting counting) {
        for (Clause clause : clauses(said)) {
            if (clause.has(Signal.WE)) {
                Tally promised = new Tally();
                counting.count(clause, promised, true);
                if (promised.unsupported() > MOST_OF_A_PROMISE * (promised.supported() + promised.unsupported())) {
                    return Optional.of(new Held(Reason.UNSUPPORTED, promised.example()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Clause> clauses(Wording said) {
        return said.sentences.stream()
                .map(Sentence::clauses)
                .flatMap(List::stream)
                .toList();
    }

    /** Without spaces words cannot be counted: of what glossary and thesaurus find, most must be in the passage. */
    private Optional<Held> phrases(Wording said, Set<String> meant) {
        int found = 0;
        int supported = 0;
        int end = 0;
        for (Concepts.Place place : concepts.longestFirst(said.plain, language)) {
            if (place.start() >= end) {
                end = place.end();
                found++;
                supported += isMeantIn(place, said.plain, meant) ? 1 : 0;
            }
        }
        boolean fits = supported >= LEAST_TERMS && supported >= MOST_TERMS * found;
        return fits ? Optional.empty() : Optional.of(new Held(Reason.UNSUPPORTED, ""));
    }

    /** A long term may hide a shorter one that the passage has. */
    private boolean isMeantIn(Concepts.Place place, String text, Set<String> meant) {
        return concepts.places(text.substring(place.start(), place.end()), language).stream()
                .anyMatch(inside -> meant.contains(inside.concept()));
    }

    /** Counts words against the passages that a sentence cites. */
    private final class Counting {
        private final List<KnownPassage> cited;
        private final Set<String> meant;
        private final Map<String, Set<String>> together;
        private final boolean abroad;
        private final LetterSupport letters;

        Counting(List<KnownPassage> cited, Set<String> meant, Wording said, boolean abroad) {
            this.cited = cited;
            this.meant = meant;
            this.together = Wording.isBigrams(language) ? Map.of() : concepts.together(said);
            this.abroad = abroad;
            this.letters = new LetterSupport(language, concepts, cited, meant);
        }

        /** @param strict for a promise, where a likeness is not enough */
        void count(Clause clause, Tally tally, boolean strict) {
            if (Wording.isBigrams(language)) {
                clause.runs().forEach(run -> letters.count(run, tally, strict));
                return;
            }
            Signals signals = Signals.of(language);
            for (String word : clause.content()) {
                if (isWritten(word) || isMeant(word) || Compounds.isOf(word, language, this::isPart)) {
                    tally.support(word);
                } else if (abroad && concepts.of(word, language).isEmpty()) {
                    tally.unknown(word);
                } else if (signals.isMild(word)) {
                    tally.mild(word);
                } else {
                    tally.unsupported(word, 1);
                }
            }
        }

        private boolean isMeant(String word) {
            return concepts.of(word, language).stream().anyMatch(meant::contains)
                    || together.getOrDefault(word, Set.of()).stream().anyMatch(meant::contains);
        }

        private boolean isWritten(String word) {
            for (KnownPassage known : cited) {
                boolean same = known.wording().language.equals(language);
                if (same
                        ? Likeness.isAmong(word, known.wording().content, language)
                        : known.wording().plain.contains(word) && word.length() > 3) {
                    return true;
                }
            }
            return false;
        }

        private boolean isPart(String part) {
            return isMeant(part)
                    || Signals.of(language).isMild(part)
                    || cited.stream()
                            .flatMap(known -> known.wording().content.stream())
                            .anyMatch(other -> other.equals(part) || (part.length() > 4 && other.startsWith(part)));
        }
    }
}
