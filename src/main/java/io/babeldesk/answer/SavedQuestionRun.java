package io.babeldesk.answer;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.Placeholder.GrammaticalCase;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.SavedQuestion;
import io.babeldesk.language.LanguageChooser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts saved questions to the very answerer that serves shoppers, and judges what comes out. */
public final class SavedQuestionRun {

    private final Answerer answerer;
    private final LanguageChooser languages;
    private final FactWording wording;

    public SavedQuestionRun(Answerer answerer, LanguageChooser languages, FactWording wording) {
        this.answerer = answerer;
        this.languages = languages;
        this.wording = wording;
    }

    /**
     * What came out of a question.
     *
     * @param found the article that the reply cites
     * @param first the article that was found first, be the reply an answer or not
     * @param right whether it is one of those accepted, or asked back or declined as expected
     * @param faults what breaks the question, in words; empty if nothing does
     */
    public record Outcome(
            SavedQuestion question,
            Optional<ArticleId> found,
            Optional<ArticleId> first,
            boolean right,
            double confidence,
            List<String> faults) {
        public boolean passed() {
            return faults.isEmpty();
        }
    }

    /** @param policies of the edition that the answerer reads */
    public Outcome run(SavedQuestion question, Policies policies) {
        Reply reply = answerer.answer(new Question(
                question.question(),
                languages.choose(question.question(), Optional.of(question.language()), List.of()),
                question.market(),
                List.of()));
        Optional<ArticleId> found = reply instanceof Reply.Answered answered
                ? ArticleId.parse(answered.sources().getFirst().article())
                : Optional.empty();
        List<String> faults = new ArrayList<>();
        boolean right = switch (question.wanted()) {
            case ANSWER -> found.filter(question.accepted()::contains).isPresent();
            case ASK_BACK -> reply instanceof Reply.AskedBack;
            case DECLINE -> reply instanceof Reply.Declined;
        };
        if (!right) {
            faults.add("expected " + said(question) + ", got "
                    + found.map(ArticleId::toString).orElse(reply.getClass().getSimpleName()));
        } else if (question.wanted() == SavedQuestion.Wanted.ANSWER) {
            facts(question, reply, policies, faults);
        }
        String text = PlainText.of(reply.saying().blocks());
        for (String forbidden : question.mustNotSay()) {
            if (text.contains(forbidden)) {
                faults.add("says '" + forbidden + "', which it must not");
            }
        }
        Optional<ArticleId> first =
                reply.saying().provenance().hits().stream().findFirst().flatMap(hit -> ArticleId.parse(hit.article()));
        return new Outcome(question, found, first, right, reply.saying().confidence(), List.copyOf(faults));
    }

    private static String said(SavedQuestion question) {
        return switch (question.wanted()) {
            case ANSWER -> question.accepted().stream().map(ArticleId::toString).collect(Collectors.joining(" or "));
            case ASK_BACK -> "to ask back";
            case DECLINE -> "to decline";
        };
    }

    private void facts(SavedQuestion question, Reply reply, Policies policies, List<String> faults) {
        String text = PlainText.of(reply.saying().blocks());
        for (String key : question.mustContain()) {
            boolean stated = policies.fact(key)
                    .flatMap(fact -> question.market().flatMap(fact::in))
                    .map(value -> {
                        for (GrammaticalCase form : GrammaticalCase.values()) {
                            if (text.contains(wording.say(value, reply.saying().language(), question.market(), form))) {
                                return true;
                            }
                        }
                        return false;
                    })
                    .orElse(false);
            if (!stated) {
                faults.add("does not state " + key);
            }
        }
    }
}
