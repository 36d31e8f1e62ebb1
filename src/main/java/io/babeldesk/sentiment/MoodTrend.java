package io.babeldesk.sentiment;

import java.util.List;

/**
 * How a shopper's mood moves over her turns. Later turns count more, and messages that leave it open (a neutral
 * question) move it less than those that say how she feels.
 *
 * @param level −1 (unhappy) to 1 (happy): her mood now
 * @param change what the latest turns changed of what was before them; below 0 it falls
 * @param angryTurns how many turns in a row, up to the latest, are angry
 */
public record MoodTrend(double level, double change, int angryTurns) {

    /** Of somebody who has said nothing yet. */
    public static final MoodTrend NONE = new MoodTrend(0, 0, 0);

    /** What a turn's weight shrinks to with each turn that follows. */
    private static final double MEMORY = 0.6;

    /** What a neutral turn weighs, beside 1 for one that is surely not. */
    private static final double NEUTRAL_WEIGHT = 0.4;

    /** How many turns the latest ones are. */
    private static final int LATEST = 2;

    private static final double FALL = -0.35;
    private static final double LOW = -0.3;

    /** @param turns the shopper's, oldest first */
    public static MoodTrend over(List<Sentiment> turns) {
        if (turns.isEmpty()) {
            return NONE;
        }
        int before = Math.max(0, turns.size() - LATEST);
        double level = level(turns);
        double earlier = level(turns.subList(0, before));
        return new MoodTrend(level, level - earlier, angryAtTheEnd(turns));
    }

    /** Whether she gets unhappier and is not happy any more. */
    public boolean falling() {
        return level <= LOW && change <= FALL;
    }

    private static double level(List<Sentiment> turns) {
        double sum = 0;
        double weights = 0;
        for (Sentiment turn : turns) {
            double weight = turn.label() == Sentiment.Label.NEUTRAL ? NEUTRAL_WEIGHT : turn.confidence();
            sum = sum * MEMORY + weight * turn.valence();
            weights = weights * MEMORY + weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static int angryAtTheEnd(List<Sentiment> turns) {
        int angry = 0;
        while (angry < turns.size() && turns.get(turns.size() - 1 - angry).angry()) {
            angry++;
        }
        return angry;
    }
}
