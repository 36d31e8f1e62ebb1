package io.babeldesk.sentiment;

import io.babeldesk.language.PlainForm;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as a row of words in their plain form, with addresses and names of accounts taken out and letters that are
 * repeated for effect cut to two. What a clause ends with is a word of its own, {@link #BREAK}.
 */
final class PlainWords {

    static final String BREAK = "|";

    private static final Pattern ADDRESSES = Pattern.compile("https?\\S*|www\\.\\S+|[@＠]\\w+|\\bRT\\b");
    private static final String CLAUSE_ENDS = ".,;:!?。、，；：！？…؟،।()[]\n";

    private PlainWords() {}

    /** @param language a base code; empty if it is not known */
    static List<String> of(String text, String language) {
        String bare = ADDRESSES.matcher(text).replaceAll(" ");
        // In Vietnamese "tôi" is "I" and "tồi" is "awful": without its marks it can't be read.
        String plain = language.equals("vi")
                ? Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                : PlainForm.of(bare);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean unspaced = false;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (belongsToWord(c)) {
                boolean now = isUnspaced(c);
                if (now != unspaced && Character.isLetter(c)) {
                    end(word, words);
                    unspaced = now;
                }
                if (!repeats(word, c)) {
                    word.appendCodePoint(c);
                }
            } else {
                end(word, words);
                if (CLAUSE_ENDS.indexOf(c) >= 0
                        && !words.isEmpty()
                        && !words.getLast().equals(BREAK)) {
                    words.add(BREAK);
                }
            }
        }
        end(word, words);
        return words;
    }

    /** Whether words of this script are written without spaces, or with endings that hide where they end. */
    static boolean isUnspaced(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> c == 'ー';
        };
    }

    private static boolean belongsToWord(int c) {
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean repeats(StringBuilder word, int c) {
        int n = word.length();
        return n >= 2 && word.charAt(n - 1) == c && word.charAt(n - 2) == c && !Character.isDigit(c);
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
