package io.babeldesk.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The widget's own texts by language, from the class path; none where a language is not there. */
final class WidgetStrings {

    private final Map<Language, Map<String, String>> loaded = new ConcurrentHashMap<>();

    Map<String, String> of(Language language) {
        return loaded.computeIfAbsent(language, WidgetStrings::load);
    }

    private static Map<String, String> load(Language language) {
        String path = "/widget-strings/" + language.code() + ".json";
        try (InputStream file = WidgetStrings.class.getResourceAsStream(path)) {
            if (file == null) {
                return Map.of();
            }
            Map<String, String> strings = new TreeMap<>();
            JsonNode texts = Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            texts.properties()
                    .forEach(entry ->
                            strings.put(entry.getKey(), entry.getValue().asText()));
            return strings;
        } catch (IOException e) {
            throw new UncheckedIOException("the widget's texts " + path + " cannot be read", e);
        }
    }
}
