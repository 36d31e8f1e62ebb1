package io.babeldesk.handoff;

import io.babeldesk.knowledge.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Counts time as far as people are there. A shop without any hours is always there. Immutable.
 *
 * @param hours of the shop, in its own time zone
 */
public record BusinessHours(Shop.Hours hours) {

    /** Beyond so many days off in a row nobody is expected any more. */
    private static final int LONGEST_PAUSE_DAYS = 400;

    public boolean isOpen(Instant at) {
        return always() || hours.open(at.atZone(hours.zone()));
    }

    /** When people are there again; that very time if they are, and empty if they never come. */
    public Optional<Instant> opening(Instant from) {
        if (isOpen(from)) {
            return Optional.of(from);
        }
        LocalDate first = from.atZone(hours.zone()).toLocalDate();
        for (LocalDate day = first; day.isBefore(first.plusDays(LONGEST_PAUSE_DAYS)); day = day.plusDays(1)) {
            Optional<Instant> begin = begin(day).filter(time -> time.isAfter(from));
            if (begin.isPresent()) {
                return begin;
            }
        }
        return Optional.empty();
    }

    /** The time at which so much business time has passed. Where people never come, time passes by the clock. */
    public Instant after(Instant from, Duration business) {
        Instant at = from;
        Duration left = business;
        while (true) {
            Optional<Instant> open = opening(at);
            if (always() || open.isEmpty()) {
                return at.plus(left);
            }
            Instant end = end(open.get());
            Duration today = Duration.between(open.get(), end);
            if (left.compareTo(today) <= 0) {
                return open.get().plus(left);
            }
            left = left.minus(today);
            at = end;
        }
    }

    /** How much business time lies between two times; none if the second is not later. */
    public Duration between(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        if (always()) {
            return Duration.between(from, to);
        }
        Duration sum = Duration.ZERO;
        Optional<Instant> open = opening(from);
        while (open.isPresent() && open.get().isBefore(to)) {
            Instant end = end(open.get());
            sum = sum.plus(Duration.between(open.get(), end.isBefore(to) ? end : to));
            open = opening(end);
        }
        return sum;
    }

    private boolean always() {
        return hours.days().isEmpty();
    }

    private Optional<Instant> begin(LocalDate day) {
        return hours.on(day).map(span -> at(day, span.from()));
    }

    /** When the day ends on which people are there at a time. */
    private Instant end(Instant during) {
        ZonedDateTime there = during.atZone(hours.zone());
        LocalDate day = there.toLocalDate();
        return hours.on(day).map(span -> at(day, span.to())).orElseThrow();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(hours.zone()).toInstant();
    }
}
