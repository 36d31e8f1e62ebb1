package io.babeldesk.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the items of a report are told apart by. */
public enum By {
    NOTHING {
        @Override
        List<String> keys(Item item, Period period) {
            return List.of();
        }
    },
    /** The day on which the conversation began. */
    DAY {
        @Override
        List<String> keys(Item item, Period period) {
            return List.of(period.dayOf(item.facts().begun).toString());
        }

        @Override
        List<String> always(Period period, Instant now) {
            LocalDate today = period.dayOf(now.toEpochMilli());
            LocalDate last = period.to().isAfter(today) ? today : period.to();
            return period.from().isAfter(last)
                    ? List.of()
                    : period.from()
                            .datesUntil(last.plusDays(1))
                            .map(LocalDate::toString)
                            .toList();
        }
    },
    /** The hour of the day in which it began, {@code 00} to {@code 23}. */
    HOUR {
        @Override
        List<String> keys(Item item, Period period) {
            return List.of(HOURS.get(period.hourOf(item.facts().begun)));
        }

        @Override
        List<String> always(Period period, Instant now) {
            return HOURS;
        }
    },
    LANGUAGE {
        @Override
        List<String> keys(Item item, Period period) {
            return known(item.language());
        }
    },
    MARKET {
        @Override
        List<String> keys(Item item, Period period) {
            return known(item.market());
        }
    },
    /** Who replied; of whole conversations, who had it last. */
    AGENT {
        @Override
        List<String> keys(Item item, Period period) {
            return known(item.agent());
        }
    },
    /** The rule by which it was handed over. */
    REASON {
        @Override
        List<String> keys(Item item, Period period) {
            return known(item.facts().reason);
        }
    },
    /** Of the articles that were cited; an item of several topics counts in each. */
    TOPIC {
        @Override
        List<String> keys(Item item, Period period) {
            List<String> topics = item.topics();
            return topics.isEmpty() ? List.of(NONE) : topics;
        }
    },
    /** The tenth, rounded down, of the reply's confidence. */
    CONFIDENCE {
        @Override
        List<String> keys(Item item, Period period) {
            return List.of(item.reply()
                    .map(reply -> TENTHS.get((int) Math.min(9, Math.floor(reply.confidence() * 10))))
                    .orElse(NONE));
        }
    };

    /** Where something has none. */
    public static final String NONE = "none";

    private static final List<String> HOURS = IntStream.range(0, 24)
            .mapToObj(hour -> (hour < 10 ? "0" : "") + hour)
            .toList();
    private static final List<String> TENTHS =
            IntStream.range(0, 10).mapToObj(tenth -> "0." + tenth).toList();

    /** Under which an item counts. */
    abstract List<String> keys(Item item, Period period);

    /** What is told of even where nothing was. */
    List<String> always(Period period, Instant now) {
        return List.of();
    }

    /** Whether its keys have an order of their own. */
    boolean isOrdered() {
        return this == DAY || this == HOUR || this == CONFIDENCE;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<By> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    /** {@code day, hour, …} */
    public static List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (By by : values()) {
            labels.add(by.label());
        }
        return labels;
    }

    private static List<String> known(String key) {
        return List.of(key.isEmpty() ? NONE : key);
    }
}
