package io.babeldesk.sentiment;

/**
 * How a shopper feels in one message.
 *
 * @param intensity 0..1, how far from neutral
 * @param anger 0..1, how angry; from {@link #ANGRY} she counts as angry
 * @param confidence 0..1, how likely the label is right
 */
public record Sentiment(Label label, double intensity, double anger, double confidence) {

    /** The anger from which a message counts as angry. */
    public static final double ANGRY = 0.5;

    /** What somebody feels who has said nothing yet. */
    public static final Sentiment NEUTRAL = new Sentiment(Label.NEUTRAL, 0, 0, 1);

    /** From unhappy to happy. */
    public enum Label {
        NEGATIVE(0),
        NEUTRAL(1),
        POSITIVE(2);

        private final int rank;

        Label(int rank) {
            this.rank = rank;
        }

        /** 0 for the unhappiest. */
        public int rank() {
            return rank;
        }

        static Label ranked(int rank) {
            return rank == 0 ? NEGATIVE : rank == 1 ? NEUTRAL : POSITIVE;
        }
    }

    public boolean angry() {
        return anger >= ANGRY;
    }

    /** −1 (as unhappy as can be) to 1. */
    public double valence() {
        return switch (label) {
            case NEGATIVE -> -intensity;
            case NEUTRAL -> 0;
            case POSITIVE -> intensity;
        };
    }
}
