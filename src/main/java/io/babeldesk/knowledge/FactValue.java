package io.babeldesk.knowledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;

/** What a policy fact says in a market, apart from any language. */
public sealed interface FactValue {

    /** A stretch of time, or a range of such; {@code from} equals {@code to} where it is no range. */
    record Period(int from, int to, Unit unit) implements FactValue {
        /** What is counted. */
        public enum Unit {
            MINUTE,
            HOUR,
            DAY,
            WORKING_DAY,
            WEEK,
            MONTH,
            YEAR
        }
    }

    record Money(BigDecimal amount, Currency currency) implements FactValue {}

    /** @param percent 19 for 19 % */
    record Percent(BigDecimal percent) implements FactValue {}

    record Count(long count) implements FactValue {}

    record Clock(LocalTime time) implements FactValue {}

    record Day(LocalDate date) implements FactValue {}

    record CurrencyName(Currency currency) implements FactValue {}

    /** Names that are joined as the language joins a list. */
    record Listing(List<String> names) implements FactValue {}

    /** Text that stands as it is in every language. */
    record Plain(String text) implements FactValue {}

    /** Something that can be followed: {@code mailto:}, {@code tel:} or {@code https:}. */
    record Address(String text, String href) implements FactValue {}

    /** When people are there, said in the language's own day names. */
    record Opening(Shop.Hours hours) implements FactValue {}
}
