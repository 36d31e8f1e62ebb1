package io.babeldesk.web;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Question;
import io.babeldesk.answer.Reply;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Suggestion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Answers "re: " and the question; waits before it does, if told to. Some words bring the other kinds of reply. */
final class EchoAnswerer implements Answerer {

    private volatile CountDownLatch mayGoOn = new CountDownLatch(0);

    /** Answers from now on wait until {@link #goesOn}. */
    void ponders() {
        mayGoOn = new CountDownLatch(1);
    }

    void goesOn() {
        mayGoOn.countDown();
    }

    @Override
    public Reply answer(Question question) {
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while pondering", e);
        }
        Provenance provenance = new Provenance(
                question.text(),
                question.language(),
                List.of(),
                Map.of(),
                "edition-1",
                0.9,
                Map.of("search", Duration.ofNanos(1_234_567)));
        Reply.Saying saying = new Reply.Saying(
                question.language(), question.market(), 0.9, PlainText.paragraph("re: " + question.text()), provenance);
        return switch (question.text()) {
            case "which" -> new Reply.AskedBack(saying, List.of(new Suggestion("Germany", "In Germany")));
            case "poem" -> new Reply.Declined(saying);
            case "lawyer" -> new Reply.NeedsPerson(saying);
            default -> {
                Source source = new Source(
                        DemoShop.ARTICLE, question.language(), "Returns", "How long can I return things?", 0.87);
                Suggestion suggestion = new Suggestion("Costs", "What does a return cost?");
                yield new Reply.Answered(saying, List.of(source), List.of(suggestion), ReplyMode.PASSAGE);
            }
        };
    }
}
