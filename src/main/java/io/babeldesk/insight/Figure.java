package io.babeldesk.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * A number of a report.
 *
 * @param part the items behind it
 * @param whole what a share is a share of
 */
public record Figure(Selection part, Measure measure, Optional<Selection> whole) {

    /** What is said of the items. */
    public enum Measure {
        /** How many there are. */
        COUNT,
        /** How many of the whole, 0 to 1. */
        SHARE,
        /** Of the values that half, or nine of ten, do not exceed, the least: the nearest rank. */
        P50,
        P90,
        MEAN;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Figure count(Selection part) {
        return new Figure(part, Measure.COUNT, Optional.empty());
    }

    static Figure share(Selection part, Selection whole) {
        return new Figure(part, Measure.SHARE, Optional.of(whole));
    }

    static Figure p50(Selection part) {
        return new Figure(part, Measure.P50, Optional.empty());
    }

    static Figure mean(Selection part) {
        return new Figure(part, Measure.MEAN, Optional.empty());
    }

    static Figure p90(Selection part) {
        return new Figure(part, Measure.P90, Optional.empty());
    }

    /** Lengths of time in seconds. Empty where there is nothing to measure. */
    OptionalDouble of(Tally tally) {
        Values values = tally.of(part);
        return switch (measure) {
            case COUNT -> OptionalDouble.of(values.count());
            case SHARE -> {
                int all = whole.map(one -> tally.of(one).count()).orElse(0);
                yield all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) values.count() / all);
            }
            case P50 -> rank(values, 0.5);
            case P90 -> rank(values, 0.9);
            case MEAN ->
                LongStream.of(values.sorted()).mapToDouble(part::measure).average();
        };
    }

    private OptionalDouble rank(Values values, double share) {
        if (values.count() == 0) {
            return OptionalDouble.empty();
        }
        long[] sorted = values.sorted();
        return OptionalDouble.of(part.measure(sorted[(int) Math.ceil(share * sorted.length) - 1]));
    }

    /** The values of some items. */
    static final class Values {

        private static final int FIRST = 8;

        private long[] values = new long[FIRST];
        private int count;

        void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        int count() {
            return count;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
