package io.babeldesk.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises that a shopper asks for another language: "in English please", "auf Deutsch bitte", 请用中文. The names of
 * languages come from CLDR; a message that names one is a wish only if all its other words are such as people use for
 * asking, so that "a manual in English" is not. Immutable; safe for use by many threads.
 */
public final class LanguageWish {

    private static final int LONGEST = 60;

    /** Names longer than this may lose their ending to inflection: по-русски, русский. */
    private static final int INFLECTED = 6;

    private final Map<String, Language> names = new HashMap<>();
    private final Set<String> askingWords = new HashSet<>();

    public LanguageWish(Messages messages) {
        for (String inCode : BaseCodes.UNDERSTOOD) {
            LocaleDisplayNames display = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(inCode));
            for (String code : BaseCodes.UNDERSTOOD) {
                String name = fold(display.languageDisplayName(code));
                if (name.length() > 1 && !name.equals(code)) {
                    names.putIfAbsent(stem(name), new Language(code));
                }
            }
            Language language = new Language(inCode);
            if (messages.has(language, "wish.words")) {
                askingWords.addAll(
                        List.of(fold(messages.say(language, "wish.words")).split("\\s+")));
            }
        }
    }

    /** The language that the message asks for; empty if it asks for none. */
    public Optional<Language> in(String text) {
        if (text.length() > LONGEST || text.isBlank()) {
            return Optional.empty();
        }
        Optional<Language> wished = Optional.empty();
        for (String word : words(fold(text))) {
            Optional<Language> named = named(word);
            if (named.isPresent()) {
                wished = named;
            } else if (!askingWords.contains(word)) {
                return Optional.empty();
            }
        }
        return wished;
    }

    private Optional<Language> named(String word) {
        return Optional.ofNullable(names.get(stem(word)));
    }

    private static String stem(String name) {
        return name.length() > INFLECTED ? name.substring(0, name.length() - 2) : name;
    }

    private static String fold(String text) {
        return UCharacter.foldCase(text, true);
    }

    private static List<String> words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(text.substring(start, end));
            }
        }
        return words;
    }
}
