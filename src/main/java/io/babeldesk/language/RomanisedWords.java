package io.babeldesk.language;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises languages that are written in Latin letters for want of a keyboard, by their commonest words: "mera order
 * kahan hai". Immutable; safe for use by many threads.
 */
public final class RomanisedWords {

    private static final int FEWEST = 2;

    private static final Map<String, Map<String, String>> WORDS = read();

    private RomanisedWords() {}

    /** Those of a language, each with how it is written in its own letters, or with nothing. None if it is not written so. */
    public static Map<String, String> of(Language language) {
        return WORDS.getOrDefault(language.code(), Map.of());
    }

    private static Map<String, Map<String, String>> read() {
        Properties read = WordLists.read(RomanisedWords.class, "romanised-words.properties");
        return read.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        code -> code,
                        code -> Arrays.stream(read.getProperty(code).split("\\s+", -1))
                                .distinct()
                                .map(entry -> (entry + ":").split(":", -1))
                                .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]))));
    }

    /**
     * The language that has most of the text's words.
     *
     * @param beforehand languages that are known beforehand: of two that have as many words, such a one is it, and one
     *     word is enough
     * @param latin how many words the likeliest language that is written in Latin letters knows
     */
    static Optional<String> language(String text, Set<String> beforehand, long latin) {
        List<String> said = Arrays.stream(UCharacter.foldCase(text, true).split("[^\\p{L}\\p{M}0-9'’-]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        String best = "";
        double most = 0;
        for (Map.Entry<String, Map<String, String>> language : WORDS.entrySet()) {
            long hits = said.stream().filter(language.getValue()::containsKey).count();
            boolean expected = beforehand.contains(language.getKey());
            double counted = hits + (expected && hits > 0 ? 1 : 0);
            if (counted >= FEWEST && counted > latin && counted > most) {
                most = counted;
                best = language.getKey();
            }
        }
        return Optional.of(best).filter(code -> !code.isEmpty());
    }
}
