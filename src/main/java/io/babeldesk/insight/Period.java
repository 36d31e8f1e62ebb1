package io.babeldesk.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days in a time zone. A day is from midnight, or the first moment after it that there is, to the next: 23 or 25
 * hours where clocks are put forward or back.
 *
 * @param from the first day
 * @param to the last day, which belongs to it
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    /** The longest, in days. */
    public static final int MOST_DAYS = 1_100;

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period from " + from + " to " + to + "; its end comes first");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new IllegalArgumentException("a period of more than " + MOST_DAYS + " days");
        }
    }

    long begin() {
        return from.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    long end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    LocalDate dayOf(long at) {
        return Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    }

    int hourOf(long at) {
        return Instant.ofEpochMilli(at).atZone(zone).getHour();
    }

    /** Whether it is not over yet. */
    public boolean isPartial(Instant now) {
        return now.toEpochMilli() < end();
    }
}
