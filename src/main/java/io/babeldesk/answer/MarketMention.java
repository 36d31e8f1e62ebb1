package io.babeldesk.answer;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import io.babeldesk.language.PlainForm;
import io.babeldesk.language.WordLists;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the market that a text names: "ich wohne in Deutschland", "to the UK", 韩国. The names of countries come from
 * CLDR, in the text's language and in English, with those that people use besides. An adjective, a language or an origin
 * is no market: "the German plug", 日本語, 德国制造. Immutable but for a cache; safe for use by many threads.
 */
final class MarketMention {

    private static final Properties MORE_NAMES = WordLists.read(MarketMention.class, "market-names.properties");

    /** What may stand around a name that is written with its neighbours, and what makes it another word. */
    private static final Map<String, String> UNSPACED = Map.of(
            "zh", "%s(?![语文人元产制造式版])",
            "ja", "%s(?![语文人円元产制式版])",
            "ko", "%s(?!어|인(?!데)|산|제(?!가)|판)",
            "th", "%s");

    /** Prepositions and the article are written onto Arabic words. */
    private static final String ARABIC = "(?<!\\p{L})[وف]?[بلك]?(?:ا?ل)?%s(?!\\p{L})";

    /** Германия, в Германии, из Германии; but not германский. */
    private static final String CYRILLIC = "(?<!\\p{L})%s(?:я|и|ю|еи|е|а|у|ы|ои|ою|ии)?(?!\\p{L})";

    /** Almanya'dan, almanyadan. */
    private static final String TURKISH = "(?<!\\p{L})%s(?:'?[dtynl]\\p{L}{1,8}|'?y?[aei])?(?!\\p{L})";

    private static final String OTHER = "(?<!\\p{L})%s(?:'?s)?(?!\\p{L})";

    /** Countries whose names are other words as well: a jersey, Air Jordan, a guinea pig, réunion, peru (pt), カード (ko). */
    private static final Set<String> AMBIGUOUS = Set.of(
            "JE", "JO", "GN", "GQ", "RE", "PE", "TD", "NE", "ML", "TG", "GU", "OM", "SD", "GH", "MA", "LC", "BM");

    private static final Set<Market> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .filter(code -> !AMBIGUOUS.contains(code))
            .map(Market::new)
            .collect(Collectors.toUnmodifiableSet());

    /** Where words are not put apart, a shorter name than this is a part of many words: タイ is in タイプ. */
    private static final int LONG_ENOUGH = 3;

    private final Map<Language, Map<Market, Pattern>> patterns = new ConcurrentHashMap<>();
    private final Map<Language, Map<Market, List<String>>> abroad = new ConcurrentHashMap<>();

    /** The one market of the shop that the text names; empty if it names none or several. */
    Optional<Market> in(String text, Language language, Collection<Market> markets) {
        String plain = plain(text, language);
        Map<Market, Pattern> known = patterns(language);
        Set<Market> found = new HashSet<>();
        for (Market market : markets) {
            if (known.computeIfAbsent(market, m -> pattern(m, language))
                    .matcher(plain)
                    .find()) {
                found.add(market);
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** The one country of the world that the text names, if it is none of these markets. */
    Optional<Market> elsewhere(String text, Language language, Collection<Market> markets) {
        String plain = plain(text, language);
        // A look for the bare names first, as most texts name none: patterns take far longer.
        List<Market> perhaps = abroad.computeIfAbsent(language, MarketMention::namesOfCountries).entrySet().stream()
                .filter(names -> names.getValue().stream().anyMatch(plain::contains))
                .map(Map.Entry::getKey)
                .filter(country -> !markets.contains(country))
                .toList();
        return perhaps.isEmpty() || in(text, language, markets).isPresent()
                ? Optional.empty()
                : in(text, language, perhaps);
    }

    /** The text in plain form without the name of a country. */
    String without(String text, Language language, Market country) {
        return patterns(language)
                .computeIfAbsent(country, c -> pattern(c, language))
                .matcher(plain(text, language))
                .replaceAll(" ");
    }

    private static Map<Market, List<String>> namesOfCountries(Language language) {
        return COUNTRIES.stream()
                .filter(country -> isClear(country, language))
                .collect(Collectors.toMap(
                        country -> country,
                        country -> names(country, language)
                                .map(name -> root(name, Character.UnicodeScript.of(name.codePointAt(0))))
                                .toList()));
    }

    private static boolean isClear(Market country, Language language) {
        String name = name(country, language);
        return !UNSPACED.containsKey(language.code())
                || name.codePointCount(0, name.length()) >= LONG_ENOUGH
                || name.endsWith("国");
    }

    private static String plain(String text, Language language) {
        return PlainForm.of(abbreviated(text, language)).replace('-', ' ');
    }

    /** Whoever writes "usa" in a language where it is a verb says so. */
    private static String abbreviated(String text, Language language) {
        boolean verb = Set.of("es", "it", "pt").contains(language.code());
        return Pattern.compile("\\bUSA\\b", verb ? 0 : Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll("U.S.A.");
    }

    /** The market's name in a language, as a shopper would say it. */
    static String name(Market market, Language language) {
        return LocaleDisplayNames.getInstance(ULocale.forLocale(language.locale()))
                .regionDisplayName(market.code());
    }

    private Map<Market, Pattern> patterns(Language language) {
        return patterns.computeIfAbsent(language, l -> new ConcurrentHashMap<>());
    }

    private static Pattern pattern(Market market, Language language) {
        return Pattern.compile(
                names(market, language).map(name -> form(name, language)).collect(Collectors.joining("|")));
    }

    /** All that a country is called in a language, in plain form. */
    private static Stream<String> names(Market market, Language language) {
        Stream<String> more = List.of(MORE_NAMES.getProperty(market.code(), "").split(",", -1)).stream();
        return Stream.concat(Stream.of(name(market, language), name(market, Language.ENGLISH)), more)
                .map(name -> PlainForm.of(name.strip()).replace('-', ' '))
                .filter(name -> !name.isEmpty())
                .distinct();
    }

    private static String form(String name, Language language) {
        Character.UnicodeScript script = Character.UnicodeScript.of(name.codePointAt(0));
        String form = switch (script) {
            case LATIN -> language.code().equals("tr") ? TURKISH : OTHER;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            default -> UNSPACED.getOrDefault(language.code(), OTHER);
        };
        return form.formatted(Pattern.quote(root(name, script)));
    }

    private static String root(String name, Character.UnicodeScript script) {
        return switch (script) {
            case CYRILLIC -> name.replaceFirst("[яа]$", "");
            case ARABIC -> name.replaceFirst("^ال", "");
            default -> name;
        };
    }
}
