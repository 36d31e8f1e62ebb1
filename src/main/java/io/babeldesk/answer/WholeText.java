package io.babeldesk.answer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Reads all that a model writes, where nothing of it can be used before the end. Safe for use by many threads.
 *
 * @param patience how long it may take in all
 * @param longest how many characters it may be
 */
record WholeText(LanguageModel model, Duration patience, int longest, LongSupplier nanos) {

    private static final Duration LOOK = Duration.ofMillis(100);

    /**
     * Empty if the model fails, takes or writes too much, or asks for a tool.
     *
     * @param over true as soon as nobody waits for it
     */
    Optional<String> of(Prompt prompt, Payer payer, BooleanSupplier over) throws InterruptedException {
        long begun = nanos.getAsLong();
        StringBuilder written = new StringBuilder();
        try (ModelStream stream = model.begin(prompt, payer)) {
            while (nanos.getAsLong() - begun < patience.toNanos()
                    && written.length() <= longest
                    && !over.getAsBoolean()) {
                switch (stream.next(LOOK)) {
                    case ModelStream.Text text -> written.append(text.text());
                    case ModelStream.Ended _ -> {
                        return Optional.of(written.toString().strip())
                                .filter(text -> !text.isEmpty() && text.length() <= longest);
                    }
                    case ModelStream.Failed _, ModelStream.ToolCall _ -> {
                        return Optional.empty();
                    }
                    case ModelStream.Silence _ -> {}
                }
            }
        }
        return Optional.empty();
    }
}
