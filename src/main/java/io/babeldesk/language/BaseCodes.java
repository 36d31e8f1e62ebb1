package io.babeldesk.language;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The base codes of the languages that are understood, by the three-letter codes that OpenNLP uses. */
final class BaseCodes {

    /** Answered in the demo shop or understood. */
    static final Set<String> UNDERSTOOD = Set.of(
            "en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr", "nl", "pl", "sv", "da", "no", "fi",
            "cs", "ro", "hu", "el", "uk", "bg", "he", "fa", "hi", "bn", "th", "vi", "id", "ms");

    private static final Map<String, String> BY_ISO3 = new ConcurrentHashMap<>();

    static {
        for (String code : UNDERSTOOD) {
            BY_ISO3.put(Locale.of(code).getISO3Language(), code);
        }
        BY_ISO3.putAll(Map.of("cmn", "zh", "arb", "ar", "nob", "no", "nno", "no", "pes", "fa", "zlm", "ms"));
    }

    private BaseCodes() {}

    static Optional<String> ofIso3(String iso3) {
        return Optional.ofNullable(BY_ISO3.get(iso3));
    }
}
