package io.babeldesk.language;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people call the languages that are understood, in each of them: English, inglés, по-английски, 英文. The names
 * are CLDR's, with the forms that asking for a language needs. Immutable; safe for use by many threads.
 */
final class LanguageNames {

    /** Everyday names that CLDR does not have. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("汉语", "zh"),
            Map.entry("普通话", "zh"),
            Map.entry("国语", "zh"),
            Map.entry("mandarin", "zh"),
            Map.entry("한국말", "ko"),
            Map.entry("우리말", "ko"),
            Map.entry("일본말", "ja"),
            Map.entry("중국말", "zh"),
            Map.entry("castellano", "es"),
            Map.entry("brasileiro", "pt"),
            Map.entry("farsi", "fa"),
            Map.entry("bahasa", "id"),
            Map.entry("bahasa indonesia", "id"),
            Map.entry("ภาษา ไทย", "th"));

    private static final Pattern ELISION = Pattern.compile("^(?:l|d|all|dell|nell|dall)'");
    private static final Pattern ARABIC_PREFIX = Pattern.compile("^(?:و|ف)?(?:بال|لل|ال|ب(?=\\p{L}{4}))?");
    private static final Pattern RUSSIAN_ENDING = Pattern.compile("(?:ии|ого|ому|ом|им|ою|и|а|у)$");

    private final Map<String, Language> names = new HashMap<>();

    LanguageNames() {
        List<String> codes = BaseCodes.UNDERSTOOD.stream().sorted().toList();
        for (String inCode : codes) {
            LocaleDisplayNames display = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(inCode));
            for (String code : codes) {
                String name = display.languageDisplayName(code);
                if (!name.equals(code) && !isCountry(name, code, display)) {
                    add(name, code);
                }
            }
        }
        ALIASES.forEach(this::add);
    }

    /** Finnish calls a language as its country: whoever says Italia means the country. */
    private static boolean isCountry(String name, String code, LocaleDisplayNames display) {
        String country = ULocale.addLikelySubtags(ULocale.forLanguageTag(code)).getCountry();
        return name.equalsIgnoreCase(display.regionDisplayName(country));
    }

    private void add(String name, String code) {
        String plain = PlainForm.of(name);
        names.putIfAbsent(stem(plain), new Language(code));
        if (plain.endsWith("语")) {
            names.putIfAbsent(plain.substring(0, plain.length() - 1) + "文", new Language(code));
        }
    }

    /** The language of a name that {@link PlainForm} has folded; empty if it is none. */
    Optional<Language> named(String plain) {
        return Optional.ofNullable(names.get(stem(plain)));
    }

    /** All names in scripts that do not put words apart, longest first. */
    List<String> unspaced() {
        return names.keySet().stream()
                .filter(name -> name.codePoints().allMatch(Script::isUnspaced))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String stem(String plain) {
        String bare = ELISION.matcher(plain).replaceFirst("");
        if (bare.isEmpty()) {
            return plain;
        }
        return switch (Character.UnicodeScript.of(bare.codePointAt(0))) {
            case ARABIC -> {
                String word = ARABIC_PREFIX.matcher(bare).replaceFirst("");
                yield word.endsWith("ه") ? word.substring(0, word.length() - 1) : word;
            }
            case CYRILLIC -> RUSSIAN_ENDING.matcher(bare).replaceFirst("");
            default -> bare;
        };
    }
}
