package io.babeldesk.knowledge.intake;

import io.babeldesk.knowledge.FactValue;
import io.babeldesk.knowledge.FactValue.Period.Unit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How each kind of fact is written in {@code policies.yaml}. */
enum FactParser {
    PERIOD("a period such as '30 days', '3-5 working days', '24 months' or '48 hours'", FactParser::period),
    MONEY("an amount with its currency code such as '4.90 EUR' or '800 JPY'", FactParser::money),
    PERCENT("a percentage such as '19 %'", FactParser::percent),
    COUNT("a whole number such as '3'", FactParser::count),
    CLOCK("a time of day such as \"14:00\"", FactParser::clock),
    DATE("a date such as '2026-12-24'", FactParser::date),
    CURRENCY("a currency code such as 'EUR'", text -> currency(text).map(FactValue.CurrencyName::new)),
    TEXT("text", text -> Optional.of(new FactValue.Plain(text))),
    ADDRESS("a postal address on one line", text -> Optional.of(new FactValue.Plain(text))),
    EMAIL("an e-mail address", FactParser::email),
    PHONE("a phone number such as '+44 20 7946 0958'", FactParser::phone),
    LINK("a web address that begins with https://", FactParser::link),
    LIST("a list such as [Visa, PayPal]", text -> Optional.empty());

    private static final Pattern PERIOD_FORM =
            Pattern.compile("(\\d{1,4})(?:\\s*-\\s*(\\d{1,4}))?\\s+(minute|hour|day|working day|week|month|year)s?");
    private static final Pattern MONEY_FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?)\\s+([A-Z]{3})");
    private static final Pattern PERCENT_FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)\\s*%");
    private static final Pattern EMAIL_FORM = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern PHONE_FORM = Pattern.compile("\\+?[0-9][0-9 ()/-]{4,}");

    private final String expected;

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Function<String, Optional<FactValue>> parser;

    FactParser(String expected, Function<String, ? extends Optional<? extends FactValue>> parser) {
        this.expected = expected;
        this.parser = text -> parser.apply(text).map(Function.identity());
    }

    String expected() {
        return expected;
    }

    Optional<FactValue> parse(String text) {
        return parser.apply(text);
    }

    private static Optional<FactValue> period(String text) {
        Matcher matcher = PERIOD_FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        Unit unit = Unit.valueOf(matcher.group(3).toUpperCase(Locale.ROOT).replace(' ', '_'));
        return from > to ? Optional.empty() : Optional.of(new FactValue.Period(from, to, unit));
    }

    private static Optional<FactValue> money(String text) {
        Matcher matcher = MONEY_FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(matcher.group(1));
        // More digits than the currency has would be rounded when they are shown.
        return currency(matcher.group(2))
                .filter(currency -> amount.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits())
                .map(currency -> new FactValue.Money(amount.setScale(currency.getDefaultFractionDigits()), currency));
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .findFirst();
    }

    private static Optional<FactValue> percent(String text) {
        Matcher matcher = PERCENT_FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new FactValue.Percent(new BigDecimal(matcher.group(1))))
                : Optional.empty();
    }

    private static Optional<FactValue> count(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(new FactValue.Count(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<FactValue> clock(String text) {
        return time(text).map(FactValue.Clock::new);
    }

    /** A time of day, 24 hours; {@code 24:00} is not one. */
    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<FactValue> date(String text) {
        return day(text).map(FactValue.Day::new);
    }

    private static Optional<FactValue> email(String text) {
        return EMAIL_FORM.matcher(text).matches()
                ? Optional.of(new FactValue.Address(text, "mailto:" + text))
                : Optional.empty();
    }

    private static Optional<FactValue> phone(String text) {
        return PHONE_FORM.matcher(text).matches()
                ? Optional.of(new FactValue.Address(text, "tel:" + text.replaceAll("[^+0-9]", "")))
                : Optional.empty();
    }

    private static Optional<FactValue> link(String text) {
        return text.startsWith("https://") ? Optional.of(new FactValue.Address(text, text)) : Optional.empty();
    }
}
