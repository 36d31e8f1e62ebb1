package io.babeldesk.answer;

/**
 * From which confidence the assistant answers, asks back, or leaves a question to a person. Both error rates that follow
 * from them are measured: {@code ./babeldesk kb test}.
 */
final class Cutoffs {

    static final double ANSWER = 0.4;
    static final double ASK_BACK = 0.3;

    /** The share of a question's meaning that the base must speak of for it to be the shop's matter. */
    static final double SHOP_MATTER = 0.5;

    private Cutoffs() {}
}
