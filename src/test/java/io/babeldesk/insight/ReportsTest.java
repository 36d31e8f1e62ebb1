package io.babeldesk.insight;

import static io.babeldesk.insight.Story.ANNA;
import static io.babeldesk.insight.Story.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.store.LocalEventFeed;
import io.babeldesk.store.MemoryFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each number by hand, on small logs. */
class ReportsTest {

    private static final Instant LATER = Instant.parse("2026-03-20T12:00:00Z");
    private static final ZoneId UTC = ZoneOffset.UTC;

    private final Story story = new Story("2026-03-02T10:00:00Z");

    private Reports reports(Instant now) {
        List<Event> log = story.log();
        MemoryFacts table = new MemoryFacts();
        FactsReader reader = new FactsReader(
                (position, limit) -> log.stream()
                        .filter(event -> event.position() > position)
                        .limit(limit)
                        .toList(),
                new LocalEventFeed(),
                table,
                7);
        return new Reports(reader, table, Clock.fixed(now, UTC));
    }

    private Report report(ReportKind kind, By by) {
        return reports(LATER).of(kind, new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 10), UTC), by);
    }

    /** {@code handed-over 2/5}, {@code resolution p50 60.0}, {@code conversations 3}; {@code -} where nothing is measured. */
    private static List<String> words(List<Report.Measured> numbers) {
        return numbers.stream()
                .map(number -> {
                    String name = number.figure().part().label();
                    return switch (number.figure().measure()) {
                        case COUNT -> name + " " + number.count();
                        case SHARE ->
                            name + " " + number.count() + "/" + number.of().orElseThrow();
                        case P50, P90, MEAN ->
                            name + " " + number.figure().measure().label() + " "
                                    + (number.value().isPresent()
                                            ? number.value().getAsDouble()
                                            : "-");
                    };
                })
                .toList();
    }

    private List<String> numbers(ReportKind kind) {
        return words(report(kind, By.NOTHING).numbers());
    }

    /** By the row's key: its first number. */
    private Map<String, String> first(ReportKind kind, By by) {
        Map<String, String> first = new LinkedHashMap<>();
        report(kind, by)
                .rows()
                .forEach(row -> first.put(row.key(), words(row.numbers()).getFirst()));
        return first;
    }

    @Test
    void anEmptyPeriodHasNoRates() {
        assertThat(numbers(ReportKind.VOLUME))
                .containsExactly("conversations 0", "answered 0", "handed-over 0", "returned 0/0");
        assertThat(numbers(ReportKind.RESPONSE)).contains("assistant-first p50 -", "person-next p90 -");
        assertThat(report(ReportKind.VOLUME, By.LANGUAGE).rows()).isEmpty();
        assertThat(report(ReportKind.VOLUME, By.DAY).rows()).hasSize(10);
        assertThat(report(ReportKind.RESOLUTION, By.NOTHING)
                        .numbers()
                        .getFirst()
                        .value())
                .isEmpty();
    }

    @Test
    void whatTheAssistantDidIsConfirmedAssumedOrNeither() {
        story.in("helped", "de", "DE").at(0).asks().at(10).answers(0.9).at(20).rates(true);
        story.in("quiet", "de", "AT").at(100).asks().at(110).answers(0.8);
        story.in("closed", "fr", "FR")
                .at(200)
                .asks()
                .at(210)
                .answers(0.8)
                .at(220)
                .moves(ConversationState.RESOLVED);
        story.in("not helped", "fr", "FR").at(300).asks().at(310).answers(0.8).rates(false);
        story.in("refused", "ja", "JP").at(400).asks().at(410).replies(ReplyKind.DECLINED, 0.1);
        story.in("unheard", "ja", "JP").at(500).asks();
        story.in("person", "ja", "JP")
                .at(600)
                .asks()
                .isHandedOver("asked-person")
                .replies(ReplyKind.NEEDS_PERSON, 0);
        assertThat(numbers(ReportKind.RESOLUTION))
                .containsExactly(
                        "confirmed 1/7",
                        "assumed 2/7",
                        "handed-over 1/7",
                        "unresolved 3/7",
                        "ongoing 0/7",
                        "first-contact 3/3",
                        "resolved p50 10.0",
                        "resolved p90 10.0");
        assertThat(first(ReportKind.RESOLUTION, By.LANGUAGE))
                .containsExactly(
                        entry("ja", "confirmed 0/3"), entry("de", "confirmed 1/2"), entry("fr", "confirmed 0/2"));
        assertThat(first(ReportKind.RESOLUTION, By.MARKET))
                .containsEntry("AT", "confirmed 0/1")
                // Nothing tells the market of whoever got no reply.
                .containsEntry("none", "confirmed 0/1");
    }

    @Test
    void whatMayGoOnIsOngoing() {
        story.in("quiet", "de", "DE").at(0).asks().at(10).answers(0.9);
        Period day = new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2), UTC);
        Instant answered = Instant.parse("2026-03-02T10:00:10Z");
        assertThat(words(reports(answered.plus(Facts.QUIET).minusMillis(1))
                        .of(ReportKind.RESOLUTION, day, By.NOTHING)
                        .numbers()))
                .contains("ongoing 1/1", "assumed 0/1");
        assertThat(words(reports(answered.plus(Facts.QUIET))
                        .of(ReportKind.RESOLUTION, day, By.NOTHING)
                        .numbers()))
                .contains("ongoing 0/1", "assumed 1/1");
    }

    @Test
    void theLastWordCounts() {
        story.in("a", "de", "DE")
                .at(0)
                .asks()
                .answers(0.9)
                .rates(false)
                .at(60)
                .asks()
                .answers(0.9)
                .rates(true);
        story.in("b", "de", "DE").at(0).asks().answers(0.9).rates(true).rates(false);
        assertThat(numbers(ReportKind.RESOLUTION)).contains("confirmed 1/2", "unresolved 1/2", "resolved p50 60.0");
    }

    @Test
    void whoComesBackWasNotHelpedAtFirstContact() {
        int day = 24 * 3600;
        story.in("a", "de", "DE")
                .at(0)
                .asks()
                .answers(0.9)
                .at(day)
                .asks()
                .at(day + 5)
                .answers(0.9);
        story.in("b", "de", "DE").at(0).asks().answers(0.9).at(day - 1).asks().answers(0.9);
        story.in("c", "de", "DE")
                .at(0)
                .asks()
                .isHandedOver("anger")
                .isTaken(ANNA)
                .at(10)
                .moves(ConversationState.RESOLVED)
                .at(20)
                .asks()
                .isTaken(ANNA)
                .at(50)
                .moves(ConversationState.RESOLVED)
                .moves(ConversationState.CLOSED);
        assertThat(numbers(ReportKind.RESOLUTION)).contains("first-contact 1/3", "resolved p50 86399.0");
        assertThat(numbers(ReportKind.VOLUME)).contains("returned 2/3");
    }

    @Test
    void handoffsHaveReasonsWaitingAndThoseWhoLeave() {
        story.in("a", "de", "DE")
                .at(0)
                .asks()
                .isHandedOver("asked-person")
                .at(30)
                .isTaken(ANNA);
        story.in("b", "de", "DE")
                .at(0)
                .asks()
                .isHandedOver("asked-person")
                .at(50)
                .isTaken(BEN);
        story.in("c", "en", "US").at(0).asks().isHandedOver("anger").at(400).moves(ConversationState.ASSISTANT);
        story.in("d", "en", "US").at(0).asks().isHandedOver("taken-over").isTaken(ANNA);
        story.in("e", "en", "US").at(0).asks().answers(0.9);
        // Withdrawn, and handed over again: the wait is that of the time when it was taken.
        story.in("f", "en", "US")
                .at(0)
                .asks()
                .isHandedOver("anger")
                .at(10)
                .moves(ConversationState.ASSISTANT)
                .at(100)
                .isHandedOver("asked-person")
                .at(190)
                .isTaken(ANNA);
        assertThat(numbers(ReportKind.HANDOFF))
                .containsExactly(
                        "handed-over 5", "handed-over 5/6", "abandoned 1/5", "waited p50 50.0", "waited p90 90.0");
        assertThat(first(ReportKind.HANDOFF, By.REASON))
                .containsExactly(
                        entry("anger", "handed-over 2"),
                        entry("asked-person", "handed-over 2"),
                        entry("none", "handed-over 0"),
                        entry("taken-over", "handed-over 1"));
        assertThat(first(ReportKind.HANDOFF, By.AGENT))
                .containsEntry("agt_anna", "handed-over 3")
                .containsEntry("agt_ben", "handed-over 1")
                .containsEntry("none", "handed-over 1");
    }

    @Test
    void responsesAreMeasuredFromWhenSheBeganToWait() {
        story.in("a", "de", "DE")
                .at(0)
                .asks()
                .at(3)
                .asks()
                .at(4)
                .answers(0.9)
                .at(10)
                .asks()
                .at(20)
                .answers(0.9);
        story.in("b", "de", "DE")
                .at(0)
                .asks()
                .at(8)
                .isHandedOver("anger")
                .replies(ReplyKind.NEEDS_PERSON, 0)
                .at(20)
                .isTaken(ANNA)
                .at(68)
                .says(ANNA)
                .at(70)
                .says(ANNA)
                .at(100)
                .asks()
                .at(110)
                .asks()
                .at(130)
                .says(BEN);
        assertThat(numbers(ReportKind.RESPONSE))
                .containsExactly(
                        "assistant-first p50 4.0",
                        "assistant-first p90 8.0",
                        "person-first p50 60.0",
                        "person-first p90 60.0",
                        "person-next p50 30.0",
                        "person-next p90 30.0");
        Listed next = reports(LATER)
                .list(
                        Selection.PERSON_NEXT,
                        new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2), UTC),
                        By.AGENT,
                        Optional.of("agt_ben"),
                        0,
                        10);
        assertThat(next.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.conversation()).isEqualTo("b");
            assertThat(entry.turn()).isPresent();
            assertThat(entry.value()).hasValue(30);
        });
    }

    @Test
    void whatAnAgentTookOverSheHasYetToAnswer() {
        story.in("a", "de", "DE")
                .at(0)
                .asks()
                .at(5)
                .isHandedOver("taken-over")
                .isTaken(ANNA)
                .replies(ReplyKind.STOPPED, 0)
                .at(15)
                .says(ANNA);
        assertThat(numbers(ReportKind.RESPONSE)).contains("assistant-first p50 -", "person-first p50 10.0");
    }

    @Test
    void deadlinesAreKeptWhereNoBreachWasLogged() {
        story.in("kept", "de", "DE")
                .at(0)
                .asks()
                .isHandedOver("anger")
                .isTaken(ANNA)
                .at(60)
                .says(ANNA);
        story.at(90).asks().at(100).says(ANNA).at(110).moves(ConversationState.RESOLVED);
        story.in("late", "de", "DE")
                .at(0)
                .asks()
                .isHandedOver("anger")
                .at(900)
                .misses(Alarm.Kind.FIRST_RESPONSE_WARNING)
                .misses(Alarm.Kind.FIRST_RESPONSE)
                .isTaken(BEN)
                .at(1000)
                .says(BEN)
                .at(1100)
                .asks()
                .at(2000)
                .misses(Alarm.Kind.NEXT_RESPONSE)
                .says(BEN)
                .misses(Alarm.Kind.RESOLUTION)
                .moves(ConversationState.RESOLVED);
        story.in("late still", "de", "DE")
                .at(0)
                .asks()
                .isHandedOver("anger")
                .at(900)
                .misses(Alarm.Kind.FIRST_RESPONSE);
        story.in("not yet", "de", "DE").at(0).asks().isHandedOver("anger");
        assertThat(numbers(ReportKind.DEADLINES))
                .containsExactly("first-kept 1/3", "next-kept 1/2", "resolution-kept 1/2");
        assertThat(first(ReportKind.DEADLINES, By.AGENT))
                .containsOnly(
                        entry("agt_ben", "first-kept 0/1"),
                        entry("agt_anna", "first-kept 1/1"),
                        entry("none", "first-kept 0/1"));
    }

    @Test
    void bothErrorsCountByLanguageAndConfidence() {
        story.in("a", "de", "DE")
                .at(0)
                .asks()
                .answers(0.95)
                .rates(false)
                .asks()
                .answers(0.31)
                .marks(Mark.WRONG_ANSWER);
        story.asks().answers(0.9).marks(Mark.WRONG_ANSWER).takesTheMarkBack().rates(true);
        story.in("b", "ja", "JP")
                .at(0)
                .asks()
                .replies(ReplyKind.DECLINED, 0.05)
                .asks()
                .replies(ReplyKind.ASKED_BACK, 0.29)
                .marks(Mark.SHOULD_HAVE_ANSWERED)
                .asks()
                .replies(ReplyKind.ASKED_BACK, 0)
                .asks()
                .replies(ReplyKind.ASKED_BACK, 0.8)
                .asks()
                .replies(ReplyKind.NEEDS_PERSON, 0);
        assertThat(numbers(ReportKind.ERRORS)).containsExactly("false-answers 2/3", "false-refusals 1/2");
        assertThat(numbers(ReportKind.SATISFACTION))
                .containsExactly("scored mean -", "satisfied 0/0", "score-given 0/0", "helpful 1/2", "rated 2/3");
        assertThat(report(ReportKind.ERRORS, By.LANGUAGE).rows())
                .extracting(row -> row.key() + " " + words(row.numbers()))
                .containsExactly(
                        "de [false-answers 2/3, false-refusals 0/0]", "ja [false-answers 0/0, false-refusals 1/2]");
        assertThat(report(ReportKind.ERRORS, By.CONFIDENCE).rows())
                .extracting(row -> row.key() + " " + words(row.numbers()))
                .containsExactly(
                        "0.0 [false-answers 0/0, false-refusals 0/1]",
                        "0.2 [false-answers 0/0, false-refusals 1/1]",
                        "0.3 [false-answers 1/1, false-refusals 0/0]",
                        "0.9 [false-answers 1/2, false-refusals 0/0]");
    }

    @Test
    void scoresAreOfThoseWhoGaveOneAndTheRateOfThoseWhoWereAsked() {
        story.in("a", "de", "DE")
                .at(0)
                .asks()
                .answers(0.9)
                .asksForAScore()
                .scores(2)
                .scores(5);
        story.in("b", "de", "DE").at(0).asks().answers(0.9).asksForAScore().scores(2);
        story.in("c", "ja", "JP").at(0).asks().answers(0.9).asksForAScore();
        story.in("d", "ja", "JP").at(0).asks().answers(0.9).scores(4);
        assertThat(numbers(ReportKind.SATISFACTION))
                .contains("scored mean " + 11 / 3.0, "satisfied 2/3", "score-given 2/3");
        assertThat(first(ReportKind.SATISFACTION, By.LANGUAGE))
                .containsExactly(entry("de", "scored mean 3.5"), entry("ja", "scored mean 4.0"));
        assertThat(numbers(ReportKind.RESOLUTION)).contains("confirmed 2/4", "unresolved 1/4", "assumed 1/4");
    }

    @Test
    void topicsAreThoseOfTheCitedArticles() {
        story.in("a", "de", "DE").at(0).asks().answers(0.9, "returns/window", "returns/costs", "payment/ways");
        story.in("b", "de", "DE").at(0).asks().answers(0.9, "returns/window");
        story.in("c", "de", "DE").at(0).asks();
        assertThat(first(ReportKind.VOLUME, By.TOPIC))
                .containsExactly(
                        entry("returns", "conversations 2"),
                        entry("none", "conversations 1"),
                        entry("payment", "conversations 1"));
    }

    @Test
    void aConversationCountsInItsShoppersLastLanguage() {
        story.in("a", "en", "DE").at(0).asks().in("a", "de", "DE").asks().answers(0.9);
        assertThat(first(ReportKind.VOLUME, By.LANGUAGE)).containsOnly(entry("de", "conversations 1"));
    }

    @Test
    void hoursAreThoseOfTheTimeZone() {
        story.in("a", "en", "US").at(0).asks();
        Reports reports = reports(LATER);
        Map<String, String> filled = Map.of(
                "UTC",
                "10",
                "Asia/Kolkata",
                "15",
                "Asia/Kathmandu",
                "15",
                "America/St_Johns",
                "06",
                "Pacific/Kiritimati",
                "00");
        filled.forEach((zone, hour) -> {
            Period period = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 4), ZoneId.of(zone));
            assertThat(reports.of(ReportKind.VOLUME, period, By.HOUR).rows())
                    .hasSize(24)
                    .filteredOn(row -> row.numbers().getFirst().count() > 0)
                    .extracting(Report.Row::key)
                    .containsExactly(hour);
        });
    }

    @Test
    void daysAreWholeWhereClocksArePutForwardOrBack() {
        // Berlin: midnight of the 29th is 23:00Z, the day has 23 hours, and ends at 22:00Z.
        Story spring = new Story("2026-03-28T22:59:59Z");
        spring.in("28th", "de", "DE").at(0).asks().in("29th", "de", "DE").at(1).asks();
        spring.in("29th, last", "de", "DE")
                .at(23 * 3600)
                .asks()
                .in("30th", "de", "DE")
                .at(23 * 3600 + 1)
                .asks();
        assertThat(days(spring, "2026-03-28", "2026-03-30", "Europe/Berlin"))
                .containsExactly(entry("2026-03-28", 1L), entry("2026-03-29", 2L), entry("2026-03-30", 1L));
        assertThat(days(spring, "2026-03-29", "2026-03-29", "Europe/Berlin")).containsExactly(entry("2026-03-29", 2L));
        // And back: 25 hours.
        Story autumn = new Story("2026-10-24T21:59:59Z");
        autumn.in("24th", "de", "DE").at(0).asks().in("25th", "de", "DE").at(1).asks();
        autumn.in("25th, last", "de", "DE")
                .at(25 * 3600)
                .asks()
                .in("26th", "de", "DE")
                .at(25 * 3600 + 1)
                .asks();
        assertThat(days(autumn, "2026-10-24", "2026-10-26", "Europe/Berlin"))
                .containsExactly(entry("2026-10-24", 1L), entry("2026-10-25", 2L), entry("2026-10-26", 1L));
        // In Beirut midnight itself is left out; Lord Howe goes by half an hour; Samoa had no 30th of December 2011.
        Story beirut = new Story("2026-03-28T21:59:59Z");
        beirut.in("28th", "ar", "LB").at(0).asks().in("29th", "ar", "LB").at(1).asks();
        assertThat(days(beirut, "2026-03-28", "2026-03-29", "Asia/Beirut"))
                .containsExactly(entry("2026-03-28", 1L), entry("2026-03-29", 1L));
        Story lordHowe = new Story("2026-04-04T12:59:59Z");
        lordHowe.in("4th", "en", "AU").at(0).asks().in("5th", "en", "AU").at(1).asks();
        lordHowe.in("5th, last", "en", "AU").at(24 * 3600 + 1800).asks();
        lordHowe.in("6th", "en", "AU").at(24 * 3600 + 1801).asks();
        assertThat(days(lordHowe, "2026-04-04", "2026-04-06", "Australia/Lord_Howe"))
                .containsExactly(entry("2026-04-04", 1L), entry("2026-04-05", 2L), entry("2026-04-06", 1L));
        Story apia = new Story("2011-12-30T09:59:59Z");
        apia.in("29th", "en", "WS").at(0).asks().in("31st", "en", "WS").at(1).asks();
        assertThat(days(apia, "2011-12-29", "2011-12-31", "Pacific/Apia"))
                .containsExactly(entry("2011-12-29", 1L), entry("2011-12-30", 0L), entry("2011-12-31", 1L));
    }

    private static Map<String, Long> days(Story told, String from, String to, String zone) {
        ReportsTest test = new ReportsTest();
        told.log().forEach(test.story.logged()::add);
        Map<String, Long> days = new LinkedHashMap<>();
        test.reports(Instant.parse("2027-01-01T00:00:00Z"))
                .of(ReportKind.VOLUME, new Period(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone)), By.DAY)
                .rows()
                .forEach(row -> days.put(row.key(), row.numbers().getFirst().count()));
        return days;
    }

    @Test
    void aDayThatIsNotOverIsMarkedAndOneToComeIsLeftOut() {
        story.in("a", "en", "US").at(0).asks();
        Report report = reports(Instant.parse("2026-03-03T09:00:00Z"))
                .of(ReportKind.VOLUME, new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8), UTC), By.DAY);
        assertThat(report.partial()).isTrue();
        assertThat(report.rows())
                .extracting(row -> row.key() + (row.partial() ? " so far" : ""))
                .containsExactly("2026-03-02", "2026-03-03 so far");
        assertThat(report(ReportKind.VOLUME, By.DAY).partial()).isFalse();
    }
}
