package io.babeldesk.evaluation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Misspells a question as hurried people do: in its longest word two letters are exchanged, or one is left out, doubled or
 * hit beside. Which, and where, follows from the question, so that each run sees the same. Stateless.
 */
public final class Misspelling {

    private static final Pattern WORD = Pattern.compile("\\p{L}\\p{M}?(?:\\p{L}\\p{M}*)+");
    private static final int SHORTEST = 5;
    private static final int SLIPS = 4;
    /** The first letter is seldom wrong. */
    private static final int SURE_LETTERS = 1;

    private Misspelling() {}

    /** The same text if it has no word of five letters. */
    public static String of(String question) {
        Matcher words = WORD.matcher(question);
        int start = 0;
        int end = 0;
        while (words.find()) {
            if (words.end() - words.start() > end - start) {
                start = words.start();
                end = words.end();
            }
        }
        if (end - start < SHORTEST) {
            return question;
        }
        String word = question.substring(start, end);
        int choice = Math.floorMod(question.hashCode(), SLIPS * word.length());
        int place = SURE_LETTERS + choice / SLIPS % (word.length() - SURE_LETTERS - 1);
        return question.substring(0, start) + slip(word, choice % SLIPS, place) + question.substring(end);
    }

    private static String slip(String word, int kind, int place) {
        String before = word.substring(0, place);
        String after = word.substring(place + 1);
        char letter = word.charAt(place);
        return switch (kind) {
            case 0 -> before + after.charAt(0) + letter + after.substring(1);
            case 1 -> before + after;
            case 2 -> before + letter + letter + after;
            default -> before + word.charAt(word.length() - 1) + after;
        };
    }
}
