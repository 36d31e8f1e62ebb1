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

    private static final double OF_THE_SAME_IF_FREE = 0.66;
    private static final List<Signal> LARGE = List.of(Signal.FREE, Signal.NOW, Signal.SURE, Signal.ALL, Signal.PAY);
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
                if (!isMade(signal, entry, clause, said, cited)) {
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
                        || (signal == Signal.PAY && known.values().stream().anyMatch(Value.Money.class::isInstance))
                        || isMade(signal, entry, clause, said, known));
    }

    /** The guarantee that the passage is about. */
    private boolean isOfItself(Signal signal, String entry, KnownPassage known) {
        return signal == Signal.SURE && concepts.of(entry, language).stream().anyMatch(known.concepts()::contains);
    }

    private boolean isMade(Signal signal, String entry, Clause clause, Wording said, KnownPassage known) {
        Set<String> before = Set.of();
        for (Sentence stated : known.wording().sentences) {
            for (Clause part : stated.clauses()) {
                if (says(part, signal, entry, known)
                        && (signal == Signal.PAY || isOfTheSame(clause, part, said, known))
                        && fits(signal, clause, said, part, stated, before, known)) {
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
            return entries.stream().anyMatch(other -> Likeness.alike(other, entry, language));
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
        return words.fit(clause.content(), around, known, signal == Signal.FREE && isTied(said, stated)) >= much;
    }

    private boolean isOfTheSame(Clause clause, Clause part, Wording said, KnownPassage known) {
        return words.count(clause.content(), part.content(), known) > 0
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
