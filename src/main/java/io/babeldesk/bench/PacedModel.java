package io.babeldesk.bench;

import io.babeldesk.answer.LanguageModel;
import io.babeldesk.answer.ModelStream;
import io.babeldesk.answer.Payer;
import io.babeldesk.answer.Prompt;
import java.time.Duration;
import java.util.List;

/** A model that writes as fast as real ones do: a first word after a while, then some forty tokens a second. */
final class PacedModel implements LanguageModel {

    private static final Duration FIRST = Duration.ofMillis(120);
    private static final Duration NEXT = Duration.ofMillis(8);

    private final List<String> tokens;
    /** An answer is read by the thread that asks. */
    private final ThreadLocal<Long> own = ThreadLocal.withInitial(() -> 0L);

    /** @param words what it writes, a sentence a line */
    PacedModel(String words) {
        this.tokens = List.of(words.split("(?<=\\s)", -1));
    }

    /** How long it took itself to write the first sentence that the current thread has read last. */
    long ownNanos() {
        return own.get();
    }

    @Override
    public ModelStream begin(Prompt prompt, Payer payer) {
        long begun = System.nanoTime();
        return new ModelStream() {
            private int said;
            private boolean inFirstSentence = true;

            @Override
            public Piece next(Duration atMost) throws InterruptedException {
                if (said == tokens.size()) {
                    return new Ended(Usage.NONE);
                }
                long due = begun + FIRST.plus(NEXT.multipliedBy(said)).toNanos();
                long wait = due - System.nanoTime();
                if (wait > atMost.toNanos()) {
                    Thread.sleep(atMost);
                    return new Silence();
                }
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                String token = tokens.get(said++);
                if (inFirstSentence && token.endsWith("\n")) {
                    inFirstSentence = false;
                    own.set(System.nanoTime() - begun);
                }
                return new Text(token);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String nameFor(Prompt.Task task) {
        return "paced";
    }

    @Override
    public String state() {
        return "ok";
    }
}
