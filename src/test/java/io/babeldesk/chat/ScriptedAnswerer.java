package io.babeldesk.chat;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Question;
import io.babeldesk.answer.Reply;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.ReplyMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers "re: " and the question, after what the test has planned for it. */
final class ScriptedAnswerer implements Answerer {

    final List<Question> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile CountDownLatch begun = new CountDownLatch(0);
    private volatile CountDownLatch mayGoOn = new CountDownLatch(0);

    /** The next answers fail. */
    void failsTimes(int times) {
        failures.set(times);
    }

    /** Answers from now on wait until {@link #goesOn}. */
    void ponders() {
        begun = new CountDownLatch(1);
        mayGoOn = new CountDownLatch(1);
    }

    void hasBegun() throws InterruptedException {
        begun.await();
    }

    void goesOn() {
        mayGoOn.countDown();
    }

    @Override
    public Reply answer(Question question) {
        asked.add(question);
        begun.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while pondering", e);
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("broken on purpose");
        }
        return new Reply.Answered(saying(question), List.of(), List.of(), ReplyMode.PASSAGE);
    }

    static Reply.Saying saying(Question question) {
        Provenance provenance =
                new Provenance(question.text(), question.language(), List.of(), Map.of(), "1", 0.9, Map.of());
        return new Reply.Saying(
                question.language(), question.market(), 0.9, PlainText.paragraph("re: " + question.text()), provenance);
    }
}
