package io.babeldesk.sentiment;

import java.util.Locale;

/** What the words of a list have in common: the name of the list, and how it sounds by itself. */
public enum Feeling {
    THANKS(1, 0),
    GREAT(1, 0),
    GOOD(1, 0),
    LOVE(1, 0),
    HAPPY(1, 0),
    PLEASED(1, 0),
    HELPED(1, 0),
    NICE(1, 0),
    HOPE(1, 0),
    LAUGH(1, 0),
    BAD(-1, 0.3),
    AWFUL(-1, 0.6),
    DISAPPOINT(-1, 0.2),
    SAD(-1, 0),
    FEAR(-1, 0),
    HATE(-1, 0.8),
    ANGRY(-1, 1),
    DISGUST(-1, 0.8),
    SHAME(-1, 0.8),
    SCAM(-1, 1),
    LIAR(-1, 1),
    STUPID(-1, 0.9),
    USELESS(-1, 0.8),
    CURSE(-1, 1),
    BROKEN(-1, 0.1),
    WRONG(-1, 0.1),
    LATE(-1, 0.2),
    IGNORED(-1, 0.6),
    AGAIN(-1, 0.6),
    NEVER(-1, 0.6),
    REFUND(-1, 0.7),
    OUTRAGE(-1, 0.9),
    THREAT(-1, 0.8),
    ANNOY(-1, 0.7),
    HURT(-1, 0.1),
    DEATH(-1, 0.2),
    NOT(0, 0),
    BUT(0, 0),
    VERY(0, 0),
    ASK(0, 0),
    PLEASE(0, 0),
    MATTER(0, 0);

    private final int polarity;
    private final double anger;

    Feeling(int polarity, double anger) {
        this.polarity = polarity;
        this.anger = anger;
    }

    /** −1, 0 or 1. */
    public int polarity() {
        return polarity;
    }

    /** 0..1, how angry somebody is who says nothing but this. */
    public double anger() {
        return anger;
    }

    static Feeling named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
