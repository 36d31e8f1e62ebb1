package io.babeldesk.answer;

import java.util.Optional;

/**
 * Something that words text: any server that speaks the OpenAI dialect, or a script in a test. It decides nothing; what
 * it says is judged before anyone sees it. Safe for use by many threads.
 */
public interface LanguageModel extends AutoCloseable {

    /**
     * Begins to word something. Returns at once and never throws: what goes wrong arrives as a
     * {@link ModelStream.Failed}.
     *
     * @param payer whose budget the tokens are taken from
     */
    ModelStream begin(Prompt prompt, Payer payer);

    /** The name of the model that does a task, for the provenance. */
    String nameFor(Prompt.Task task);

    /** In a word or two, for whoever runs the service: {@code ok}, {@code failing}, {@code over-budget}. */
    String state();

    /** Why it would begin nothing now; empty if it would. What one caller alone may not spend is left out. */
    default Optional<ModelStream.Failure> refusal() {
        return Optional.empty();
    }

    /** Ends what is under way. */
    @Override
    default void close() {}
}
