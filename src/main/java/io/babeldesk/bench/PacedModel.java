package io.babeldesk.bench;

import io.babeldesk.answer.LanguageModel;
import io.babeldesk.answer.ModelStream;
import io.babeldesk.answer.Payer;
import io.babeldesk.answer.Prompt;
import java.time.Duration;
import java.util.List;

/** A model that writes as real ones do: a first word after a while, then one after the other. */
final class PacedModel implements LanguageModel {

    private final List<String> tokens;
    private volatile Pace pace = new Pace(Duration.ZERO, Duration.ZERO);
    /** An answer is read by the thread that asks. */
    private final ThreadLocal<Long> own = ThreadLocal.withInitial(() -> 0L);

    /**
     * How fast it writes.
     *
     * @param first how long until its first word
     * @param next how long from a word to the next
     */
    record Pace(Duration first, Duration next) {}

    /** @param words what it writes, a sentence a line; until it is told otherwise, at once */
    PacedModel(String words) {
        this.tokens = List.of(words.split("(?<=\\s)", -1));
    }

    /** From the next answer on. */
    void writeAt(Pace pace) {
        this.pace = pace;
    }

    /** How long it takes to write it all. */
    Duration whole() {
        return pace.first().plus(pace.next().multipliedBy(tokens.size()));
    }

    /** How long it took itself to write the first sentence that the current thread has read last. */
    long ownNanos() {
        return own.get();
    }

    @Override
    public ModelStream begin(Prompt prompt, Payer payer) {
        long begun = System.nanoTime();
        Pace now = pace;
        return new ModelStream() {
            private int said;
            private boolean inFirstSentence = true;

            @Override
            public Piece next(Duration atMost) throws InterruptedException {
                if (said == tokens.size()) {
                    return new Ended(Usage.NONE);
                }
                long due =
                        begun + now.first().plus(now.next().multipliedBy(said)).toNanos();
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
