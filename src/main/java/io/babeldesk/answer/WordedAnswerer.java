package io.babeldesk.answer;

import io.babeldesk.answer.Evidence.Cited;
import io.babeldesk.answer.ModelStream.Failure;
import io.babeldesk.answer.ModelStream.Usage;
import io.babeldesk.answer.Reply.Saying;
import io.babeldesk.answer.SentenceGuard.Judging;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Generation;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a model word what was found. Whether something is answered, asked back or declined is decided before it is asked;
 * each of its sentences is judged before anyone sees it; and the passage's own words stand ready from the beginning, so
 * that they follow at once where it fails. Safe for use by many threads.
 */
public final class WordedAnswerer implements Answerer {

    private static final Logger LOG = LoggerFactory.getLogger(WordedAnswerer.class);

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int ROUNDS = 2;
    private static final int MOST_SENTENCES = 10;
    private static final int MOST_TOOLS = 3;

    private final Answerer passages;
    private final LanguageModel model;
    private final SentenceGuard guard;
    private final KnowledgeBase base;
    private final OwnWords words;
    private final ModelWatch watch;
    private final LongSupplier nanos;
    private final Prompts prompts = new Prompts();
    private final Rewriter rewriter;
    private final Gathering gathering;
    private final ToolBox tools;

    /**
     * @param passages answers in the shop's own words
     * @param nanos a running clock, for the timings in the provenance
     */
    public WordedAnswerer(
            Answerer passages,
            LanguageModel model,
            SentenceGuard guard,
            KnowledgeBase base,
            PassageRenderer renderer,
            FactWording wording,
            OwnWords words,
            ModelWatch watch,
            LongSupplier nanos) {
        this.passages = passages;
        this.model = model;
        this.guard = guard;
        this.base = base;
        this.words = words;
        this.watch = watch;
        this.nanos = nanos;
        this.rewriter = new Rewriter(model, prompts, nanos);
        this.gathering = new Gathering(renderer);
        this.tools = new ToolBox(passages, gathering, wording);
    }

    @Override
    public Reply answer(Question question) {
        return answer(question, Hearing.NOBODY);
    }

    @Override
    public Reply answer(Question question, Hearing hearing) {
        Edition edition = base.edition();
        Set<String> open = Gathering.contactOf(edition.shop());
        Masking masking = new Masking(open);
        try {
            Question asked = rewriter.rewrite(question, masking, hearing);
            Reply plain = passages.answer(asked);
            if (!(plain instanceof Reply.Answered found)) {
                return plain;
            }
            Optional<Evidence> evidence = gathering.around(found, edition, open);
            return evidence.isEmpty()
                    ? plain
                    : new Wording(asked, found, evidence.get(), edition, masking, hearing).reply();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return passages.answer(question);
        }
    }

    /** One answer on its way into words. */
    private final class Wording {
        private final Question question;
        private final Reply.Answered found;
        private final Edition edition;
        private final Masking masking;
        private final Hearing hearing;
        private final Language language;
        private Evidence evidence;

        private final long begun = nanos.getAsLong();
        private final Map<String, Duration> timings;
        private final List<Generation.Sentence> sentences = new ArrayList<>();
        private final Spoken spoken;
        private final List<String> asked = new ArrayList<>();
        private int held;
        private String ended = "ended";
        private Usage usage = Usage.NONE;
        private boolean personAsked;
        private String version = "";

        Wording(
                Question question,
                Reply.Answered found,
                Evidence evidence,
                Edition edition,
                Masking masking,
                Hearing hearing) {
            this.question = question;
            this.found = found;
            this.evidence = evidence;
            this.edition = edition;
            this.masking = masking;
            this.hearing = hearing;
            this.language = found.saying().language();
            this.spoken = new Spoken(language, edition.shop(), words, masking, hearing);
            this.timings = new LinkedHashMap<>(found.saying().provenance().timings());
        }

        Reply reply() throws InterruptedException {
            try {
                for (int round = 0; round < ROUNDS && ask(round == ROUNDS - 1); round++) {}
            } catch (RuntimeException broken) {
                // Whatever a model makes us do, the passage is there.
                // Its message is left out: it may quote what the model, or a shopper, said.
                LOG.error(
                        "an answer could not be worded, so the passage stands in: {} at {}",
                        broken.getClass().getName(),
                        List.of(broken.getStackTrace()));
                ended = "broken";
            }
            timings.put("wording", Duration.ofNanos(nanos.getAsLong() - begun));
            return composed();
        }

        /** One round with the model; true if it asked for something and another round may use it. */
        private boolean ask(boolean last) throws InterruptedException {
            Prompt prompt = prompts.answer(
                    question.text(),
                    question.earlier(),
                    evidence,
                    language,
                    edition.shop(),
                    masking,
                    last ? List.of() : ToolBox.OFFERS);
            version = prompt.version();
            List<String> allowed = new ArrayList<>(evidence.allowed());
            allowed.addAll(masking.made());
            SentenceLines lines = new SentenceLines(language);
            List<ModelStream.ToolCall> calls = new ArrayList<>();
            try (ModelStream stream = model.begin(prompt, question.payer())) {
                // The passages are taken apart while the model thinks.
                Judging judging = guard.over(
                        new Evidence(evidence.passages(), allowed, evidence.market()), language, prompt.instructions());
                boolean done = false;
                while (!done) {
                    if (hearing.isOver()) {
                        ended = Failure.CANCELLED.name();
                        return false;
                    }
                    switch (stream.next(LOOK)) {
                        case ModelStream.Text text -> lines.add(text.text()).forEach(draft -> judge(draft, judging));
                        case ModelStream.ToolCall call -> calls.add(call);
                        case ModelStream.Silence silence -> {}
                        case ModelStream.Ended end -> {
                            lines.rest().forEach(draft -> judge(draft, judging));
                            usage = usage.plus(end.usage());
                            done = true;
                        }
                        case ModelStream.Failed failed -> {
                            // What stands in the line may end in the middle of a word: it is not judged.
                            ended = failed.why().name();
                            return false;
                        }
                    }
                    if (sentences.size() >= MOST_SENTENCES) {
                        done = true;
                    }
                }
            }
            return spoken.isEmpty() && !last && runs(calls);
        }

        private boolean runs(List<ModelStream.ToolCall> calls) {
            boolean more = false;
            for (ModelStream.ToolCall call : calls.subList(0, Math.min(MOST_TOOLS, calls.size()))) {
                switch (tools.call(call, question, evidence, edition)) {
                    case ToolBox.Result.Found brought -> {
                        List<Cited> all = new ArrayList<>(evidence.passages());
                        all.addAll(brought.passages());
                        evidence = new Evidence(List.copyOf(all), evidence.allowed(), evidence.market());
                        asked.add(call.tool() + ": found");
                        more = true;
                    }
                    case ToolBox.Result.PersonAsked person -> {
                        personAsked = true;
                        asked.add(call.tool());
                    }
                    case ToolBox.Result.Refused refused -> asked.add("refused: " + refused.why());
                }
            }
            return more && !personAsked;
        }

        private void judge(Draft draft, Judging judging) {
            if (sentences.size() >= MOST_SENTENCES) {
                return;
            }
            long started = nanos.getAsLong();
            Verdict verdict = judging.judge(draft);
            Duration took = Duration.ofNanos(nanos.getAsLong() - started);
            watch.judged(verdict.label(), took);
            timings.merge("guard", took, Duration::plus);
            String what = verdict instanceof Verdict.Held no ? no.what() : "";
            sentences.add(new Generation.Sentence(draft.text(), draft.cited(), verdict.label(), what));
            if (verdict instanceof Verdict.Kept) {
                if (spoken.isEmpty()) {
                    timings.put("first-sentence", Duration.ofNanos(nanos.getAsLong() - begun));
                }
                spoken.say(draft, evidence);
            } else {
                held++;
            }
        }

        private Reply composed() {
            Generation made = new Generation(
                    version,
                    model.nameFor(Prompt.Task.ANSWER),
                    question.text(),
                    List.copyOf(sentences),
                    List.copyOf(asked),
                    ended.toLowerCase(Locale.ROOT),
                    usage.tokensIn(),
                    usage.tokensOut(),
                    usage.cost());
            Saying plain = found.saying();
            if (spoken.isEmpty()) {
                if (personAsked) {
                    return new Reply.NeedsPerson(saying(words.needsPerson(language, edition.shop()), made));
                }
                return new Reply.Answered(
                        saying(plain.blocks(), made), found.sources(), found.suggestions(), ReplyMode.PASSAGE);
            }
            boolean cut = !ended.equals("ended") && !ended.equals(Failure.CANCELLED.name());
            boolean passageFollows = cut || held > spoken.size();
            List<Block> blocks = new ArrayList<>(spoken.blocks(evidence));
            Set<Source> sources = new LinkedHashSet<>();
            spoken.passages().forEach(cited -> sources.add(cited.source()));
            if (passageFollows) {
                blocks.addAll(plain.blocks());
                sources.addAll(found.sources());
            }
            if (sources.isEmpty()) {
                sources.addAll(found.sources());
            }
            return new Reply.Answered(
                    saying(List.copyOf(blocks), made), List.copyOf(sources), found.suggestions(), ReplyMode.MODEL);
        }

        private Saying saying(List<Block> blocks, Generation made) {
            Saying plain = found.saying();
            Map<String, String> rules = new LinkedHashMap<>(plain.provenance().facts());
            spoken.passages().forEach(cited -> rules.putAll(cited.rules()));
            return new Saying(
                    plain.language(),
                    plain.market(),
                    plain.confidence(),
                    blocks,
                    plain.provenance().with(made, Map.copyOf(rules), Map.copyOf(timings)));
        }
    }
}
