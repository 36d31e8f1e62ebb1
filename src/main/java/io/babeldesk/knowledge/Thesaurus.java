package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import io.babeldesk.language.WordLists;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What ordinary words mean the same, within a language and across languages: to change, to send, usually. It comes with
 * the program and stands beside the shop's glossary, which is about goods and matters. A language is read when it is
 * first asked for. Safe for use by many threads.
 */
public final class Thesaurus {

    /** Before the name of a meaning, so that it is none of the glossary's concepts. */
    private static final String PREFIX = "~";

    private static final Map<Language, Map<String, List<String>>> LANGUAGES = new ConcurrentHashMap<>();

    private Thesaurus() {}

    /** The words of a language by meaning; none of a language that has no list. */
    public static Map<String, List<String>> in(Language language) {
        return LANGUAGES.computeIfAbsent(language, Thesaurus::read);
    }

    /** Whether what a word stands for is a meaning of the thesaurus, not a concept of the shop's glossary. */
    public static boolean isMeaning(String id) {
        return id.startsWith(PREFIX);
    }

    private static Map<String, List<String>> read(Language language) {
        String list = "thesaurus/" + language + ".properties";
        if (Thesaurus.class.getResource(list) == null) {
            return Map.of();
        }
        Properties words = WordLists.read(Thesaurus.class, list);
        return words.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        meaning -> PREFIX + meaning,
                        meaning -> List.of(words.getProperty(meaning).split(",\\s*", -1))));
    }
}
