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
    /** So much of a sentence is said by the one that denies, where a value of it is the same. */
    private static final double NEAREST = 0.6;

    private final Language language;
    private final SharedWords words;
    private final RulePromises promises;

    RulePolarity(Language language, Concepts concepts) {
        this.language = language;
        this.words = new SharedWords(language, concepts);
        this.promises = new RulePromises(language, concepts, words);
    }

    Optional<Held> judge(Wording said, List<KnownPassage> cited) {
        for (Sentence sentence : said.sentences) {
            for (Clause clause : sentence.clauses()) {
                Optional<Held> held = deniesRightly(clause, sentence, said, cited)
                        .or(() -> leavesNoDenialOut(clause, sentence, cited))
                        .or(() -> promises.judge(clause, said, cited));
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    /** What it denies a passage must deny too. */
    private Optional<Held> deniesRightly(Clause clause, Sentence sentence, Wording said, List<KnownPassage> cited) {
        boolean denied = !clause.has(Signal.NOT)
                || promises.costsNothing(clause, said, cited)
                || cited.stream()
                        .anyMatch(known -> known.wording().sentences.stream()
                                .anyMatch(stated -> denies(clause, sentence, stated, known)));
        return denied ? Optional.empty() : turned(clause);
    }

    private boolean denies(Clause clause, Sentence sentence, Sentence stated, KnownPassage known) {
        int values = values(sentence, stated);
        int common = words.count(sentence.content(), stated.content(), known) + values;
        boolean near =
                common * 10 >= 4 * Math.max(1, Math.min(sentence.content().size(), 6));
        Set<String> told = SharedWords.telling(sentence.content(), language);
        boolean nearest = values > 0
                && told.size() > 1
                && words.count(told, stated.content(), known) + values >= NEAREST * told.size()
                && SharedWords.telling(clause.content(), language).size() <= 1;
        for (Clause denied : stated.clauses()) {
            boolean same = clause.content().isEmpty()
                    || (clause.conditional() && denied.conditional())
                    || words.count(clause.content(), denied.content(), known) > 0;
            if (denied.has(Signal.NOT) && (nearest || (near && same))) {
                return true;
            }
        }
        return false;
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

    /** What a passage denies it must not affirm. What a passage says of a case alone it does not deny. */
    private Optional<Held> leavesNoDenialOut(Clause clause, Sentence sentence, List<KnownPassage> cited) {
        if (clause.has(Signal.NOT) || clause.content().isEmpty()) {
            return Optional.empty();
        }
        for (KnownPassage known : cited) {
            for (Sentence stated : known.rules()) {
                for (Clause denied : stated.clauses()) {
                    if (denied.has(Signal.NOT)
                            && (clause.conditional() || !denied.conditional())
                            && isMeant(denied, clause, known)
                            && !isAffirmed(sentence, known)) {
                        return turned(denied);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Held> turned(Clause denied) {
        return Optional.of(
                new Held(Reason.TURNED_ROUND, String.valueOf(denied.signals().get(Signal.NOT))));
    }

    private boolean isMeant(Clause denied, Clause clause, KnownPassage known) {
        Set<String> telling = SharedWords.telling(denied.content(), known.wording().language);
        return !telling.isEmpty() && words.count(telling, clause.content(), known) >= MEANT * telling.size();
    }

    /** A sentence says more of it without a no than with one. */
    private boolean isAffirmed(Sentence said, KnownPassage known) {
        int denied = 0;
        int affirmed = 0;
        for (Sentence stated : known.rules()) {
            Set<String> without = new HashSet<>();
            stated.clauses().stream()
                    .filter(part -> !part.has(Signal.NOT))
                    .forEach(part -> without.addAll(part.content()));
            affirmed = Math.max(affirmed, words.count(said.content(), without, known));
            for (Clause part : stated.clauses()) {
                if (part.has(Signal.NOT) && said.clauses().stream().anyMatch(clause -> isMeant(part, clause, known))) {
                    denied = Math.max(denied, words.count(said.content(), part.content(), known));
                }
            }
        }
        return affirmed > denied;
    }
}
