package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.insight.By;
import io.babeldesk.insight.FactsReader;
import io.babeldesk.insight.FactsTable;
import io.babeldesk.insight.Listed;
import io.babeldesk.insight.Period;
import io.babeldesk.insight.Report;
import io.babeldesk.insight.Report.Measured;
import io.babeldesk.insight.ReportKind;
import io.babeldesk.insight.Reports;
import io.babeldesk.insight.Selection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens at the desk: reading the log bit by bit, or anew, or after a restart tells the same, and numbers add up. */
class ReportsOfAnyLogTest {

    private static final int DEEDS = Integer.getInteger("reports.deeds", 1_500);
    /** Some days before clocks are put forward in Europe. */
    private static final Instant BEGIN = Instant.parse("2026-03-20T00:00:00Z");

    private static Reports reports(Conversations store, FactsTable table, Instant now) {
        return new Reports(
                new FactsReader(store, new LocalEventFeed(), table), table, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Period all(Instant now, ZoneId zone) {
        LocalDate last = now.atZone(zone).toLocalDate();
        return new Period(last.minusDays(Period.MOST_DAYS - 1L), last, zone);
    }

    /** A report reads the log to its end first. */
    private static void readOn(Conversations store, FactsTable table, Instant now) {
        assertThat(reports(store, table, now)
                        .of(ReportKind.VOLUME, all(now, ZoneOffset.UTC), By.NOTHING)
                        .complete())
                .isTrue();
    }

    private static Map<String, String> rows(FactsTable table) {
        Map<String, String> rows = new TreeMap<>();
        table.begunWithin(0, Long.MAX_VALUE, row -> rows.put(row.conversation(), row.begun() + " " + row.facts()));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readBitByBitTheLogTellsTheSameAsReadAnew(long seed) {
        MemoryConversations store = new MemoryConversations();
        RandomDesk desk = new RandomDesk(store, seed, BEGIN);
        Random chance = new Random(seed);
        MemoryFacts table = new MemoryFacts();
        for (int i = 0; i < DEEDS; i++) {
            desk.doesSomething();
            if (chance.nextInt(20) == 0) {
                readOn(store, table, desk.now());
            }
        }
        readOn(store, table, desk.now());
        MemoryFacts anew = new MemoryFacts();
        readOn(store, anew, desk.now());
        assertThat(rows(table)).isEqualTo(rows(anew)).isNotEmpty();
        assertThat(table.progress()).isEqualTo(anew.progress());
    }

    @Test
    void goesOnAfterARestartAndBeginsAnewWhereTheFormIsAnother(@TempDir Path folder) {
        Map<String, String> before;
        Instant now;
        try (Stores stores = Stores.open(folder)) {
            RandomDesk desk = new RandomDesk(stores.conversations(), 4, BEGIN);
            for (int i = 0; i < 120; i++) {
                desk.doesSomething();
                if (i == 60) {
                    readOn(stores.conversations(), stores.facts(), desk.now());
                }
            }
            now = desk.now();
        }
        try (Stores stores = Stores.open(folder)) {
            long reached = stores.facts().progress().position();
            assertThat(reached).isPositive().isLessThan(stores.conversations().newestPosition());
            readOn(stores.conversations(), stores.facts(), now);
            before = rows(stores.facts());
            MemoryFacts anew = new MemoryFacts();
            readOn(stores.conversations(), anew, now);
            assertThat(before).isEqualTo(rows(anew));
            FactsTable.Progress here = stores.facts().progress();
            stores.facts().put(List.of(), here, new FactsTable.Progress(here.position(), -1));
            readOn(stores.conversations(), stores.facts(), now);
            assertThat(stores.facts().progress()).isEqualTo(here);
            assertThat(rows(stores.facts())).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, Europe/Berlin", "6, Asia/Kathmandu", "7, America/Los_Angeles"})
    void everyNumberIsTheSizeOfItsList(long seed, ZoneId zone) {
        MemoryConversations store = new MemoryConversations();
        RandomDesk desk = new RandomDesk(store, seed, BEGIN);
        for (int i = 0; i < DEEDS; i++) {
            desk.doesSomething();
        }
        MemoryFacts table = new MemoryFacts();
        Reports reports = reports(store, table, desk.now());
        LocalDate today = desk.now().atZone(zone).toLocalDate();
        // Part of the time, so that the borders of the period count, too.
        Period period = new Period(today.minusDays(9), today.minusDays(1), zone);
        long checked = 0;
        for (ReportKind kind : ReportKind.values()) {
            for (By by : By.values()) {
                Report report = reports.of(kind, period, by);
                checked += check(reports, report, report.numbers(), Optional.empty());
                for (Report.Row row : report.rows()) {
                    checked += check(reports, report, row.numbers(), Optional.of(row.key()));
                }
            }
        }
        assertThat(checked).as("numbers of more than nothing").isGreaterThan(1_000);
    }

    /** How many of the numbers were of something. */
    private static long check(Reports reports, Report report, List<Measured> numbers, Optional<String> key) {
        for (Measured number : numbers) {
            isBehind(reports, report, number.figure().part(), number.count(), key);
            number.figure()
                    .whole()
                    .ifPresent(whole ->
                            isBehind(reports, report, whole, number.of().orElseThrow(), key));
            number.value().ifPresent(value -> {
                switch (number.figure().measure()) {
                    case COUNT -> assertThat(value).isEqualTo((double) number.count());
                    case SHARE ->
                        assertThat(value)
                                .isBetween(0.0, 1.0)
                                .isEqualTo((double) number.count() / number.of().orElseThrow());
                    case P50, P90, MEAN -> assertThat(value).isNotNegative();
                }
            });
        }
        return numbers.stream().filter(number -> number.count() > 0).count();
    }

    private static void isBehind(
            Reports reports, Report report, Selection selection, long count, Optional<String> key) {
        Listed listed = reports.list(selection, report.period(), report.by(), key, 0, Integer.MAX_VALUE);
        assertThat(listed.total())
                .as("%s of %s by %s %s", selection, report.kind(), report.by(), key)
                .isEqualTo(count);
        assertThat(listed.entries()).hasSize((int) count).doesNotHaveDuplicates();
    }

    @Test
    void everyConversationHasOneOutcome() {
        MemoryConversations store = new MemoryConversations();
        RandomDesk desk = new RandomDesk(store, 8, BEGIN);
        for (int i = 0; i < DEEDS; i++) {
            desk.doesSomething();
        }
        Report report = reports(store, new MemoryFacts(), desk.now())
                .of(ReportKind.RESOLUTION, all(desk.now(), ZoneOffset.UTC), By.LANGUAGE);
        report.rows().forEach(row -> {
            List<Measured> outcomes = row.numbers().subList(0, 5);
            assertThat(outcomes.stream().mapToLong(Measured::count).sum())
                    .isEqualTo(outcomes.getFirst().of().orElseThrow());
        });
        assertThat(report.numbers().subList(0, 5))
                .allSatisfy(number -> assertThat(number.count()).isPositive());
    }
}
