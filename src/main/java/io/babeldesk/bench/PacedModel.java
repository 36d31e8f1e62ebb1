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

    /** @param words what it writes, a sentence a line */
    PacedModel(String words) {
        this.tokens = List.of(words.split("(?<=\\s)", -1));
    }

    /** When its first sentence is written, counted from the beginning. */
    Duration firstSentence() {
        int count = 1;
        while (count < tokens.size() && !tokens.get(count - 1).endsWith("\n")) {
            count++;
        }
        return FIRST.plus(NEXT.multipliedBy(count - 1L));
    }

    @Override
    public ModelStream begin(Prompt prompt, Payer payer) {
        long begun = System.nanoTime();
        return new ModelStream() {
            private int said;

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
                return new Text(tokens.get(said++));
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
