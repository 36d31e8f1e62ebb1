package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words of a language that turn a promise round, make it larger, or are never said. Immutable. */
final class Signals {

    /** What such a word does. */
    enum Signal {
        NOT,
        FREE,
        PAY,
        NOW,
        SURE,
        ALL,
        I,
        HUMAN,
        RUDE
    }

    private static final Properties FILE = Lexicon.read("signals.properties");
    private static final Map<Language, Signals> LANGUAGES = new ConcurrentHashMap<>();

    private final boolean within;
    private final Map<Signal, Set<String>> words = new EnumMap<>(Signal.class);
    private final Map<Signal, List<String>> beginnings = new EnumMap<>(Signal.class);
    private final Map<Signal, List<String>> endings = new EnumMap<>(Signal.class);
    private final Map<Signal, List<String>> phrases = new EnumMap<>(Signal.class);
    private final Set<String> glue;
    private final Set<String> reach;

    static Signals of(Language language) {
        return LANGUAGES.computeIfAbsent(language, Signals::new);
    }

    private Signals(Language language) {
        this.within = Set.of("zh", "ja", "th", "ko").contains(language.code());
        boolean takesEndings = Set.of("tr", "fi", "hu").contains(language.code());
        for (Signal signal : Signal.values()) {
            Set<String> whole = new HashSet<>();
            List<String> begin = new ArrayList<>();
            List<String> end = new ArrayList<>();
            List<String> several = new ArrayList<>();
            for (String entry : entries(language, signal.name().toLowerCase(java.util.Locale.ROOT))) {
                if (within || entry.contains(" ")) {
                    several.add(entry);
                } else if (entry.startsWith("*")) {
                    end.add(entry.substring(1));
                } else if (entry.endsWith("*")) {
                    begin.add(entry.substring(0, entry.length() - 1));
                } else if (takesEndings && entry.length() >= 4) {
                    begin.add(entry);
                } else {
                    whole.add(entry);
                }
            }
            words.put(signal, Set.copyOf(whole));
            beginnings.put(signal, List.copyOf(begin));
            endings.put(signal, List.copyOf(end));
            phrases.put(signal, List.copyOf(several));
        }
        this.glue = Set.copyOf(entries(language, "glue"));
        this.reach = Set.copyOf(entries(language, "reach"));
    }

    private static Set<String> entries(Language language, String key) {
        Set<String> entries = new LinkedHashSet<>();
        for (String entry : FILE.getProperty(language.code() + "." + key, "").split("\\s+", -1)) {
            if (!entry.isBlank()) {
                entries.add(Plain.of(entry.replace('_', ' ')));
            }
        }
        return entries;
    }

    /** How people are reached. */
    Set<String> reach() {
        return reach;
    }

    Set<String> glue() {
        return glue;
    }

    /** The entries of a kind that a text has; its words are given beside it. */
    Set<String> in(String plain, List<String> tokens, Signal signal) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> whole = words.getOrDefault(signal, Set.of());
        List<String> begin = beginnings.getOrDefault(signal, List.of());
        List<String> end = endings.getOrDefault(signal, List.of());
        for (String token : tokens) {
            if (whole.contains(token)) {
                found.add(token);
            } else {
                begin.stream().filter(token::startsWith).forEach(found::add);
                end.stream().filter(token::endsWith).forEach(found::add);
            }
        }
        for (String phrase : phrases.getOrDefault(signal, List.of())) {
            if (within ? plain.contains(phrase) : (" " + String.join(" ", tokens) + " ").contains(" " + phrase + " ")) {
                found.add(phrase);
            }
        }
        return found;
    }

    boolean has(String plain, List<String> tokens, Signal signal) {
        return !in(plain, tokens, signal).isEmpty();
    }
}
