package io.babeldesk.answer.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What carries meaning in a text of a script without spaces, or whose words are made of parts: runs of letters, and each two
 * letters of them that stand together. Immutable.
 *
 * @param pairs a run of one letter, of Latin letters or of Katakana stands whole
 */
record LetterPairs(Set<String> runs, Set<String> pairs) {

    /** Korean writes its particles onto the word. */
    private static final Pattern PARTICLE =
            Pattern.compile("(?<=\\p{IsHangul}{2})(?:에는|에서는|에서|에게|으로|은|는|이|가|을|를|의|에|로|와|과|도|부터|까지|으면|면|으며|며|고|지만)"
                    + "(?!\\p{IsHangul})");

    private static final Pattern RUN = Pattern.compile("[\\p{IsHan}]+|[\\p{IsKatakana}ー]+|[\\p{IsHangul}]+|[a-z]{2,}");

    /** @param silent words that say nothing, or are judged elsewhere */
    static LetterPairs of(String text, Set<String> silent) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> pairs = new LinkedHashSet<>();
        Matcher runs = RUN.matcher(without(silent, text));
        while (runs.find()) {
            String run = runs.group();
            found.add(run);
            if (run.length() == 1
                    || run.charAt(0) < 0x80
                    || Character.UnicodeScript.of(run.charAt(0)) == Character.UnicodeScript.KATAKANA) {
                pairs.add(run);
            } else {
                for (int i = 0; i + 2 <= run.length(); i++) {
                    pairs.add(run.substring(i, i + 2));
                }
            }
        }
        return new LetterPairs(found, pairs);
    }

    private static String without(Set<String> silent, String text) {
        // What is left of a word whose value was taken out is an ending: GAUL10으로.
        String left = text.replaceAll("\u0001\\p{IsHangul}{1,3}(?!\\p{IsHangul})", " ");
        left = PARTICLE.matcher(left).replaceAll(" ");
        List<String> longestFirst = new ArrayList<>(silent);
        longestFirst.sort((a, b) -> Integer.compare(b.length(), a.length()));
        for (String word : longestFirst) {
            if (left.contains(word)) {
                left = isSyllable(word)
                        ? left.replaceAll("(?<!\\p{IsHangul})" + word + "(?!\\p{IsHangul})", " ")
                                .replaceAll("(?<=\\p{IsHangul}{2})" + word + "(?!\\p{IsHangul})", " ")
                        : left.replace(word, " ");
            }
        }
        return left;
    }

    /** A Korean syllable says little only where it is a word, or ends one. */
    private static boolean isSyllable(String word) {
        return word.length() == 1 && Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.HANGUL;
    }
}
