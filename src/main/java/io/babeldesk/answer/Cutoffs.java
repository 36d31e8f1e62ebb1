package io.babeldesk.answer;

/**
 * From which confidence the assistant answers, asks back, or leaves a question to a person. Both error rates that follow
 * from them are measured: {@code ./babeldesk kb test}.
 */
public final class Cutoffs {

    public static final double ANSWER = 0.3;
    static final double ASK_BACK = 0.24;

    /** From here on a question that names things of the shop is taken for the shop's matter, though no answer is sure enough. */
    static final double MATTER = 0.4;

    private Cutoffs() {}
}
