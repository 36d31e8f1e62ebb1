package io.babeldesk.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recognises that a shopper asks for another language: "in English please", "auf Deutsch bitte", 请用中文. A message that
 * names a language is a wish only if all its other words are such as people use for asking, so that "a manual in
 * English" is not. The last language named wins, but not one that she says she does not speak. Immutable; safe for use
 * by many threads.
 */
public final class LanguageWish {

    private static final int LONGEST = 80;

    private final LanguageNames names = new LanguageNames();
    private final Set<String> asking = new HashSet<>();
    /** Deny the language that is named next: "I don't speak English". */
    private final Set<String> notBefore = new HashSet<>();
    /** Deny the language that was named: 英語はできません. */
    private final Set<String> notAfter = new HashSet<>();

    private final KnownWords words;

    public LanguageWish(Messages messages) {
        for (String code : BaseCodes.UNDERSTOOD) {
            Language language = new Language(code);
            add(messages, language, "wish.words", asking);
            add(messages, language, "wish.not", notBefore);
            add(messages, language, "wish.not.after", notAfter);
        }
        words = new KnownWords(Stream.of(names.unspaced(), asking, notBefore, notAfter)
                .flatMap(some -> some.stream())
                .toList());
    }

    private static void add(Messages messages, Language language, String key, Set<String> words) {
        if (messages.has(language, key)) {
            words.addAll(List.of(PlainForm.of(messages.say(language, key)).split("\\s+", -1)));
        }
    }

    /** The language that the message asks for; empty if it asks for none. */
    public Optional<Language> in(String text) {
        return text.length() > LONGEST || text.isBlank() ? Optional.empty() : wished(words.in(text));
    }

    private Optional<Language> wished(List<String> said) {
        Optional<Language> wished = Optional.empty();
        Optional<Language> before = Optional.empty();
        boolean denied = false;
        int at = 0;
        while (at < said.size()) {
            String word = said.get(at++);
            Optional<Language> named = at < said.size() ? names.named(word + " " + said.get(at)) : Optional.empty();
            if (named.isPresent()) {
                at++;
            } else {
                named = names.named(word);
            }
            if (named.isPresent()) {
                if (!denied) {
                    before = wished;
                    wished = named;
                }
                denied = false;
            } else if (word.equals(KnownWords.CLAUSE_END)) {
                // "No, in English please" denies nothing.
                denied = false;
            } else if (notBefore.contains(word)) {
                denied = true;
            } else if (notAfter.contains(word)) {
                wished = before;
            } else if (!asking.contains(word)) {
                return Optional.empty();
            }
        }
        return wished;
    }
}
