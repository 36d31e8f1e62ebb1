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
    private final Duration first;
    private final Duration next;
    /** An answer is read by the thread that asks. */
    private final ThreadLocal<Long> own = ThreadLocal.withInitial(() -> 0L);

    /**
     * @param words what it writes, a sentence a line
     * @param first how long until its first word
     * @param next how long from a word to the next
     */
    PacedModel(String words, Duration first, Duration next) {
        this.first = first;
        this.next = next;
        this.tokens = List.of(words.split("(?<=\\s)", -1));
    }

    /** How long it takes to write it all. */
    Duration whole() {
        return first.plus(next.multipliedBy(tokens.size()));
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
                long due = begun + first.plus(next.multipliedBy(said)).toNanos();
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
