package io.babeldesk.answer;

/**
 * From which confidence the assistant answers, asks back, or leaves a question to a person. Both error rates that follow
 * from them are measured: {@code ./babeldesk kb test}.
 */
public final class Cutoffs {

    public static final double ANSWER = 0.4;
    /** Of a question that is taken for the shop's matter: where so much of it is covered, it fits several articles alike. */
    static final double ASK_BACK_COVERED = 0.5;

    /** A question of so few words is asked back unless one article is as likely to be the one meant as {@link #CLEAR}. */
    static final int FEW_WORDS = 2;

    static final double CLEAR = 0.55;

    /** From here on a question is taken for one that does not say what is wanted. */
    static final double VAGUE = 0.2;

    /** From here on a question that names things of the shop is taken for the shop's matter, though no answer is sure enough. */
    static final double MATTER = 0.4;

    /** Below this the question is another matter, however many of its words the shop uses. */
    static final double OTHER_MATTER = 0.1;

    private Cutoffs() {}

    /** The share of a question's meaning that stands for all of it; sums of floats are seldom 1. */
    static final double ALL_KNOWN = 0.99;

    /** Beside a thing of the shop's: a problem, a question, a mistake. */
    static final int FEW_OTHER_WORDS = 1;
}
