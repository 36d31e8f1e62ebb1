package io.babeldesk.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Babeldesk's own words in each language, as ICU message patterns. A language that lacks a message takes the English
 * one. Immutable but for a cache; safe for use by many threads.
 */
public final class Messages {

    private final Map<Language, Map<String, String>> patterns = new ConcurrentHashMap<>();

    /** The message in words. An argument that the pattern names and the map lacks stays visible as its name. */
    public String say(Language language, String key, Map<String, ?> arguments) {
        Optional<String> own = pattern(language, key);
        Language spoken = own.isPresent() ? language : Language.ENGLISH;
        String pattern = own.or(() -> pattern(Language.ENGLISH, key))
                .orElseThrow(() -> new IllegalArgumentException("no message '" + key + "'; add it to en.properties"));
        return new MessageFormat(pattern, ULocale.forLocale(spoken.locale())).format(arguments);
    }

    public String say(Language language, String key) {
        return say(language, key, Map.of());
    }

    /** Whether the language has this message itself. */
    public boolean has(Language language, String key) {
        return pattern(language, key).isPresent();
    }

    /** All keys that a language has itself. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(of(language).keySet());
    }

    private Optional<String> pattern(Language language, String key) {
        return Optional.ofNullable(of(language).get(key));
    }

    private Map<String, String> of(Language language) {
        return patterns.computeIfAbsent(language, Messages::load);
    }

    private static Map<String, String> load(Language language) {
        try (InputStream file = Messages.class.getResourceAsStream("messages/" + language.code() + ".properties")) {
            if (file == null) {
                return Map.of();
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return Map.copyOf(
                    read.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, read::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException("messages of " + language + " cannot be read", e);
        }
    }
}
