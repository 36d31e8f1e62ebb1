package io.babeldesk.answer.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
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

    /** The same words are compared with each other in answer after answer. */
    private static final LoadingCache<String, GermanRoots> ROOTS =
            Caffeine.newBuilder().maximumSize(5_000).build(GermanRoots::of);

    /** They write no vowels: what is left of a word stands within its other forms. */
    private static final Set<String> WITHOUT_VOWELS = Set.of("ar", "he", "fa");

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

    /**
     * German puts "zu" and "ge" into its verbs, and parts of them elsewhere.
     *
     * @param bare zurückgeben for zurückzugeben
     * @param verb schickt for zugeschickt
     */
    private record GermanRoots(String word, String bare, String verb) {
        static GermanRoots of(String word) {
            return new GermanRoots(
                    word,
                    word.length() >= 7 ? GERMAN.matcher(word).replaceFirst("$1$2") : word,
                    SEPARABLE.matcher(word).replaceFirst("$1"));
        }

        boolean isAlike(GermanRoots other) {
            boolean bared = !bare.equals(word) || !other.bare.equals(other.word);
            boolean parted = !verb.equals(word) || !other.verb.equals(other.word);
            return (bared
                            && word.length() >= 7
                            && other.word.length() >= 7
                            && alike(bare, other.bare, Language.ENGLISH))
                    || (parted && closelyAlike(verb, other.verb));
        }
    }

    /** They begin alike for most of their length, or one is a part of the other. */
    static boolean alike(String one, String two, Language language) {
        if (one.equals(two)) {
            return true;
        }
        if (language.code().equals("de") && ROOTS.get(one).isAlike(ROOTS.get(two))) {
            return true;
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
        int whole = WITHOUT_VOWELS.contains(language.code()) ? 3 : 5;
        return shorter >= whole && (one.contains(two) || two.contains(one));
    }
}
