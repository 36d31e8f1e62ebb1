package io.babeldesk.sentiment;

/** What in a text tells a mood, as numbers that a {@link MoodModel} has weights for. Not to be changed. */
public final class Signs {

    /** How many numbers there are for marks. */
    public static final int MARKS = 1 << 13;

    private final int[] marks;
    private final int[] grams;

    Signs(int[] marks, int[] grams) {
        this.marks = marks;
        this.grams = grams;
    }

    /** What means the same in every language: feelings, emoji, capitals. */
    public int[] marks() {
        return marks;
    }

    /** Words and pieces of words, as fingerprints. */
    public int[] grams() {
        return grams;
    }
}
