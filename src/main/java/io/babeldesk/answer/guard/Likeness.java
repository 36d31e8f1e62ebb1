package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two words of a language are forms of one. Stateless. */
final class Likeness {

    private static final Pattern GERMAN =
            Pattern.compile("^(zuruck|ab|an|auf|aus|ein|mit|nach|vor|weg|um|zu|ver)(?:zu|ge)(\\p{L}{3,})$");
    /** What may stand apart from its verb: zugeschickt, schicken … zu. */
    private static final Pattern SEPARABLE =
            Pattern.compile("^(?:(?:ab|an|auf|aus|ein|her|hin|mit|weg|zu|ver)(?:zu|ge)?|ge)(\\p{L}{5,})$");

    private Likeness() {}

    static boolean isAmong(String word, Collection<String> words, Language language) {
        if (words.contains(word)) {
            return true;
        }
        if (Wording.isBigrams(language) || language.code().equals("th")) {
            return false;
        }
        for (String other : words) {
            if (alike(word, other, language)) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #alike}, for lists so long that anything loosely alike would be found: they share all but the ending. */
    static boolean closelyAlike(String one, String two) {
        int shorter = Math.min(one.length(), two.length());
        int common = 0;
        while (common < shorter && one.charAt(common) == two.charAt(common)) {
            common++;
        }
        return common >= 4 && common * 100 >= Math.max(one.length(), two.length()) * 65 && common * 100 >= shorter * 75;
    }

    /** German puts "zu" and "ge" into its verbs: zurückzugeben, zurückgenommen. */
    private static String bare(String word) {
        return GERMAN.matcher(word).replaceFirst("$1$2");
    }

    /** They begin alike for most of their length, or one is a part of the other. */
    static boolean alike(String one, String two, Language language) {
        if (one.equals(two)) {
            return true;
        }
        if (language.code().equals("de") && one.length() >= 7 && two.length() >= 7) {
            String bare = bare(one);
            String other = bare(two);
            if ((!bare.equals(one) || !other.equals(two)) && alike(bare, other, Language.ENGLISH)) {
                return true;
            }
        }
        if (language.code().equals("de")) {
            String verb = SEPARABLE.matcher(one).replaceFirst("$1");
            String other = SEPARABLE.matcher(two).replaceFirst("$1");
            if ((!verb.equals(one) || !other.equals(two)) && closelyAlike(verb, other)) {
                return true;
            }
        }
        int shorter = Math.min(one.length(), two.length());
        int longer = Math.max(one.length(), two.length());
        int common = 0;
        while (common < shorter && one.charAt(common) == two.charAt(common)) {
            common++;
        }
        if (common >= 4 && common * 10 >= longer * 5 && common * 10 >= shorter * 6) {
            return true;
        }
        if (common >= 6 && common * 10 >= longer * 5) {
            return true;
        }
        if (common >= 3 && shorter <= 5 && longer - common <= 3 && shorter - common <= 1) {
            return true;
        }
        // Turkish puts ending upon ending: depodan, depomuzdan.
        if (language.code().equals("tr") && common >= 4 && common * 100 >= shorter * 55) {
            return true;
        }
        boolean semitic = Set.of("ar", "he", "fa").contains(language.code());
        if (semitic && shorter >= 3 && (one.contains(two) || two.contains(one))) {
            return true;
        }
        return shorter >= 5 && (one.contains(two) || two.contains(one));
    }
}
