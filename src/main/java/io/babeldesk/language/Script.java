package io.babeldesk.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which languages a text can be in, by the script that it is written in. */
final class Script {

    private static final Map<UnicodeScript, Set<String>> LANGUAGES = Map.ofEntries(
            Map.entry(
                    UnicodeScript.LATIN,
                    Set.of(
                            "en", "es", "fr", "de", "it", "pt", "tr", "nl", "pl", "sv", "da", "no", "fi", "cs", "ro",
                            "hu", "vi", "id", "ms")),
            Map.entry(UnicodeScript.CYRILLIC, Set.of("ru", "uk", "bg")),
            Map.entry(UnicodeScript.ARABIC, Set.of("ar", "fa")),
            Map.entry(UnicodeScript.HAN, Set.of("zh", "ja")),
            Map.entry(UnicodeScript.HIRAGANA, Set.of("ja")),
            Map.entry(UnicodeScript.KATAKANA, Set.of("ja")),
            Map.entry(UnicodeScript.HANGUL, Set.of("ko")),
            Map.entry(UnicodeScript.GREEK, Set.of("el")),
            Map.entry(UnicodeScript.HEBREW, Set.of("he")),
            Map.entry(UnicodeScript.DEVANAGARI, Set.of("hi")),
            Map.entry(UnicodeScript.BENGALI, Set.of("bn")),
            Map.entry(UnicodeScript.THAI, Set.of("th")));

    /** Brand names put Latin letters into every text: any other script wins from this share of the letters. */
    private static final double FOREIGN_SHARE = 0.25;

    private Script() {}

    /** Whether a character belongs to a script that puts no space, or not always one, between words. */
    static boolean isUnspaced(int character) {
        return switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> character == 'ー';
        };
    }

    /** Whether it is known in which letters a language is written. */
    static boolean isKnown(Language language) {
        return LANGUAGES.values().stream().anyMatch(codes -> codes.contains(language.code()));
    }

    /** Empty if the text has no letters, or none of a script that is understood. */
    static Optional<Set<String>> languages(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        if (letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0)
                        >= FOREIGN_SHARE * all
                && all > 0) {
            return Optional.of(Set.of("ja"));
        }
        return letters.entrySet().stream()
                .filter(entry -> LANGUAGES.containsKey(entry.getKey()))
                .filter(entry -> entry.getKey() == UnicodeScript.LATIN
                        ? entry.getValue() > (1 - FOREIGN_SHARE) * all
                        : entry.getValue() >= FOREIGN_SHARE * all)
                .max(Map.Entry.comparingByValue())
                .or(() -> letters.entrySet().stream()
                        .filter(entry -> LANGUAGES.containsKey(entry.getKey()))
                        .max(Map.Entry.comparingByValue()))
                .map(entry -> LANGUAGES.getOrDefault(entry.getKey(), Set.of()));
    }
}
