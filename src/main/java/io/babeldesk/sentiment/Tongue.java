package io.babeldesk.sentiment;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the words of a language.
 *
 * @param negatesAfter whether "not" stands behind what it negates
 */
record Tongue(WordList words, Valences valences, boolean negatesAfter) {

    private static final Set<String> NEGATES_AFTER = Set.of("tr", "ko", "ja", "hi", "bn", "mr", "ne", "ur", "de", "nl");

    /** Languages that share their words with one that has a list. */
    private static final Map<String, String> NEAR = Map.ofEntries(
            Map.entry("arq", "ar"),
            Map.entry("ary", "ar"),
            Map.entry("arz", "ar"),
            Map.entry("apc", "ar"),
            Map.entry("arb", "ar"),
            Map.entry("pcm", "en"),
            Map.entry("cmn", "zh"),
            Map.entry("yue", "zh"),
            Map.entry("prs", "fa"),
            Map.entry("af", "nl"),
            Map.entry("lb", "de"),
            Map.entry("ca", "es"),
            Map.entry("gl", "es"),
            Map.entry("sk", "cs"),
            Map.entry("be", "uk"),
            Map.entry("mk", "bg"),
            Map.entry("az", "tr"),
            Map.entry("jv", "id"),
            Map.entry("su", "id"),
            Map.entry("ti", "am"));

    private static final Map<UnicodeScript, String> BY_SCRIPT = Map.of(
            UnicodeScript.CYRILLIC, "ru",
            UnicodeScript.ARABIC, "ar",
            UnicodeScript.DEVANAGARI, "hi",
            UnicodeScript.HAN, "zh",
            UnicodeScript.ETHIOPIC, "am");

    /** A language that is written in the script of a text, unless too many are. */
    static Optional<String> byScript(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .map(BY_SCRIPT::get);
    }

    /** What is lacking of a language is taken from one near to it. */
    static Tongue of(String code, Map<String, Valences> valences) {
        String near = NEAR.getOrDefault(code, code);
        WordList own = WordList.shipped(code);
        return new Tongue(
                own.isEmpty() ? WordList.shipped(near) : own,
                valences.getOrDefault(code, valences.getOrDefault(near, Valences.NONE)),
                NEGATES_AFTER.contains(near));
    }

    boolean isUnknown() {
        return words.isEmpty() && valences.isEmpty();
    }
}
