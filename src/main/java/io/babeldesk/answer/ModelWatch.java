package io.babeldesk.answer;

import io.babeldesk.answer.ModelStream.Usage;
import java.time.Duration;

/** Is told what models did and what became of their words, to be counted. Must not throw. */
public interface ModelWatch {

    /** @param outcome {@code ended}, or the failure in lower case */
    void called(Prompt.Task task, String outcome, Duration took, Usage usage);

    /** @param verdict {@code kept}, or why it was held */
    void judged(String verdict, Duration took);

    /** Counts nothing. */
    ModelWatch NONE = new ModelWatch() {
        @Override
        public void called(Prompt.Task task, String outcome, Duration took, Usage usage) {}

        @Override
        public void judged(String verdict, Duration took) {}
    };
}
