package io.babeldesk.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;

/**
 * Which letters a language is written with, by CLDR's exemplar characters: an "ß" is seldom Spanish, a "ł" is Polish.
 * Immutable; safe for use by many threads.
 */
final class Alphabets {

    /** A letter that the language knows from loanwords only, and one that it does not know. */
    private static final double BORROWED = Math.log(0.5);

    private static final double FOREIGN = Math.log(0.1);

    /** Names bring foreign letters into any text. */
    private static final int MOST_FOREIGN = 3;

    private final Map<String, UnicodeSet> own = new HashMap<>();
    private final Map<String, UnicodeSet> borrowed = new HashMap<>();

    Alphabets() {
        for (String code : BaseCodes.UNDERSTOOD) {
            ULocale locale = ULocale.forLanguageTag(code);
            own.put(
                    code,
                    LocaleData.getExemplarSet(locale, 0, LocaleData.ES_STANDARD).freeze());
            borrowed.put(
                    code,
                    LocaleData.getExemplarSet(locale, 0, LocaleData.ES_AUXILIARY)
                            .freeze());
        }
    }

    /** Log-odds against a language for having written the text; 0 or less. */
    double evidence(String text, String code) {
        UnicodeSet letters = own.getOrDefault(code, UnicodeSet.EMPTY);
        UnicodeSet loaned = borrowed.getOrDefault(code, UnicodeSet.EMPTY);
        String composed = Normalizer2.getNFCInstance().normalize(UCharacter.foldCase(text, true));
        double[] strange = composed.codePoints()
                .filter(Character::isLetter)
                .distinct()
                .filter(letter -> !letters.contains(letter))
                .mapToDouble(letter -> loaned.contains(letter) ? BORROWED : FOREIGN)
                .sorted()
                .limit(MOST_FOREIGN)
                .toArray();
        double sum = 0;
        for (double one : strange) {
            sum += one;
        }
        return sum;
    }
}
