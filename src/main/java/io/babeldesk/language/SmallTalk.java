package io.babeldesk.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Recognises what people say besides asking: "thx, bye!", "are you a robot?", 👍. A message is small talk only if all its
 * words are, so that "hi, where is my parcel" is a question. Immutable but for a cache; safe for use by many threads.
 */
public final class SmallTalk {

    /** What a message says, those first that decide the reply where several are said. */
    public enum Kind {
        UPSET,
        WHO_ARE_YOU,
        THANKS,
        GOODBYE,
        HELLO,
        /** That something is wrong or wanted, and not what: "it doesn't work". */
        VAGUE,
        OK,
        /** Nothing that could be understood: signs, a bare number, a bare link. */
        UNCLEAR
    }

    private static final int LONGEST = 120;
    private static final int LONGEST_PHRASE = 6;
    private static final String FILLER = "filler";

    private static final Pattern ANGRY_SIGNS = Pattern.compile("[😠😡🤬👿💩🖕👎😤]");
    private static final Pattern PLEASED_SIGNS = Pattern.compile("[👍👌🙏❤♥😊🙂😀😃😄😁🥰😍🎉✅💯👏🤝]");
    private static final Pattern LINK = Pattern.compile("\\s*(?:https?://|www\\.)\\S+\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[\\s#№:.-]*(?=\\S*[0-9]{4})[A-Za-z0-9/#_-]+[\\s.!]*");

    private final Messages messages;
    private final Map<Language, Phrases> phrases = new ConcurrentHashMap<>();

    public SmallTalk(Messages messages) {
        this.messages = messages;
    }

    /** What the message says, if it asks for nothing. */
    public Optional<Kind> in(String text, Language language) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (NUMBER.matcher(text).matches() || LINK.matcher(text).matches()) {
            return Optional.of(Kind.UNCLEAR);
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of(signs(text));
        }
        return phrases.computeIfAbsent(language, this::phrases).allOf(text);
    }

    /** Whether she is beside herself, whatever else she says. */
    public boolean isUpset(String text, Language language) {
        return text.length() <= LONGEST
                && (ANGRY_SIGNS.matcher(text).find()
                        || phrases.computeIfAbsent(language, this::phrases).upsets(text));
    }

    private static Kind signs(String text) {
        return ANGRY_SIGNS.matcher(text).find()
                ? Kind.UPSET
                : PLEASED_SIGNS.matcher(text).find() ? Kind.OK : Kind.UNCLEAR;
    }

    private Phrases phrases(Language language) {
        return new Phrases(messages, new HashSet<>(List.of(language, Language.ENGLISH)));
    }

    /** What is said in a language, and in English, which people put into any. */
    private static final class Phrases {

        private final Map<List<String>, Set<Kind>> kinds = new HashMap<>();
        private final KnownWords words;

        Phrases(Messages messages, Set<Language> languages) {
            Map<String, Set<Kind>> said = new HashMap<>();
            for (Language language : languages) {
                for (Kind kind : Kind.values()) {
                    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    of(messages, language, name)
                            .forEach(phrase -> said.computeIfAbsent(phrase, p -> EnumSet.noneOf(Kind.class))
                                    .add(kind));
                }
                of(messages, language, FILLER)
                        .forEach(phrase -> said.computeIfAbsent(phrase, p -> EnumSet.noneOf(Kind.class)));
            }
            words = new KnownWords(said.keySet());
            said.forEach((phrase, its) -> kinds.put(words.in(phrase), its));
        }

        private static List<String> of(Messages messages, Language language, String name) {
            String key = "talk." + name;
            return messages.has(language, key)
                    ? List.of(PlainForm.of(messages.say(language, key)).split("\\s*\\|\\s*", -1))
                    : List.of();
        }

        Optional<Kind> allOf(String text) {
            List<String> said = new ArrayList<>(words.in(text));
            said.removeIf(KnownWords.CLAUSE_END::equals);
            Set<Kind> found = EnumSet.noneOf(Kind.class);
            int at = 0;
            while (at < said.size()) {
                int length = longestAt(said, at);
                if (length == 0) {
                    return Optional.empty();
                }
                found.addAll(kinds.getOrDefault(said.subList(at, at + length), Set.of()));
                at += length;
            }
            return found.stream().findFirst();
        }

        boolean upsets(String text) {
            Set<String> said = new HashSet<>(words.in(text));
            String plain = PlainForm.of(text);
            return kinds.entrySet().stream()
                    .filter(phrase -> phrase.getValue().contains(Kind.UPSET))
                    .map(phrase -> String.join(" ", phrase.getKey()))
                    .anyMatch(insult -> insult.codePoints().allMatch(Script::isUnspaced)
                            ? plain.contains(insult)
                            : said.contains(insult));
        }

        private int longestAt(List<String> said, int from) {
            for (int length = Math.min(LONGEST_PHRASE, said.size() - from); length > 0; length--) {
                if (kinds.containsKey(said.subList(from, from + length))) {
                    return length;
                }
            }
            return 0;
        }
    }
}
