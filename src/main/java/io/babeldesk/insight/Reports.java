package io.babeldesk.insight;

import io.babeldesk.insight.Report.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Numbers of the conversations that began in a period, and what stands behind each. A number and its list are the same
 * items, counted or shown. Safe for use by many threads.
 */
public final class Reports {

    /** How much of the log is read before a report is made; the rest is read beside. */
    private static final int BATCHES = 20;

    private static final Comparator<Item> NEWEST_FIRST = Comparator.<Item>comparingLong(item -> -item.facts().begun)
            .thenComparing(item -> item.facts().conversation)
            .thenComparing(item -> item.turn().orElse(""));

    private final FactsReader reader;
    private final FactsTable table;
    private final Clock clock;

    public Reports(FactsReader reader, FactsTable table, Clock clock) {
        this.reader = reader;
        this.table = table;
        this.clock = clock;
    }

    public Report of(ReportKind kind, Period period, By by) {
        boolean complete = reader.catchUp(BATCHES);
        Instant now = clock.instant();
        Set<Selection> selections = kind.selections();
        Tally all = new Tally();
        Map<String, Tally> apart = new LinkedHashMap<>();
        by.always(period, now).forEach(key -> apart.put(key, new Tally()));
        each(period, facts -> {
            for (Selection selection : selections) {
                selection.find(facts, now.toEpochMilli(), item -> {
                    all.add(selection, item.value());
                    for (String key : by.keys(item, period)) {
                        apart.computeIfAbsent(key, _ -> new Tally()).add(selection, item.value());
                    }
                });
            }
        });
        return new Report(
                kind,
                period,
                by,
                period.isPartial(now),
                complete,
                numbers(kind, all),
                rows(kind, period, by, apart, now));
    }

    private static List<Report.Measured> numbers(ReportKind kind, Tally tally) {
        return kind.figures().stream()
                .map(figure -> Report.Measured.of(figure, tally))
                .toList();
    }

    private static List<Row> rows(ReportKind kind, Period period, By by, Map<String, Tally> apart, Instant now) {
        LocalDate today = period.dayOf(now.toEpochMilli());
        List<Row> rows = new ArrayList<>();
        apart.forEach((key, tally) ->
                rows.add(new Row(key, by == By.DAY && key.equals(today.toString()), numbers(kind, tally))));
        Comparator<Row> byKey = Comparator.comparing(Row::key);
        rows.sort(
                by.isOrdered()
                        ? byKey
                        : Comparator.<Row>comparingLong(row -> -most(row)).thenComparing(byKey));
        return List.copyOf(rows);
    }

    private static long most(Row row) {
        return row.numbers().stream()
                .mapToLong(number -> Math.max(number.count(), number.of().orElse(0)))
                .max()
                .orElse(0);
    }

    /**
     * What stands behind a number.
     *
     * @param key of the row that it stands in; empty for all
     * @param skip how many come before
     */
    public Listed list(Selection selection, Period period, By by, Optional<String> key, int skip, int limit) {
        reader.catchUp(BATCHES);
        long now = clock.instant().toEpochMilli();
        List<Item> items = new ArrayList<>();
        each(
                period,
                facts -> selection.find(facts, now, item -> {
                    if (key.isEmpty() || by.keys(item, period).contains(key.get())) {
                        items.add(item);
                    }
                }));
        items.sort(NEWEST_FIRST);
        return new Listed(
                items.size(),
                items.stream()
                        .skip(skip)
                        .limit(limit)
                        .map(item -> Listed.Entry.of(selection, item))
                        .toList());
    }

    private void each(Period period, Consumer<Facts> consumer) {
        table.begunWithin(period.begin(), period.end(), row -> consumer.accept(FactsForm.read(row.facts())));
    }
}
