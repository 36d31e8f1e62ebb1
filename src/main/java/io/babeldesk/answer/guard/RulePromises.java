package io.babeldesk.answer.guard;

import io.babeldesk.answer.Verdict.Held;
import io.babeldesk.answer.Verdict.Reason;
import io.babeldesk.answer.guard.Signals.Signal;
import io.babeldesk.answer.guard.Wording.Clause;
import io.babeldesk.answer.guard.Wording.Sentence;
import io.babeldesk.language.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Free, always, at once, all: only where a passage says so of the same thing. For one answer. */
final class RulePromises {

    /** So much of what is called so must stand about where a passage calls something so. */
    private static final double OF_THE_SAME = 0.6;

    private static final int PART_OF_A_WORD = 2;
    private static final double OF_THE_SAME_IF_FREE = 0.66;
    private static final List<Signal> LARGE =
            List.of(Signal.FREE, Signal.NOW, Signal.SURE, Signal.ALL, Signal.PAY, Signal.GRAVE);
    private static final Set<Signal> BY_WORD = Set.of(Signal.NOW, Signal.SURE, Signal.ALL);

    private final Language language;
    private final Concepts concepts;
    private final SharedWords words;

    RulePromises(Language language, Concepts concepts, SharedWords words) {
        this.language = language;
        this.concepts = concepts;
        this.words = words;
    }

    Optional<Held> judge(Clause clause, Wording said, List<KnownPassage> cited) {
        for (Signal signal : LARGE) {
            for (String entry : clause.signals().getOrDefault(signal, Set.of())) {
                // "When it is already on its way" promises nothing, and what "costs nothing" costs nothing.
                boolean condition = signal == Signal.NOW && clause.conditional();
                boolean nothing = signal == Signal.PAY && costsNothing(clause) && costsNothing(clause, said, cited);
                if (!condition && !nothing && !isMade(signal, entry, clause, said, cited)) {
                    return Optional.of(new Held(Reason.TURNED_ROUND, entry));
                }
            }
        }
        return Optional.empty();
    }

    /** "You do not pay for it" says that it is free. */
    boolean costsNothing(Clause clause, Wording said, List<KnownPassage> cited) {
        return clause.has(Signal.PAY) && isMade(Signal.FREE, "", clause, said, cited);
    }

    private static boolean costsNothing(Clause clause) {
        return clause.has(Signal.NOT) && clause.has(Signal.PAY);
    }

    private boolean isMade(Signal signal, String entry, Clause clause, Wording said, List<KnownPassage> cited) {
        return cited.stream()
                .anyMatch(known -> isOfItself(signal, entry, known)
                        || isRepeated(signal, entry, said, known)
                        || (signal == Signal.PAY && known.values().stream().anyMatch(Value.Money.class::isInstance))
                        || isMade(signal, entry, clause, said, known));
    }

    /** Where no spaces are written, such a word may be a part of another that the passage has: a status 已接单. */
    private boolean isRepeated(Signal signal, String entry, Wording said, KnownPassage known) {
        if (!BY_WORD.contains(signal) || !Wording.isBigrams(language)) {
            return false;
        }
        int at = said.plain.indexOf(entry);
        int end = Math.min(said.plain.length(), at + entry.length() + PART_OF_A_WORD);
        return at >= 0
                && (known.wording().plain.contains(said.plain.substring(at, end))
                        || (at >= PART_OF_A_WORD
                                && known.wording()
                                        .plain
                                        .contains(said.plain.substring(at - PART_OF_A_WORD, at + entry.length()))));
    }

    /** The guarantee that the passage is about; a way to pay, where it is about ways to pay. */
    private boolean isOfItself(Signal signal, String entry, KnownPassage known) {
        return (signal == Signal.SURE || signal == Signal.PAY)
                && concepts.of(entry, language).stream().anyMatch(known.concepts()::contains);
    }

    private boolean isMade(Signal signal, String entry, Clause clause, Wording said, KnownPassage known) {
        Set<String> before = Set.of();
        for (Sentence stated : known.wording().sentences) {
            for (Clause part : stated.clauses()) {
                if (says(part, signal, entry, known)
                        && (signal != Signal.GRAVE || part.has(Signal.NOT) == clause.has(Signal.NOT))
                        && (signal == Signal.PAY
                                || signal == Signal.GRAVE
                                || isOfTheSame(clause, part, stated, said, known))
                        && (signal == Signal.GRAVE || fits(signal, clause, said, part, stated, before, known))) {
                    return true;
                }
            }
            before = stated.content();
        }
        return false;
    }

    private boolean says(Clause part, Signal signal, String entry, KnownPassage known) {
        Set<String> entries = part.signals().getOrDefault(signal, Set.of());
        if (BY_WORD.contains(signal) && known.wording().language.equals(language)) {
            return entries.stream().anyMatch(other -> Likeness.alike(other, entry, language))
                    || words.count(Set.of(entry), part.content(), known) > 0;
        }
        if (signal == Signal.GRAVE) {
            return words.count(Set.of(entry), entries, known) > 0;
        }
        return !entries.isEmpty() || (signal == Signal.FREE && costsNothing(part));
    }

    private boolean fits(
            Signal signal,
            Clause clause,
            Wording said,
            Clause part,
            Sentence stated,
            Set<String> before,
            KnownPassage known) {
        if (signal == Signal.PAY
                && !part.has(Signal.NOT)
                && SharedWords.telling(clause.content(), language).size() <= 2) {
            return true;
        }
        Set<String> around = new HashSet<>(stated.content());
        if (part.has(signal)) {
            // "It is free from 60 €": what it is stands in the sentence before.
            around.addAll(before);
        }
        double much = signal == Signal.FREE ? OF_THE_SAME_IF_FREE : OF_THE_SAME;
        return words.fit(
                        clause.content().isEmpty() ? said.content : clause.content(),
                        around,
                        known,
                        signal == Signal.FREE && isTied(said, stated))
                >= much;
    }

    private boolean isOfTheSame(Clause clause, Clause part, Sentence stated, Wording said, KnownPassage known) {
        // "Without charge" may stand apart from what it is said of.
        Set<String> what = part.content().isEmpty() ? stated.content() : part.content();
        return words.count(clause.content().isEmpty() ? said.content : clause.content(), what, known) > 0
                || said.values.claims().stream().anyMatch(claim -> claim.isAmong(part.values()));
    }

    /** It names an amount, and only such as the passage's sentence names. */
    private static boolean isTied(Wording said, Sentence stated) {
        List<Value> amounts = said.values.claims().stream()
                .filter(Value.Money.class::isInstance)
                .toList();
        return !amounts.isEmpty()
                && amounts.stream()
                        .allMatch(amount ->
                                stated.clauses().stream().anyMatch(clause -> amount.isAmong(clause.values())));
    }
}
