package io.babeldesk.answer.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.babeldesk.answer.Draft;
import io.babeldesk.answer.Evidence;
import io.babeldesk.answer.Evidence.Cited;
import io.babeldesk.answer.SentenceGuard;
import io.babeldesk.answer.Verdict;
import io.babeldesk.answer.Verdict.Held;
import io.babeldesk.answer.Verdict.Reason;
import io.babeldesk.answer.guard.Signals.Signal;
import io.babeldesk.answer.guard.Wording.Clause;
import io.babeldesk.answer.guard.Wording.Sentence;
import io.babeldesk.knowledge.Concept;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets a sentence out only if the passages that it cites say it. docs/answering.md explains the rules and their limits.
 * Safe for use by many threads.
 */
public final class ClaimGuard implements SentenceGuard {

    /** Of the words that carry meaning, one in four may be the model's own. */
    private static final double MOST_UNSUPPORTED = 0.26;
    /** Across languages only what the glossary knows can be compared; that much of a sentence it must know. */
    private static final double LEAST_KNOWN_ABROAD = 0.4;
    /** A clause of a passage that says no is meant where so much of it is repeated. */
    private static final double MEANT = 0.5;
    /** So much of what is called free, sure or immediate must stand about where a passage calls something so. */
    private static final double OF_THE_SAME = 0.6;

    private static final double OF_THE_SAME_IF_FREE = 0.75;

    private final Supplier<List<Concept>> glossary;
    private final OutputPolicy policy;
    private final OwnSentences own;
    private volatile Shelf shelf = new Shelf(List.of());

    /** @param glossary of the edition in force */
    public ClaimGuard(Supplier<List<Concept>> glossary, OutputPolicy policy, OwnSentences own) {
        this.glossary = glossary;
        this.policy = policy;
        this.own = own;
    }

    private Shelf shelf() {
        List<Concept> current = glossary.get();
        Shelf known = shelf;
        if (!known.concepts.isOf(current)) {
            known = new Shelf(current);
            shelf = known;
        }
        return known;
    }

    @Override
    public Judging over(Evidence evidence, Language language, String instructions) {
        return new Case(evidence, language, instructions, shelf());
    }

    /** A passage, taken apart once for all sentences of an answer. */
    private record Known(Wording wording, Set<Value> values, Set<String> concepts) {}

    /** The passages that answers are made of again and again, taken apart by the glossary in force. */
    private static final class Shelf {
        private static final int PASSAGES = 2_000;

        private final Concepts concepts;
        private final Cache<Key, Known> known =
                Caffeine.newBuilder().maximumSize(PASSAGES).build();

        private record Key(String text, String title, Language language, Set<String> links) {}

        Shelf(List<Concept> glossary) {
            this.concepts = new Concepts(glossary);
        }

        Known known(Cited cited) {
            Key key = new Key(cited.text(), cited.source().title(), cited.language(), cited.links());
            return known.get(key, this::read);
        }

        private Known read(Key key) {
            Wording wording = Wording.of(key.text() + "\n" + key.title(), key.language());
            Set<Value> values = new HashSet<>(wording.values.stated());
            for (String link : key.links()) {
                values.addAll(ValueReader.of(key.language()).read(link).stated());
            }
            return new Known(wording, values, concepts.in(wording));
        }
    }

    /** The sentences of one answer. */
    private final class Case implements Judging {
        private final Language language;
        private final Concepts concepts;
        private final Map<Integer, Known> passages = new HashMap<>();
        private final Set<Value> allowed = new HashSet<>();
        private final OutputPolicy.Case form;

        Case(Evidence evidence, Language language, String instructions, Shelf shelf) {
            this.language = language;
            this.concepts = shelf.concepts;
            this.form = policy.over(language, instructions);
            for (Cited cited : evidence.passages()) {
                passages.put(cited.number(), shelf.known(cited));
            }
            for (String value : evidence.allowed()) {
                allowed.addAll(ValueReader.of(language).read(value).stated());
            }
        }

        @Override
        public Verdict judge(Draft draft) {
            Optional<Held> unfit = form.judge(draft.text());
            if (unfit.isPresent()) {
                return unfit.get();
            }
            if (draft.cited().isEmpty() && own.has(draft.text(), language)) {
                return new Verdict.Kept();
            }
            List<Known> cited = new ArrayList<>();
            for (int number : draft.cited()) {
                Known known = passages.get(number);
                if (known == null) {
                    return new Held(Reason.UNCITED, "passage " + number);
                }
                cited.add(known);
            }
            if (cited.isEmpty()) {
                return new Held(Reason.UNCITED, "");
            }
            Wording said = Wording.of(draft.text(), language);
            return value(said, cited)
                    .or(() -> support(said, cited))
                    .or(() -> polarity(said, cited))
                    .map(Verdict.class::cast)
                    .orElseGet(Verdict.Kept::new);
        }

        private Optional<Held> value(Wording said, List<Known> cited) {
            Set<Value> stated = new HashSet<>(allowed);
            cited.forEach(known -> stated.addAll(known.values()));
            for (Value claim : said.values.claims()) {
                if (!claim.isAmong(stated)) {
                    return Optional.of(new Held(Reason.VALUE, String.valueOf(claim)));
                }
            }
            return Optional.empty();
        }

        // Words

        private Optional<Held> support(Wording said, List<Known> cited) {
            boolean abroad =
                    cited.stream().noneMatch(known -> known.wording().language.equals(language));
            Set<String> meant = new HashSet<>();
            cited.forEach(known -> meant.addAll(known.concepts()));
            List<String> unsupported = new ArrayList<>();
            int supported = 0;
            int unknown = 0;
            for (String word : said.content) {
                Set<String> means = concepts.of(word, language);
                if (isWritten(word, cited) || means.stream().anyMatch(meant::contains)) {
                    supported++;
                } else if (abroad && means.isEmpty()) {
                    unknown++;
                } else {
                    unsupported.add(word);
                }
            }
            if (abroad && Wording.isBigrams(language)) {
                return phrases(said, meant);
            }
            int all = said.content.size();
            boolean silent = all == 0 && said.values.claims().isEmpty();
            boolean known = !abroad || supported >= LEAST_KNOWN_ABROAD * (supported + unknown);
            if (silent || unsupported.size() > MOST_UNSUPPORTED * all || !known) {
                return Optional.of(new Held(Reason.UNSUPPORTED, unsupported.isEmpty() ? "" : unsupported.getFirst()));
            }
            return Optional.empty();
        }

        /** Without spaces words cannot be counted: what the glossary finds must be in the passage, and something must. */
        private Optional<Held> phrases(Wording said, Set<String> meant) {
            Set<String> named = concepts.in(said);
            long foreign =
                    named.stream().filter(concept -> !meant.contains(concept)).count();
            boolean fits = named.size() - foreign >= 2 && foreign * 3 <= named.size();
            return fits ? Optional.empty() : Optional.of(new Held(Reason.UNSUPPORTED, ""));
        }

        private boolean isWritten(String word, List<Known> cited) {
            for (Known known : cited) {
                boolean same = known.wording().language.equals(language);
                if (same
                        ? Likeness.isAmong(word, known.wording().content, language)
                        : known.wording().plain.contains(word) && word.length() > 3) {
                    return true;
                }
            }
            return false;
        }

        // Rules turned round

        private Optional<Held> polarity(Wording said, List<Known> cited) {
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
        private Optional<Held> deniesRightly(Clause clause, Sentence sentence, List<Known> cited) {
            if (!clause.has(Signal.NOT)) {
                return Optional.empty();
            }
            for (Known known : cited) {
                for (Sentence stated : known.wording().sentences) {
                    boolean near = shared(sentence.content(), stated.content(), known) * 10
                            >= 4 * Math.max(1, Math.min(sentence.content().size(), 6));
                    for (Clause denied : stated.clauses()) {
                        if (denied.has(Signal.NOT)
                                && near
                                && (clause.content().isEmpty()
                                        || shared(clause.content(), denied.content(), known) > 0)) {
                            return Optional.empty();
                        }
                    }
                }
            }
            return Optional.of(new Held(
                    Reason.TURNED_ROUND, String.valueOf(clause.signals().get(Signal.NOT))));
        }

        /** What a passage denies it must not affirm. */
        private Optional<Held> leavesNoDenialOut(Clause clause, Sentence sentence, List<Known> cited) {
            if (clause.has(Signal.NOT) || clause.content().isEmpty()) {
                return Optional.empty();
            }
            for (Known known : cited) {
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

        private boolean isMeant(Clause denied, Clause clause, Known known) {
            int said = shared(denied.content(), clause.content(), known);
            return !denied.content().isEmpty()
                    && said >= MEANT * denied.content().size();
        }

        /** A sentence says more of it without a no than with one. */
        private boolean isAffirmed(Sentence said, Known known) {
            int denied = 0;
            int affirmed = 0;
            for (Sentence stated : known.wording().sentences) {
                Set<String> without = new HashSet<>();
                stated.clauses().stream()
                        .filter(part -> !part.has(Signal.NOT))
                        .forEach(part -> without.addAll(part.content()));
                affirmed = Math.max(affirmed, shared(said.content(), without, known));
                for (Clause part : stated.clauses()) {
                    if (part.has(Signal.NOT)
                            && said.clauses().stream().anyMatch(clause -> isMeant(part, clause, known))) {
                        denied = Math.max(denied, shared(said.content(), stated.content(), known));
                    }
                }
            }
            return affirmed > denied;
        }

        /** Free, always, at once, all: only where a passage says so of the same thing. */
        private Optional<Held> promisesNoMore(Clause clause, Wording said, List<Known> cited) {
            for (Signal signal : List.of(Signal.FREE, Signal.NOW, Signal.SURE, Signal.ALL, Signal.PAY)) {
                for (String entry : clause.signals().getOrDefault(signal, Set.of())) {
                    if (!isPromised(signal, entry, clause, said, cited)) {
                        return Optional.of(new Held(Reason.TURNED_ROUND, entry));
                    }
                }
            }
            return Optional.empty();
        }

        private boolean isPromised(Signal signal, String entry, Clause clause, Wording said, List<Known> cited) {
            boolean byWord = signal == Signal.NOW || signal == Signal.SURE || signal == Signal.ALL;
            double much = signal == Signal.FREE ? OF_THE_SAME_IF_FREE : OF_THE_SAME;
            for (Known known : cited) {
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
                            if (shared(clause.content(), around, known)
                                    >= much * clause.content().size()) {
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

        private boolean isOfTheSame(Clause clause, Clause part, Wording said, Known known) {
            if (shared(clause.content(), part.content(), known) > 0) {
                return true;
            }
            return said.values.claims().stream().anyMatch(claim -> claim.isAmong(part.values()));
        }

        /** How many of the words stand among the others, in form or meaning. */
        private int shared(Set<String> words, Set<String> others, Known known) {
            int shared = 0;
            for (String word : words) {
                if (isShared(word, others, known)) {
                    shared++;
                }
            }
            return shared;
        }

        private boolean isShared(String word, Set<String> others, Known known) {
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
}
