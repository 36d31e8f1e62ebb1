package io.babeldesk.answer;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the market that a text names: "ich wohne in Deutschland", "to the UK", 韩国. The names of countries come from
 * CLDR, in the text's language and in English. Stateless; safe for use by many threads.
 */
final class MarketMention {

    private static final Set<String> UNSPACED = Set.of("zh", "ja", "ko", "th");
    /** Names from this length may have lost or changed their ending: Германия, в Германии. */
    private static final int INFLECTED = 6;

    /** The one market of the shop that the text names; empty if it names none or several. */
    Optional<Market> in(String text, Language language, Collection<Market> markets) {
        String folded = fold(text);
        Set<Market> found = new HashSet<>();
        for (Market market : markets) {
            if (names(market, language).stream().anyMatch(name -> contains(folded, name, language))) {
                found.add(market);
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** The market's name in a language, as a shopper would say it. */
    static String name(Market market, Language language) {
        return LocaleDisplayNames.getInstance(ULocale.forLocale(language.locale()))
                .regionDisplayName(market.code());
    }

    private static List<String> names(Market market, Language language) {
        List<String> names = new ArrayList<>();
        names.add(fold(name(market, language)));
        names.add(fold(name(market, Language.ENGLISH)));
        String iso3 = Locale.of("", market.code()).getISO3Country();
        names.add(fold(iso3));
        if (market.code().equals("GB")) {
            names.add("uk");
        }
        return names;
    }

    private static boolean contains(String text, String name, Language language) {
        if (UNSPACED.contains(language.code()) && !name.matches("[a-z ]+")) {
            return text.contains(name);
        }
        String stem = name.length() > INFLECTED ? name.substring(0, name.length() - 2) : name;
        String ending = name.length() > INFLECTED ? "\\p{L}{0,5}" : "";
        // Arabic writes prepositions and the article onto the word.
        String prefix = language.code().equals("ar") ? "\\p{L}{0,3}" : "";
        return Pattern.compile("(?<!\\p{L})" + prefix + Pattern.quote(stem) + ending + "(?!\\p{L})")
                .matcher(text)
                .find();
    }

    private static String fold(String text) {
        return UCharacter.foldCase(text, true);
    }
}
