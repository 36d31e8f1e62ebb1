package io.babeldesk.answer;

import io.babeldesk.language.Language;

/** Judges each sentence of a model before anyone sees it. The default is to hold. Safe for use by many threads. */
public interface SentenceGuard {

    /**
     * Prepares for the sentences of one answer.
     *
     * @param instructions the prompt's own words, which must not come out
     */
    Judging over(Evidence evidence, Language language, String instructions);

    /** Judges the sentences of one answer. */
    @FunctionalInterface
    interface Judging {
        Verdict judge(Draft sentence);
    }
}
