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

    /** So much of a sentence is said by the one that denies, where a value of it is the same. */
    private static final double NEAREST = 0.6;

    /** What is said without a no, and may be said with one. */
    private static final Set<String> DENIALS =
            Set.of("~absent", "~differing", "~expired", "~incorrect", "~lacking", "~soldout", "missing");

    static final java.util.Set<String> G =
            java.util.Set.of(System.getProperty("G", "").split(","));
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
                Optional<Held> held =
                        deniesRightly(clause, sentence, said, cited).or(() -> promises.judge(clause, said, cited));
                if (held.isPresent()) {
                    return held;
                }
            }
            if (takesInMore(sentence, cited)) {
                return Optional.of(new Held(Reason.TURNED_ROUND, "even"));
            }
            if (isExclusive(said)) {
                continue;
            }
            for (KnownPassage known : cited) {
                Optional<Clause> denied = new Denials(known, words).leftOutOf(sentence);
                if (denied.isPresent()) {
                    return turned(denied.get());
                }
            }
        }
        return Optional.empty();
    }

    /** "Also with the seal broken": what a passage limits is not said of more. */
    private boolean takesInMore(Sentence sentence, List<KnownPassage> cited) {
        if (sentence.clauses().stream().noneMatch(clause -> clause.has(Signal.EVEN))
                || sentence.clauses().stream().anyMatch(clause -> clause.has(Signal.NOT) || clause.has(Signal.ONLY))) {
            return false;
        }
        return cited.stream()
                .anyMatch(known -> nearest(sentence, known)
                        .filter(stated -> stated.clauses().stream().noneMatch(part -> part.has(Signal.EVEN)))
                        .filter(stated -> stated.clauses().stream()
                                .anyMatch(part -> part.has(Signal.NOT) || part.has(Signal.ONLY)))
                        .isPresent());
    }

    /** The first of those that share most words with a sentence, if any shares one. */
    private Optional<Sentence> nearest(Sentence sentence, KnownPassage known) {
        int most = 0;
        Optional<Sentence> nearest = Optional.empty();
        for (Sentence stated : known.rules()) {
            int shared = words.count(sentence.content(), stated.content(), known);
            if (shared > most) {
                most = shared;
                nearest = Optional.of(stated);
            }
        }
        return nearest;
    }

    /** "It speeds up the transport only" denies the rest by itself. */
    private static boolean isExclusive(Wording said) {
        return said.sentences.stream()
                .flatMap(sentence -> sentence.clauses().stream())
                .anyMatch(clause -> clause.has(Signal.ONLY));
    }

    /** What it denies a passage must deny too. */
    private Optional<Held> deniesRightly(Clause clause, Sentence sentence, Wording said, List<KnownPassage> cited) {
        boolean denied = !clause.has(Signal.NOT)
                || promises.costsNothing(clause, said, cited)
                || (clause.conditional() && cited.stream().anyMatch(known -> isCondition(clause, known)))
                || cited.stream().anyMatch(known -> denies(clause, sentence, known));
        return denied ? Optional.empty() : turned(clause);
    }

    /** "As long as it has not been handed over" is "until it is handed over", "no longer valid" is "expired". */
    private boolean isCondition(Clause clause, KnownPassage known) {
        return known.rules().stream()
                .flatMap(stated -> stated.clauses().stream())
                .anyMatch(part -> {
                    int common = words.count(clause.content(), part.content(), known);
                    return (part.has(Signal.UNTIL)
                                    && common * 2 >= clause.content().size())
                            || (clause.has(Signal.UNTIL) && part.conditional() && common > 0)
                            || (common > 0 && words.means(part.content(), known, DENIALS));
                });
    }

    private boolean denies(Clause clause, Sentence sentence, KnownPassage known) {
        Set<String> before = Set.of();
        for (Sentence stated : known.wording().sentences) {
            Set<String> around = new HashSet<>(stated.content());
            if (stated.continued()) {
                around.addAll(before);
            }
            if (denies(clause, sentence, stated, around, known)) {
                return true;
            }
            before = stated.content();
        }
        return false;
    }

    private boolean denies(Clause clause, Sentence sentence, Sentence stated, Set<String> around, KnownPassage known) {
        int values = values(sentence, stated);
        int longest = Math.max(1, Math.min(sentence.content().size(), 6));
        boolean near = (words.count(sentence.content(), stated.content(), known) + values) * 10 >= 4 * longest;
        boolean nearBoth = (words.count(sentence.content(), around, known) + values) * 10 >= 4 * longest;
        Set<String> telling = SharedWords.telling(sentence.content(), language);
        boolean nearest = values > 0
                && telling.size() > 1
                && words.count(telling, stated.content(), known) + values >= NEAREST * telling.size()
                && SharedWords.telling(clause.content(), language).size() <= 1;
        for (Clause denied : stated.clauses()) {
            boolean same = clause.content().isEmpty()
                    || (clause.conditional() && denied.conditional())
                    || words.count(
                                    clause.content(),
                                    Wording.endsInItsVerb(language) ? stated.content() : denied.content(),
                                    known)
                            > 0;
            boolean told = words.count(denied.content(), sentence.content(), known) * 2
                    >= denied.content().size();
            boolean covered = words.count(clause.content(), denied.content(), known) * 2
                    > clause.content().size();
            if (denied.has(Signal.NOT) && (nearest || covered || (same && (near || (nearBoth && told))))) {
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

    private static Optional<Held> turned(Clause denied) {
        return Optional.of(
                new Held(Reason.TURNED_ROUND, String.valueOf(denied.signals().get(Signal.NOT))));
    }
}
