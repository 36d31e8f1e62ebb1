package io.babeldesk.knowledge;

/** Whether a model may put an article into its own words. */
public enum AnswerMode {
    WORDED,
    VERBATIM
}
