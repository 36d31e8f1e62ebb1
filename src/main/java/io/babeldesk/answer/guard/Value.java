package io.babeldesk.answer.guard;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something in a text that is right or wrong by itself, apart from any language. */
sealed interface Value {

    /** Whether a text with these values says this one too. */
    default boolean isAmong(Collection<Value> stated) {
        return stated.stream().anyMatch(this::saysSameAs);
    }

    boolean saysSameAs(Value stated);

    /**
     * A sum of money.
     *
     * @param currencies those that the sign may stand for
     */
    record Money(BigDecimal from, BigDecimal to, Set<String> currencies) implements Value {
        @Override
        public boolean saysSameAs(Value stated) {
            return stated instanceof Money money
                    && to.compareTo(money.to) == 0
                    && (from.compareTo(money.from) == 0 || from.compareTo(to) == 0)
                    && !Collections.disjoint(currencies, money.currencies);
        }
    }

    /** A measured number, or a range of such. */
    record Quantity(BigDecimal from, BigDecimal to, Unit unit) implements Value {
        /** "de 9 h à 18 h" says two times, not how long. */
        @Override
        public boolean isAmong(Collection<Value> stated) {
            boolean hours = unit == Unit.MINUTES && to.intValue() <= 24 * 60 && from.compareTo(to) < 0;
            return stated.stream().anyMatch(this::saysSameAs) || (hours && isTime(from, stated) && isTime(to, stated));
        }

        private static boolean isTime(BigDecimal minutes, Collection<Value> stated) {
            return new Time(Set.of(minutes.intValue()))
                    .isAmong(stated.stream().filter(Time.class::isInstance).toList());
        }

        @Override
        public boolean saysSameAs(Value stated) {
            if (stated instanceof Time time && unit == Unit.MINUTES && from.compareTo(to) == 0) {
                // "14 Uhr" is a time, "14 h" may be one.
                return time.minutes().contains(to.intValue());
            }
            // The end of a range alone is still true; its beginning alone promises more.
            return stated instanceof Quantity quantity
                    && unit == quantity.unit
                    && to.compareTo(quantity.to) == 0
                    && (from.compareTo(quantity.from) == 0 || from.compareTo(to) == 0);
        }
    }

    /**
     * A number of nothing that is known.
     *
     * @param readings what it may mean: 1.299 is one thing in Berlin and another in London
     */
    record Bare(Set<BigDecimal> readings) implements Value {
        @Override
        public boolean saysSameAs(Value stated) {
            return readings.stream().anyMatch(reading -> is(reading, stated));
        }

        private static boolean is(BigDecimal number, Value stated) {
            return switch (stated) {
                case Bare bare -> bare.readings.stream().anyMatch(other -> other.compareTo(number) == 0);
                case Money money -> number.compareTo(money.from) == 0 || number.compareTo(money.to) == 0;
                case Counted counted -> number.compareTo(counted.number()) == 0;
                case Quantity quantity -> quantity.unit == Unit.PERCENT && number.compareTo(quantity.to) == 0;
                case Time time ->
                    time.minutes().stream()
                            .anyMatch(minute -> minute % 60 == 0
                                    && BigDecimal.valueOf(minute / 60).compareTo(number) == 0);
                case Day day ->
                    day.year().map(year -> number.intValue() == year).orElse(false);
                case Month month -> false;
                case Weekday weekday -> false;
                case Reference reference ->
                    reference.kind() == Reference.Kind.CODE && reference.text().equals(number.toPlainString());
            };
        }
    }

    /** A number as it was written, beside the unit that makes it a {@link Quantity}: for numbers that are repeated bare. */
    record Counted(BigDecimal number) implements Value {
        @Override
        public boolean saysSameAs(Value stated) {
            return true;
        }
    }

    record Day(Set<Integer> monthDays, Optional<Integer> year) implements Value {
        @Override
        public boolean saysSameAs(Value stated) {
            return stated instanceof Day day
                    && !Collections.disjoint(monthDays, day.monthDays)
                    && (year.isEmpty() || day.year.isEmpty() || year.equals(day.year));
        }
    }

    record Month(int month, Optional<Integer> year) implements Value {
        @Override
        public boolean saysSameAs(Value stated) {
            return switch (stated) {
                case Month other -> other.month == month && (year.isEmpty() || year.equals(other.year));
                case Day day -> day.monthDays.stream().anyMatch(monthDay -> monthDay / 100 == month);
                default -> false;
            };
        }
    }

    /** @param day 1 is Monday */
    record Weekday(int day) implements Value {
        @Override
        public boolean saysSameAs(Value stated) {
            return equals(stated);
        }
    }

    /** @param minutes of the day; two where morning and afternoon are left open */
    record Time(Set<Integer> minutes) implements Value {
        @Override
        public boolean saysSameAs(Value stated) {
            return switch (stated) {
                case Time time -> !Collections.disjoint(minutes, time.minutes);
                case Quantity quantity ->
                    quantity.unit == Unit.MINUTES && List.copyOf(minutes).contains(quantity.to.intValue());
                case Bare bare -> new Bare(bare.readings).saysSameAs(this);
                default -> false;
            };
        }
    }

    /** A link, an address, a number of an order: right to the last letter, or wrong. */
    record Reference(Kind kind, String text) implements Value {
        enum Kind {
            LINK,
            EMAIL,
            PHONE,
            CODE
        }

        @Override
        public boolean saysSameAs(Value stated) {
            if (!(stated instanceof Reference other)) {
                return stated instanceof Bare bare
                        && kind == Kind.CODE
                        && bare.readings().stream()
                                .anyMatch(reading -> reading.toPlainString().equals(text));
            }
            return switch (kind) {
                case PHONE -> other.kind == Kind.PHONE && samePhone(text, other.text);
                case LINK ->
                    other.kind == Kind.LINK && (text.equals(other.text) || (other.text + "/").startsWith(text + "/"));
                case EMAIL, CODE -> text.equals(other.text);
            };
        }

        /** With and without the country's code. */
        private static boolean samePhone(String one, String two) {
            String shorter = one.length() < two.length() ? one : two;
            String longer = one.length() < two.length() ? two : one;
            String national = shorter.startsWith("0") ? shorter.substring(1) : shorter;
            return longer.equals(shorter) || (national.length() >= 7 && longer.endsWith(national));
        }
    }
}
