package io.babeldesk.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
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

    private static final Set<String> CLAUSE_ENDS = Set.of(",", ".", ";", "!", "?", "،", "؛", "؟", "、", "。");

    /** Stands for any of them: "No, in English please" denies nothing. */
    private static final String CLAUSE_END = ",";

    private final LanguageNames names = new LanguageNames();
    private final Set<String> asking = new HashSet<>();
    /** Deny the language that is named next: "I don't speak English". */
    private final Set<String> notBefore = new HashSet<>();
    /** Deny the language that was named: 英語はできません. */
    private final Set<String> notAfter = new HashSet<>();
    /** All that may be said in scripts that do not put words apart, longest first. */
    private final List<String> unspaced;

    public LanguageWish(Messages messages) {
        for (String code : BaseCodes.UNDERSTOOD) {
            Language language = new Language(code);
            add(messages, language, "wish.words", asking);
            add(messages, language, "wish.not", notBefore);
            add(messages, language, "wish.not.after", notAfter);
        }
        unspaced = Stream.of(names.unspaced(), asking, notBefore, notAfter)
                .flatMap(some -> some.stream())
                .filter(word -> word.codePoints().allMatch(Script::isUnspaced))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
                .toList();
    }

    private static void add(Messages messages, Language language, String key, Set<String> words) {
        if (messages.has(language, key)) {
            words.addAll(List.of(PlainForm.of(messages.say(language, key)).split("\\s+", -1)));
        }
    }

    /** The language that the message asks for; empty if it asks for none. */
    public Optional<Language> in(String text) {
        return text.length() > LONGEST || text.isBlank() ? Optional.empty() : wished(words(text));
    }

    private Optional<Language> wished(List<String> words) {
        Optional<Language> wished = Optional.empty();
        Optional<Language> before = Optional.empty();
        boolean denied = false;
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at++);
            Optional<Language> named = at < words.size() ? names.named(word + " " + words.get(at)) : Optional.empty();
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
            } else if (word.equals(CLAUSE_END)) {
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

    /** The words of a text in plain form; Chinese, Japanese and Korean ones by what is known of them. */
    private List<String> words(String text) {
        String plain = PlainForm.of(text);
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(plain);
        List<String> words = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String word = plain.substring(start, end);
            if (word.codePoints().allMatch(Script::isUnspaced)) {
                run.append(word);
                continue;
            }
            words.addAll(cut(run.toString()));
            run.setLength(0);
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(word);
            } else if (CLAUSE_ENDS.contains(word)) {
                words.add(CLAUSE_END);
            }
        }
        words.addAll(cut(run.toString()));
        return words;
    }

    /** A run of characters as known words; as one unknown word if they do not cover it. */
    private List<String> cut(String run) {
        List<String> words = new ArrayList<>();
        return covers(run, 0, words, new BitSet()) ? words : List.of(run);
    }

    /** @param deadEnds from where it is known that nothing leads to the end */
    private boolean covers(String run, int from, List<String> words, BitSet deadEnds) {
        if (from == run.length()) {
            return true;
        }
        for (String word : deadEnds.get(from) ? List.<String>of() : unspaced) {
            if (run.startsWith(word, from)) {
                words.add(word);
                if (covers(run, from + word.length(), words, deadEnds)) {
                    return true;
                }
                words.removeLast();
            }
        }
        deadEnds.set(from);
        return false;
    }
}
