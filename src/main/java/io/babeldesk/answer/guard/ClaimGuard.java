package io.babeldesk.answer.guard;

import io.babeldesk.answer.Draft;
import io.babeldesk.answer.Evidence;
import io.babeldesk.answer.Evidence.Cited;
import io.babeldesk.answer.SentenceGuard;
import io.babeldesk.answer.Verdict;
import io.babeldesk.answer.Verdict.Held;
import io.babeldesk.answer.Verdict.Reason;
import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Embedder;
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

    private final Supplier<List<Concept>> glossary;
    private final OutputPolicy policy;
    private final OwnSentences own;
    private final MeaningSupport meaning;
    private volatile PassageShelf shelf = new PassageShelf(List.of());

    /**
     * @param glossary of the edition in force
     * @param embedders tell for their languages what words cannot; may be none
     */
    public ClaimGuard(
            Supplier<List<Concept>> glossary, OutputPolicy policy, OwnSentences own, List<Embedder> embedders) {
        this.glossary = glossary;
        this.policy = policy;
        this.own = own;
        this.meaning = new MeaningSupport(embedders);
    }

    private PassageShelf shelf() {
        List<Concept> current = glossary.get();
        PassageShelf known = shelf;
        if (!known.concepts().isOf(current)) {
            known = new PassageShelf(current);
            shelf = known;
        }
        return known;
    }

    @Override
    public Judging over(Evidence evidence, Language language, String instructions) {
        return new Case(evidence, language, instructions, shelf());
    }

    /** The sentences of one answer. */
    private final class Case implements Judging {
        private final Evidence evidence;
        private final Language language;
        private final Map<Integer, KnownPassage> passages = new HashMap<>();
        private final Set<Value> allowed = new HashSet<>();
        private final OutputPolicy.Case form;
        private final WordSupport words;
        private final RulePolarity rules;

        Case(Evidence evidence, Language language, String instructions, PassageShelf shelf) {
            this.evidence = evidence;
            this.language = language;
            this.form = policy.over(language, instructions);
            this.words = new WordSupport(language, shelf.concepts(), meaning);
            this.rules = new RulePolarity(language, shelf.concepts());
            for (Cited cited : evidence.passages()) {
                KnownPassage known = shelf.known(cited);
                passages.put(cited.number(), known);
                meaning.prepare(known, language);
            }
            for (String value : evidence.allowed()) {
                allowed.addAll(ValueReader.of(language).read(value).stated());
            }
        }

        @Override
        public Verdict judge(Draft draft) {
            Optional<Held> unfit = form.judge(draft.text(), sentence -> Quotations.without(sentence, quotable(draft)));
            if (unfit.isPresent()) {
                return unfit.get();
            }
            if (draft.cited().isEmpty() && own.has(draft.text(), language)) {
                return new Verdict.Kept();
            }
            List<KnownPassage> cited = new ArrayList<>();
            for (int number : draft.cited()) {
                KnownPassage known = passages.get(number);
                if (known == null) {
                    return new Held(Reason.UNCITED, "passage " + number);
                }
                cited.add(known);
            }
            if (cited.isEmpty()) {
                return new Held(Reason.UNCITED, "");
            }
            Wording said = Wording.of(Signals.of(language).withoutReply(draft.text()), language);
            return value(said, cited)
                    .or(() -> words.judge(said, cited))
                    .or(() -> rules.judge(said, cited))
                    .map(Verdict.class::cast)
                    .orElseGet(Verdict.Kept::new);
        }

        private List<Cited> quotable(Draft draft) {
            return draft.cited().stream()
                    .flatMap(number -> evidence.passage(number).stream())
                    .toList();
        }

        private Optional<Held> value(Wording said, List<KnownPassage> cited) {
            Set<Value> stated = new HashSet<>(allowed);
            cited.forEach(known -> stated.addAll(known.values()));
            for (Value claim : said.values.claims()) {
                if (!claim.isAmong(stated)) {
                    return Optional.of(new Held(Reason.VALUE, String.valueOf(claim)));
                }
            }
            return Optional.empty();
        }
    }
}
