package io.babeldesk.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text that are among a language's commonest: of a short message they tell more than its letters.
 * Immutable; safe for use by many threads.
 */
final class CommonWords {

    /** How much likelier a word is in a language that has it among its commonest. */
    private static final double HIT = Math.log(8);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*");

    private final Map<String, Set<String>> languages = new HashMap<>();

    CommonWords() {
        Properties read = WordLists.read(CommonWords.class, "common-words.properties");
        for (String code : read.stringPropertyNames()) {
            for (String word : written(read.getProperty(code), code).split("\\s+", -1)) {
                languages.computeIfAbsent(word, w -> new HashSet<>()).add(code);
            }
        }
    }

    /** People leave out accents, but of Vietnamese nothing would remain without. */
    private static String written(String words, String code) {
        return code.equals("vi") ? words : PlainForm.of(words);
    }

    /** How many words such evidence stands for. */
    static long count(double evidence) {
        return Math.round(evidence / HIT);
    }

    /** Log-odds by language code for having written the text; languages of which nothing speaks are left out. */
    Map<String, Double> evidence(String text) {
        Map<String, Double> evidence = new HashMap<>();
        Matcher words =
                WORD.matcher(UCharacter.foldCase(Normalizer2.getNFCInstance().normalize(text), true));
        while (words.find()) {
            Set<String> codes = new HashSet<>(languages.getOrDefault(words.group(), Set.of()));
            codes.addAll(languages.getOrDefault(PlainForm.of(words.group()), Set.of()));
            codes.forEach(code -> evidence.merge(code, HIT, Double::sum));
        }
        return evidence;
    }
}
