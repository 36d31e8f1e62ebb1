package io.babeldesk.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words by which a question goes on from what was said: "and what does it cost?", "was ist mit …", 那……呢. They say
 * nothing themselves. Immutable but for a cache; safe for use by many threads.
 */
public final class FollowUpWords {

    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja");

    private final Messages messages;
    private final Map<Language, Collection<String>> words = new ConcurrentHashMap<>();
    private final Map<Language, Pattern> beginnings = new ConcurrentHashMap<>();

    public FollowUpWords(Messages messages) {
        this.messages = messages;
    }

    /** The question without the words that it goes on with: "what does it cost?" */
    public String cutFrom(String text, Language language) {
        return beginnings
                .computeIfAbsent(language, this::beginning)
                .matcher(text)
                .replaceFirst("");
    }

    /** Whether there is nothing in the text but such words; also if it has no words at all. */
    public boolean areAllOf(String text, Language language) {
        Collection<String> known = of(language);
        return new KnownWords(known)
                .in(text).stream()
                        .allMatch(word -> word.isEmpty() || KnownWords.CLAUSE_END.equals(word) || known.contains(word));
    }

    private Pattern beginning(Language language) {
        String any = written(language).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String end = WITHOUT_SPACES.contains(language.code()) ? "" : "(?![\\p{L}\\p{M}'’])";
        String word = "(?:[\\s\\p{P}]*(?:" + (any.isEmpty() ? "(?!)" : any) + ")" + end + ")";
        return Pattern.compile("^" + word + "+[\\s,،、，]*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private Collection<String> of(Language language) {
        return words.computeIfAbsent(
                language,
                l -> written(l).stream()
                        .flatMap(phrase -> Arrays.stream(PlainForm.of(phrase).split("\\s+", -1)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private List<String> written(Language language) {
        return messages.has(language, "follow-up.words")
                ? List.of(messages.say(language, "follow-up.words").split("\\s*\\|\\s*", -1))
                : List.of();
    }
}
