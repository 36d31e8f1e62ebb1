package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        WE,
        IF,
        UNTIL,
        ONLY,
        EVEN,
        GRAVE,
        I,
        HUMAN,
        RUDE
    }

    /** What stands before the first mark of a sentence, and the mark. */
    private static final Pattern OPENING = Pattern.compile("^\\s*([^\\p{P}\\p{N}]{1,30})[,.!:;،。，、！：—–-]+\\s*");

    private static final Properties FILE = Lexicon.read("signals.properties");
    private static final Map<Language, Signals> LANGUAGES = new ConcurrentHashMap<>();

    private final boolean within;
    private final Map<Signal, Set<String>> words = new EnumMap<>(Signal.class);
    private final Map<Signal, Set<String>> beginnings = new EnumMap<>(Signal.class);
    private final Map<Signal, Set<String>> endings = new EnumMap<>(Signal.class);
    private final Map<Signal, List<String>> phrases = new EnumMap<>(Signal.class);
    private final Set<String> glue;
    private final Set<String> reach;
    private final Optional<Pattern> harmless;
    private final Set<String> reply;
    private final Set<String> mild;
    private final Set<String> mildBeginnings;

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
            beginnings.put(signal, Set.copyOf(begin));
            endings.put(signal, Set.copyOf(end));
            phrases.put(signal, List.copyOf(several));
        }
        this.glue = Set.copyOf(entries(language, "glue"));
        this.reach = Set.copyOf(entries(language, "reach"));
        this.harmless = harmless(entries(language, "harmless"), within);
        this.reply = Set.copyOf(entries(language, "reply"));
        Set<String> milds = entries(language, "mild");
        this.mild = milds.stream().filter(entry -> !entry.endsWith("*")).collect(Collectors.toUnmodifiableSet());
        this.mildBeginnings = milds.stream()
                .filter(entry -> entry.endsWith("*"))
                .map(entry -> entry.substring(0, entry.length() - 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> entries(Language language, String key) {
        Set<String> entries = new LinkedHashSet<>();
        for (String entry : FILE.getProperty(language.code() + "." + key, "").split("\\s+", -1)) {
            if (!entry.isBlank()) {
                // A line below at the edge of an entry is the edge of a word.
                String said = Plain.of(entry.replace('_', ' '));
                entries.add((entry.startsWith("_") ? " " : "") + said + (entry.endsWith("_") ? " " : ""));
            }
        }
        return entries;
    }

    private static Optional<Pattern> harmless(Set<String> entries, boolean within) {
        String either = entries.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String edge = within ? "" : "(?![\\p{L}\\p{M}])";
        return either.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile((within ? "" : "(?<![\\p{L}\\p{M}])") + "(?:" + either + ")" + edge));
    }

    /** A sentence without the yes, no or sorry before it: that answers a question, which no passage has. */
    String withoutReply(String sentence) {
        Matcher opening = OPENING.matcher(sentence);
        return opening.find() && opening.end() < sentence.length() && reply.contains(Plain.of(opening.group(1)))
                ? withoutReply(sentence.substring(opening.end()))
                : sentence;
    }

    /** A text without what only looks like a denial: not only, no more than. */
    String withoutHarmless(String plain) {
        return harmless.map(pattern -> pattern.matcher(plain).replaceAll(" ")).orElse(plain);
    }

    /** How people are reached. */
    Set<String> reach() {
        return reach;
    }

    /** Whether a word says little by itself: an order, an amount, to last, to be possible. */
    boolean isMild(String word) {
        return mild.contains(word) || reach.contains(word) || beginsMildly(word);
    }

    private boolean beginsMildly(String word) {
        for (int i = 1; i <= word.length(); i++) {
            if (mildBeginnings.contains(word.substring(0, i))) {
                return true;
            }
        }
        return false;
    }

    Set<String> mild() {
        return mild;
    }

    Set<String> glue() {
        return glue;
    }

    /** The entries of a kind that a text has; its words are given beside it. */
    Set<String> in(String plain, List<String> tokens, Signal signal) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> whole = words.getOrDefault(signal, Set.of());
        Set<String> begin = beginnings.getOrDefault(signal, Set.of());
        Set<String> end = endings.getOrDefault(signal, Set.of());
        for (String token : tokens) {
            if (whole.contains(token)) {
                found.add(token);
            } else if (!begin.isEmpty() || !end.isEmpty()) {
                for (int i = 1; i <= token.length(); i++) {
                    addIfAmong(token.substring(0, i), begin, found);
                    addIfAmong(token.substring(token.length() - i), end, found);
                }
            }
        }
        List<String> several = phrases.getOrDefault(signal, List.of());
        if (!several.isEmpty()) {
            String text = within ? " " + plain + " " : " " + String.join(" ", tokens) + " ";
            for (String phrase : several) {
                if (text.contains(within ? phrase : " " + phrase + " ")) {
                    found.add(phrase.strip());
                }
            }
        }
        return found;
    }

    private static void addIfAmong(String part, Set<String> entries, Set<String> found) {
        if (entries.contains(part)) {
            found.add(part);
        }
    }

    boolean has(String plain, List<String> tokens, Signal signal) {
        return !in(plain, tokens, signal).isEmpty();
    }
}
