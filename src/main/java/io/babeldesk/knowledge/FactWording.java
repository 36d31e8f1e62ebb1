package io.babeldesk.knowledge;

import com.ibm.icu.number.FormattedNumberRange;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.NumberRangeFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.Placeholder.GrammaticalCase;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says a fact's value as the shopper's language and market write it: plural, grammatical case, digits, currency, date.
 * The locale data is CLDR's, by ICU4J. Stateless; safe for use by many threads.
 */
public final class FactWording {

    private static final Set<ULocale> KNOWN_LOCALES = Set.of(ULocale.getAvailableLocales());

    /** Languages that say a currency in the plural, "in US dollars"; the others take its name as a dictionary has it. */
    private static final Set<String> PLURAL_CURRENCIES = Set.of("en", "es", "fr", "it", "pt");

    /** Scripts that put no space between a number and its unit, nor between words. */
    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja");

    private static final Pattern SPACE_BEFORE_UNSPACED =
            Pattern.compile("(?<=[\\p{Nd}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])[\\s\\u00a0]+"
                    + "(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");

    private final Messages messages;

    public FactWording(Messages messages) {
        this.messages = messages;
    }

    /** The value in words. An unknown market writes numbers as the language alone does. */
    public String say(FactValue value, Language language, Optional<Market> market, GrammaticalCase grammaticalCase) {
        ULocale locale = locale(language, market);
        return switch (value) {
            case FactValue.Period period -> unspaced(period(period, language, locale, grammaticalCase), language);
            case FactValue.Money money -> money(money, locale);
            case FactValue.Percent percent ->
                numbers(locale)
                        .unit(MeasureUnit.PERCENT)
                        .format(percent.percent())
                        .toString();
            case FactValue.Count count -> numbers(locale).format(count.count()).toString();
            case FactValue.Clock clock -> clock(clock.time(), locale);
            case FactValue.Day day -> day(day.date(), locale);
            case FactValue.CurrencyName name -> currency(name, language, locale);
            case FactValue.Listing listing -> ListFormatter.getInstance(locale).format(listing.names());
            case FactValue.Plain plain -> plain.text();
            case FactValue.Address address -> address.text();
            case FactValue.Opening opening -> new HoursWording(messages).say(opening.hours(), language);
        };
    }

    /**
     * The language as the market writes it, where the locale data has that: English in Germany has a clock of 24 hours,
     * German in the United States stays German. An unknown pair must not be asked for: it may come out in another
     * script, as Chinese in the United States does.
     */
    private static ULocale locale(Language language, Optional<Market> market) {
        ULocale plain = ULocale.forLocale(language.locale());
        if (market.isEmpty()) {
            return plain;
        }
        String region = market.get().code();
        String script = ULocale.addLikelySubtags(plain).getScript();
        ULocale written = new ULocale(language.code(), script, region);
        if (KNOWN_LOCALES.contains(written)) {
            return written;
        }
        ULocale there = new ULocale(language.code(), region);
        boolean sameScript = ULocale.addLikelySubtags(there).getScript().equals(script);
        return sameScript && KNOWN_LOCALES.contains(there) ? there : plain;
    }

    private static String currency(FactValue.CurrencyName name, Language language, ULocale locale) {
        Currency currency = Currency.getInstance(name.currency().getCurrencyCode());
        if (!PLURAL_CURRENCIES.contains(language.code())) {
            return unspaced(currency.getName(locale, Currency.LONG_NAME, new boolean[1]), language);
        }
        String plural = currency.getName(locale, Currency.PLURAL_LONG_NAME, "other", new boolean[1]);
        // Written as for a list in Portuguese; it stands within a sentence here.
        return language.code().equals("pt") ? plural.toLowerCase(locale.toLocale()) : plural;
    }

    private static String unspaced(String said, Language language) {
        return WITHOUT_SPACES.contains(language.code())
                ? SPACE_BEFORE_UNSPACED.matcher(said).replaceAll("")
                : said;
    }

    private static LocalizedNumberFormatter numbers(ULocale locale) {
        return NumberFormatter.withLocale(locale);
    }

    // ICU marks grammatical case as a draft API by @Deprecated; it is the only source of case forms for units.
    @SuppressWarnings("deprecation")
    private String period(FactValue.Period period, Language language, ULocale locale, GrammaticalCase grammaticalCase) {
        if (period.unit() == FactValue.Period.Unit.WORKING_DAY) {
            return workingDays(period, language, locale, grammaticalCase);
        }
        var units = NumberFormatter.with()
                .unit(unit(period.unit()))
                .unitWidth(UnitWidth.FULL_NAME)
                .unitDisplayCase(grammaticalCase.name().toLowerCase(Locale.ROOT));
        if (period.from() == period.to()) {
            String said = units.locale(locale).format(period.to()).toString();
            return grammaticalCase == GrammaticalCase.NOMINATIVE ? said : obliqueDual(said, period.to(), language);
        }
        return NumberRangeFormatter.withLocale(locale)
                .numberFormatterBoth(units)
                .formatRange(period.from(), period.to())
                .toString();
    }

    /** The locale data has no cases for Arabic; of what it says of time, the dual alone changes: يومان, لمدة يومين. */
    private static String obliqueDual(String said, int number, Language language) {
        return language.code().equals("ar") && number == 2 && said.endsWith("ان")
                ? said.substring(0, said.length() - 2) + "ين"
                : said;
    }

    private static MeasureUnit unit(FactValue.Period.Unit unit) {
        return switch (unit) {
            case MINUTE -> MeasureUnit.MINUTE;
            case HOUR -> MeasureUnit.HOUR;
            case DAY, WORKING_DAY -> MeasureUnit.DAY;
            case WEEK -> MeasureUnit.WEEK;
            case MONTH -> MeasureUnit.MONTH;
            case YEAR -> MeasureUnit.YEAR;
        };
    }

    /** CLDR has no unit of working days, so that the phrase is one of our own messages. */
    private String workingDays(
            FactValue.Period period, Language language, ULocale locale, GrammaticalCase grammaticalCase) {
        String inflected = "unit.working-day." + grammaticalCase.name().toLowerCase(Locale.ROOT);
        String key = messages.has(language, inflected) ? inflected : "unit.working-day";
        String phrase = messages.say(language, key, Map.of("count", period.to()));
        if (period.from() == period.to()) {
            return inDigitsOf(locale, phrase, language, period.to());
        }
        String upper = numbers(ULocale.forLocale(language.locale()))
                .format(period.to())
                .toString();
        if (!phrase.contains(upper)) {
            // A dual ("two working days" as one word) hides the number; a range needs the counted form.
            upper = numbers(ULocale.forLocale(language.locale())).format(100).toString();
            phrase = messages.say(language, key, Map.of("count", 100));
        }
        FormattedNumberRange range = NumberRangeFormatter.withLocale(locale)
                .numberFormatterBoth(NumberFormatter.with().precision(Precision.integer()))
                .formatRange(period.from(), period.to());
        return phrase.replace(upper, range.toString());
    }

    /** Messages are worded by language alone; the market may write other digits. */
    private static String inDigitsOf(ULocale locale, String phrase, Language language, int number) {
        String plain =
                numbers(ULocale.forLocale(language.locale())).format(number).toString();
        return phrase.replace(plain, numbers(locale).format(number).toString());
    }

    private static String money(FactValue.Money money, ULocale locale) {
        Currency currency = Currency.getInstance(money.currency().getCurrencyCode());
        BigDecimal amount = money.amount();
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return numbers(locale)
                .unit(currency)
                .precision(
                        whole && amount.compareTo(BigDecimal.valueOf(20)) >= 0
                                ? Precision.integer()
                                : Precision.currency(Currency.CurrencyUsage.STANDARD))
                .format(amount)
                .toString();
    }

    private static String clock(LocalTime time, ULocale locale) {
        DateFormat format = DateFormat.getTimeInstance(DateFormat.SHORT, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(time.atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC)));
    }

    private static String day(LocalDate date, ULocale locale) {
        DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
}
