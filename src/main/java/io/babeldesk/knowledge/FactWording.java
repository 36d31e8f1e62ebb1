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

/**
 * Says a fact's value as the shopper's language and market write it: plural, grammatical case, digits, currency, date.
 * The locale data is CLDR's, by ICU4J. Stateless; safe for use by many threads.
 */
public final class FactWording {

    private final Messages messages;

    public FactWording(Messages messages) {
        this.messages = messages;
    }

    /** The value in words. An unknown market writes numbers as the language alone does. */
    public String say(FactValue value, Language language, Optional<Market> market, GrammaticalCase grammaticalCase) {
        ULocale locale = locale(language, market);
        return switch (value) {
            case FactValue.Period period -> period(period, language, locale, grammaticalCase);
            case FactValue.Money money -> money(money, locale);
            case FactValue.Percent percent ->
                numbers(locale)
                        .unit(MeasureUnit.PERCENT)
                        .format(percent.percent())
                        .toString();
            case FactValue.Count count -> numbers(locale).format(count.count()).toString();
            case FactValue.Clock clock -> clock(clock.time(), locale);
            case FactValue.Day day -> day(day.date(), locale);
            case FactValue.CurrencyName name ->
                Currency.getInstance(name.currency().getCurrencyCode())
                        .getName(locale, Currency.PLURAL_LONG_NAME, "other", new boolean[1]);
            case FactValue.Listing listing -> ListFormatter.getInstance(locale).format(listing.names());
            case FactValue.Plain plain -> plain.text();
            case FactValue.Address address -> address.text();
            case FactValue.Opening opening -> new HoursWording(messages).say(opening.hours(), language);
        };
    }

    private static ULocale locale(Language language, Optional<Market> market) {
        Locale.Builder locale = new Locale.Builder().setLanguage(language.code());
        market.ifPresent(known -> locale.setRegion(known.code()));
        return ULocale.forLocale(locale.build());
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
            return units.locale(locale).format(period.to()).toString();
        }
        return NumberRangeFormatter.withLocale(locale)
                .numberFormatterBoth(units)
                .formatRange(period.from(), period.to())
                .toString();
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
