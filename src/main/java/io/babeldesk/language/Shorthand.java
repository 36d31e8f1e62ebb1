package io.babeldesk.language;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spells out what people shorten when they type in a hurry: "xq tarda", "qd arrive ma cmd". Stateless. */
public final class Shorthand {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}'’/]+");

    private static final Map<String, Map<String, String>> LONG = read();

    private Shorthand() {}

    /** The text with each such word at full length; what is no shorthand of the language stays as it is. */
    public static String spelledOut(String text, Language language) {
        Map<String, String> words = LONG.getOrDefault(language.code(), Map.of());
        if (words.isEmpty()) {
            return text;
        }
        Matcher word = WORD.matcher(text);
        StringBuilder full = new StringBuilder();
        while (word.find()) {
            String meant = words.get(UCharacter.foldCase(word.group(), true));
            if (meant != null) {
                word.appendReplacement(full, Matcher.quoteReplacement(meant));
            }
        }
        return word.appendTail(full).toString();
    }

    private static Map<String, Map<String, String>> read() {
        Properties read = WordLists.read(Shorthand.class, "shorthand.properties");
        return read.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        code -> code,
                        code -> Arrays.stream(read.getProperty(code).split("\\s+", -1))
                                .map(entry -> entry.split(":", -1))
                                .collect(Collectors.toUnmodifiableMap(
                                        entry -> UCharacter.foldCase(entry[0], true),
                                        entry -> entry[1].replace('_', ' ')))));
    }
}
