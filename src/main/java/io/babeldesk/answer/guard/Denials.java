package io.babeldesk.answer.guard;

import io.babeldesk.answer.guard.Signals.Signal;
import io.babeldesk.answer.guard.Wording.Clause;
import io.babeldesk.answer.guard.Wording.Sentence;
import io.babeldesk.language.Language;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a passage denies, and which sentences must therefore deny it too. For one thread. */
final class Denials {

    /** A clause of a passage that says no is meant where so much of it is repeated. */
    private static final double MEANT = 0.5;

    /** So much of what a sentence speaks of is denied. */
    private static final double MOST = 0.5;

    private static final double NEARLY_ALL = 0.75;

    private final KnownPassage known;
    private final SharedWords words;
    private final Language written;
    private final Set<String> affirmed = new HashSet<>();

    Denials(KnownPassage known, SharedWords words) {
        this.known = known;
        this.words = words;
        this.written = known.wording().language;
        known.rules().stream()
                .flatMap(stated -> stated.clauses().stream())
                .filter(part -> !part.has(Signal.NOT))
                .forEach(part -> affirmed.addAll(part.content()));
    }

    /** What a passage denies, and a sentence affirms. What a passage says of a case alone it does not deny. */
    Optional<Clause> leftOutOf(Sentence said) {
        if (known.rules().stream()
                .flatMap(stated -> stated.clauses().stream())
                .noneMatch(part -> part.has(Signal.NOT))) {
            return Optional.empty();
        }
        Weights weights = null;
        for (Sentence stated : known.rules()) {
            for (Clause denied : stated.clauses()) {
                // Who is said to lose nothing is said to lose something by such a word alone, which is looked for
                // apart.
                if (!denied.has(Signal.NOT)
                        || denied.has(Signal.GRAVE)
                        || isTakenUp(denied, said)
                        || !isSpokenOf(denied, said)) {
                    continue;
                }
                weights = weights == null ? new Weights(said) : weights;
                for (Clause clause : said.clauses()) {
                    if (!clause.has(Signal.NOT)
                            && !clause.content().isEmpty()
                            && (isSaidNowhereElse(denied, clause)
                                    || (isMeant(denied, clause, weights.areMostly(denied, stated))
                                            && weights.denied(denied, stated) >= weights.affirmed()))) {
                        return Optional.of(denied);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** In what is said to hold, not in the case alone that it is said of: "if you want it sent to another country". */
    private boolean isSpokenOf(Clause denied, Sentence said) {
        return said.clauses().stream().allMatch(Clause::conditional)
                || said.clauses().stream()
                        .filter(clause -> !clause.conditional())
                        .anyMatch(clause -> words.count(clause.content(), denied.content(), known) > 0
                                || (denied.has(Signal.PAY) && words.isPaid(clause)));
    }

    private boolean isTakenUp(Clause denied, Sentence said) {
        return said.clauses().stream()
                .anyMatch(clause -> clause.has(Signal.NOT)
                        && (isRepeated(denied, clause)
                                || words.count(clause.content(), denied.content(), known)
                                        >= MEANT * clause.content().size()));
    }

    private boolean isRepeated(Clause denied, Clause clause) {
        Set<String> telling = SharedWords.telling(denied.content(), written);
        return words.count(telling, clause.content(), known) > MEANT * telling.size();
    }

    /** Most of what is denied, in words that the passage has only there. */
    private boolean isSaidNowhereElse(Clause denied, Clause clause) {
        Set<String> telling = SharedWords.telling(denied.content(), written);
        Set<String> own = new HashSet<>(clause.content());
        own.removeIf(word -> words.count(Set.of(word), affirmed, known) > 0);
        return !denied.conditional()
                && !telling.isEmpty()
                && words.count(telling, own, known) >= NEARLY_ALL * telling.size();
    }

    private boolean isMeant(Clause denied, Clause clause, boolean mostly) {
        return mostly || ((clause.conditional() || !denied.conditional()) && isMeant(denied, clause));
    }

    private boolean isMeant(Clause denied, Clause clause) {
        return isMeant(denied, SharedWords.telling(denied.content(), written), clause)
                || isMeant(denied, denied.content(), clause);
    }

    private boolean isMeant(Clause denied, Set<String> telling, Clause clause) {
        int paid = denied.has(Signal.PAY) ? 1 : 0;
        int paying = denied.has(Signal.PAY) && words.isPaid(clause) ? 1 : 0;
        int all = telling.size() + paid;
        return all > 0 && words.count(telling, clause.content(), known) + paying >= MEANT * all;
    }

    /** The words of a sentence by how few of the passage's sentences have them. */
    private final class Weights {
        private final Map<String, Double> weights = new HashMap<>();
        private final double affirmed;

        Weights(Sentence said) {
            for (String word : said.content()) {
                long having = known.rules().stream()
                        .filter(stated -> has(stated.content(), word))
                        .count();
                if (having > 0) {
                    weights.put(word, 1.0 / having);
                }
            }
            double most = 0;
            for (Sentence stated : known.rules()) {
                Set<String> without = new HashSet<>();
                stated.clauses().stream()
                        .filter(part -> !part.has(Signal.NOT))
                        .forEach(part -> without.addAll(part.content()));
                long values = said.clauses().stream()
                        .flatMap(clause -> clause.values().stream())
                        .filter(value -> stated.clauses().stream()
                                .anyMatch(part -> !part.has(Signal.NOT) && value.isAmong(part.values())))
                        .count();
                most = Math.max(most, in(without) + values);
            }
            this.affirmed = most;
        }

        private boolean has(Set<String> others, String word) {
            return words.count(Set.of(word), others, known) > 0;
        }

        double affirmed() {
            return affirmed;
        }

        double denied(Clause denied, Sentence stated) {
            return in(denying(denied, stated));
        }

        boolean areMostly(Clause denied, Sentence stated) {
            double all =
                    weights.values().stream().mapToDouble(Double::doubleValue).sum();
            return all > 0 && in(denied.content()) > 0 && in(denying(denied, stated)) >= MOST * all;
        }

        /**
         * "Once it is in preparation, we can no longer change it": what comes before says when. "Do not use an item with
         * broken glass, a damaged battery or a bare cable": what comes after may belong to it.
         */
        private Set<String> denying(Clause denied, Sentence stated) {
            Set<String> denying = new HashSet<>();
            boolean isPast = false;
            Set<String> before = Set.of();
            for (Clause part : stated.clauses()) {
                if (part.equals(denied) && part.elliptic()) {
                    denying.addAll(before);
                }
                before = part.content();
                if (isPast && (part.has(Signal.NOT) || Wording.endsInItsVerb(written))) {
                    break;
                }
                if (isPast && denied.conditional()) {
                    // "If it was not you, ask the bank": what follows is not denied.
                    break;
                }
                if (isPast || part.conditional() || part.equals(denied) || Wording.endsInItsVerb(written)) {
                    denying.addAll(part.content());
                }
                isPast |= part.equals(denied);
            }
            return denying;
        }

        private double in(Set<String> others) {
            double sum = 0;
            for (Map.Entry<String, Double> word : weights.entrySet()) {
                sum += has(others, word.getKey()) ? word.getValue() : 0;
            }
            return sum;
        }
    }
}
