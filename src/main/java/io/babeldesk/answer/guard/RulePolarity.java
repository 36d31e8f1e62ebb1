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

/**
 * Whether a sentence turns a rule round: denies what passages do not deny, affirms what they deny, or promises more than
 * they do. For one answer.
 */
final class RulePolarity {

    /** A clause of a passage that says no is meant where so much of it is repeated. */
    private static final double MEANT = 0.5;
    /** So much of what is called free, sure or immediate must stand about where a passage calls something so. */
    private static final double OF_THE_SAME = 0.6;

    private static final double OF_THE_SAME_IF_FREE = 0.75;

    private final Language language;
    private final Concepts concepts;

    RulePolarity(Language language, Concepts concepts) {
        this.language = language;
        this.concepts = concepts;
    }

    Optional<Held> judge(Wording said, List<KnownPassage> cited) {
        for (Sentence sentence : said.sentences) {
            for (Clause clause : sentence.clauses()) {
                Optional<Held> held = deniesRightly(clause, sentence, cited)
                        .or(() -> leavesNoDenialOut(clause, sentence, cited))
                        .or(() -> promisesNoMore(clause, said, cited));
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    /** What it denies a passage must deny too. */
    private Optional<Held> deniesRightly(Clause clause, Sentence sentence, List<KnownPassage> cited) {
        if (!clause.has(Signal.NOT)) {
            return Optional.empty();
        }
        for (KnownPassage known : cited) {
            for (Sentence stated : known.wording().sentences) {
                int common = shared(sentence.content(), stated.content(), known) + values(sentence, stated);
                boolean near = common * 10
                        >= 4 * Math.max(1, Math.min(sentence.content().size(), 6));
                for (Clause denied : stated.clauses()) {
                    if (denied.has(Signal.NOT)
                            && near
                            && (clause.content().isEmpty() || shared(clause.content(), denied.content(), known) > 0)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(
                new Held(Reason.TURNED_ROUND, String.valueOf(clause.signals().get(Signal.NOT))));
    }

    /** How many values of a sentence another has too. */
    private static int values(Sentence sentence, Sentence stated) {
        Set<Value> there = new HashSet<>();
        stated.clauses().forEach(clause -> there.addAll(clause.values()));
        return (int) sentence.clauses().stream()
                .flatMap(clause -> clause.values().stream())
                .filter(value -> !(value instanceof Value.Counted) && value.isAmong(there))
                .count();
    }

    /** What a passage denies it must not affirm. */
    private Optional<Held> leavesNoDenialOut(Clause clause, Sentence sentence, List<KnownPassage> cited) {
        if (clause.has(Signal.NOT) || clause.content().isEmpty()) {
            return Optional.empty();
        }
        for (KnownPassage known : cited) {
            for (Sentence stated : known.wording().sentences) {
                for (Clause denied : stated.clauses()) {
                    if (denied.has(Signal.NOT) && isMeant(denied, clause, known) && !isAffirmed(sentence, known)) {
                        return Optional.of(new Held(
                                Reason.TURNED_ROUND,
                                String.valueOf(denied.signals().get(Signal.NOT))));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isMeant(Clause denied, Clause clause, KnownPassage known) {
        int said = shared(denied.content(), clause.content(), known);
        return !denied.content().isEmpty() && said >= MEANT * denied.content().size();
    }

    /** A sentence says more of it without a no than with one. */
    private boolean isAffirmed(Sentence said, KnownPassage known) {
        int denied = 0;
        int affirmed = 0;
        for (Sentence stated : known.wording().sentences) {
            Set<String> without = new HashSet<>();
            stated.clauses().stream()
                    .filter(part -> !part.has(Signal.NOT))
                    .forEach(part -> without.addAll(part.content()));
            affirmed = Math.max(affirmed, shared(said.content(), without, known));
            for (Clause part : stated.clauses()) {
                if (part.has(Signal.NOT) && said.clauses().stream().anyMatch(clause -> isMeant(part, clause, known))) {
                    denied = Math.max(denied, shared(said.content(), stated.content(), known));
                }
            }
        }
        return affirmed > denied;
    }

    /** Free, always, at once, all: only where a passage says so of the same thing. */
    private Optional<Held> promisesNoMore(Clause clause, Wording said, List<KnownPassage> cited) {
        for (Signal signal : List.of(Signal.FREE, Signal.NOW, Signal.SURE, Signal.ALL, Signal.PAY)) {
            for (String entry : clause.signals().getOrDefault(signal, Set.of())) {
                if (!isPromised(signal, entry, clause, said, cited)) {
                    return Optional.of(new Held(Reason.TURNED_ROUND, entry));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isPromised(Signal signal, String entry, Clause clause, Wording said, List<KnownPassage> cited) {
        boolean byWord = signal == Signal.NOW || signal == Signal.SURE || signal == Signal.ALL;
        double much = signal == Signal.FREE ? OF_THE_SAME_IF_FREE : OF_THE_SAME;
        for (KnownPassage known : cited) {
            boolean same = known.wording().language.equals(language);
            Set<String> before = Set.of();
            for (Sentence stated : known.wording().sentences) {
                for (Clause part : stated.clauses()) {
                    Set<String> entries = part.signals().getOrDefault(signal, Set.of());
                    boolean says = (byWord && same)
                            ? entries.stream().anyMatch(other -> Likeness.alike(other, entry, language))
                            : !entries.isEmpty();
                    if (says && (signal == Signal.PAY || isOfTheSame(clause, part, said, known))) {
                        // "It is free from 60 €": what it is stands in the sentence before.
                        Set<String> around = new HashSet<>(before);
                        around.addAll(stated.content());
                        Set<String> telling = telling(clause.content());
                        if (shared(telling, around, known) >= much * telling.size()) {
                            return true;
                        }
                    }
                }
                before = stated.content();
            }
            if (signal == Signal.PAY && known.values().stream().anyMatch(Value.Money.class::isInstance)) {
                return true;
            }
        }
        return false;
    }

    /** The words without the mild ones, unless it has no others. */
    private Set<String> telling(Set<String> words) {
        Set<String> telling = new HashSet<>(words);
        telling.removeIf(Signals.of(language)::isMild);
        return telling.isEmpty() ? words : telling;
    }

    private boolean isOfTheSame(Clause clause, Clause part, Wording said, KnownPassage known) {
        if (shared(clause.content(), part.content(), known) > 0) {
            return true;
        }
        return said.values.claims().stream().anyMatch(claim -> claim.isAmong(part.values()));
    }

    /** How many of the words stand among the others, in form or meaning. */
    private int shared(Set<String> words, Set<String> others, KnownPassage known) {
        int shared = 0;
        for (String word : words) {
            if (isShared(word, others, known)) {
                shared++;
            }
        }
        return shared;
    }

    private boolean isShared(String word, Set<String> others, KnownPassage known) {
        if (Likeness.isAmong(word, others, language)) {
            return true;
        }
        Set<String> here = new HashSet<>(concepts.of(word, language));
        here.addAll(concepts.of(word, known.wording().language));
        if (here.isEmpty()) {
            return false;
        }
        for (String other : others) {
            for (String concept : concepts.of(other, known.wording().language)) {
                if (here.contains(concept)) {
                    return true;
                }
            }
            for (String concept : concepts.of(other, language)) {
                if (here.contains(concept)) {
                    return true;
                }
            }
        }
        return false;
    }
}
