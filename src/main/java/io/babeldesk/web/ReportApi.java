package io.babeldesk.web;

import io.babeldesk.answer.Cutoffs;
import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Agents;
import io.babeldesk.insight.By;
import io.babeldesk.insight.Listed;
import io.babeldesk.insight.Period;
import io.babeldesk.insight.Report;
import io.babeldesk.insight.ReportKind;
import io.babeldesk.insight.Reports;
import io.babeldesk.insight.Selection;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Numbers of a period, and the conversations behind each of them. */
final class ReportApi {

    private static final int USUAL_DAYS = 28;
    private static final int USUAL = 200;
    private static final int MOST = 1_000;

    private final Reports reports;
    private final Agents agents;
    private final ShopFront shopFront;
    private final Clock clock;

    ReportApi(DeskRoom room, Agents agents, ShopFront shopFront, Clock clock) {
        this.reports = room.reports();
        this.agents = agents;
        this.shopFront = shopFront;
        this.clock = clock;
    }

    /** @param cutoff the confidence from which on the assistant answers, beside the errors that it makes */
    record Shown(
            String name,
            String from,
            String to,
            String timeZone,
            String by,
            boolean partial,
            boolean complete,
            @Nullable Double cutoff,
            List<Measured> numbers,
            List<Row> rows) {}

    /**
     * @param value lengths of time in seconds, shares from 0 to 1; absent where there is nothing to measure
     * @param count how many stand behind it, {@code of} how many of {@code whole}
     */
    record Measured(
            String name,
            String measure,
            @Nullable Double value,
            long count,
            @Nullable String whole,
            @Nullable Long of) {}

    record Row(String key, @Nullable String label, @Nullable Boolean partial, List<Measured> numbers) {}

    record Behind(long total, List<Entry> data, @Nullable String nextCursor, boolean hasMore) {}

    record Entry(
            String conversation,
            @Nullable String turn,
            String begunAt,
            String language,
            @Nullable String market,
            @Nullable String agent,
            @Nullable String reason,
            @Nullable Double value) {}

    void register(Routes routes) {
        routes.get("/agent/v1/reports/{report}", this::show)
                .get("/agent/v1/reports/{report}/conversations", this::list);
    }

    private void show(Context ctx) {
        ReportKind kind = kind(ctx);
        By by = by(ctx);
        Period period = period(ctx);
        String format = Query.text(ctx, "format").orElse("json");
        switch (format) {
            case "json" -> Json.answer(ctx, 200, shown(reports.of(kind, period, by)));
            case "csv" -> {
                String name = "%s-%s-%s.csv".formatted(kind.label(), period.from(), period.to());
                ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
                ctx.header("Cache-Control", "no-store");
                ctx.contentType("text/csv; charset=utf-8").result(csv(reports.of(kind, period, by)));
            }
            default -> throw Problem.parameter("format", "json or csv");
        }
    }

    private Shown shown(Report report) {
        Period period = report.period();
        return new Shown(
                report.kind().label(),
                period.from().toString(),
                period.to().toString(),
                period.zone().getId(),
                report.by().label(),
                report.partial(),
                report.complete(),
                report.kind() == ReportKind.ERRORS ? Cutoffs.ANSWER : null,
                numbers(report.numbers()),
                report.rows().stream()
                        .map(row -> new Row(
                                row.key(),
                                label(report.by(), row.key()).orElse(null),
                                row.partial() ? true : null,
                                numbers(row.numbers())))
                        .toList());
    }

    private static List<Measured> numbers(List<Report.Measured> all) {
        return all.stream()
                .map(number -> new Measured(
                        number.figure().part().label(),
                        number.figure().measure().label(),
                        orNull(number.value()),
                        number.count(),
                        number.figure().whole().map(Selection::label).orElse(null),
                        orNull(number.of())))
                .toList();
    }

    /** The name of a colleague, where the rows are hers. */
    private Optional<String> label(By by, String key) {
        return by == By.AGENT && !key.equals(By.NONE)
                ? agents.find(new AgentId(key)).map(agent -> agent.profile().displayName())
                : Optional.empty();
    }

    /** All in one row at first, then apart. Shares come with what they are made of. */
    private String csv(Report report) {
        List<String> head = new ArrayList<>(List.of(report.by().label(), "name"));
        for (Report.Measured number : report.numbers()) {
            String name = number.figure().part().label();
            head.add(name + "_" + number.figure().measure().label());
            number.figure().whole().ifPresent(whole -> head.addAll(List.of(name, whole.label())));
        }
        Csv csv = new Csv().row(head);
        csv.row(cells("all", "", report.numbers()));
        report.rows()
                .forEach(row ->
                        csv.row(cells(row.key(), label(report.by(), row.key()).orElse(""), row.numbers())));
        return csv.toString();
    }

    private static List<String> cells(String key, String label, List<Report.Measured> numbers) {
        List<String> cells = new ArrayList<>(List.of(key, label));
        for (Report.Measured number : numbers) {
            cells.add(number.value().isPresent() ? plain(number.value().getAsDouble()) : "");
            number.of().ifPresent(of -> cells.addAll(List.of(Long.toString(number.count()), Long.toString(of))));
        }
        return cells;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void list(Context ctx) {
        ReportKind kind = kind(ctx);
        Selection selection = Query.text(ctx, "number")
                .flatMap(Selection::of)
                .filter(kind.selections()::contains)
                .orElseThrow(() -> Problem.parameter("number", "the name or whole of a number of the report"));
        By by = by(ctx);
        Optional<String> key = Query.text(ctx, "key");
        if (key.isPresent() && by == By.NOTHING) {
            throw Problem.parameter("by", "what the key is of");
        }
        int skip = Query.number(ctx, "cursor", 0, Integer.MAX_VALUE).orElse(0L).intValue();
        int limit = Query.number(ctx, "limit", 1, MOST).map(Math::toIntExact).orElse(USUAL);
        Listed listed = reports.list(selection, period(ctx), by, key, skip, limit);
        int next = skip + listed.entries().size();
        boolean more = next < listed.total();
        Json.answer(
                ctx,
                200,
                new Behind(
                        listed.total(),
                        listed.entries().stream().map(ReportApi::entry).toList(),
                        more ? Integer.toString(next) : null,
                        more));
    }

    private static Entry entry(Listed.Entry entry) {
        return new Entry(
                entry.conversation(),
                entry.turn().orElse(null),
                entry.begun().toString(),
                entry.language(),
                orNull(entry.market()),
                orNull(entry.agent()),
                orNull(entry.reason()),
                orNull(entry.value()));
    }

    private static ReportKind kind(Context ctx) {
        return ReportKind.of(ctx.pathParam("report")).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    }

    private static By by(Context ctx) {
        return Query.text(ctx, "by")
                .map(label -> By.of(label).orElseThrow(() -> Problem.parameter("by", String.join(", ", By.labels()))))
                .orElse(By.NOTHING);
    }

    /** In the shop's time zone unless another is asked for; of four weeks unless it says which days. */
    private Period period(Context ctx) {
        ZoneId zone = Query.zone(ctx, "tz")
                .orElseGet(() -> ZoneId.of(
                        shopFront.hours(shopFront.shop().defaultLanguage()).timeZone()));
        LocalDate to =
                date(ctx, "to").orElseGet(() -> clock.instant().atZone(zone).toLocalDate());
        LocalDate from = date(ctx, "from").orElseGet(() -> to.minusDays(USUAL_DAYS - 1L));
        if (to.isBefore(from) || from.plusDays(Period.MOST_DAYS - 1L).isBefore(to)) {
            throw Problem.parameter("to", "a day from the first on, at most " + Period.MOST_DAYS + " days in all");
        }
        return new Period(from, to, zone);
    }

    private static Optional<LocalDate> date(Context ctx, String name) {
        return Query.text(ctx, name).map(text -> {
            try {
                if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeParseException e) {
                // Such as the 30th of February: said below.
            }
            throw Problem.parameter(name, "a day such as 2026-03-29");
        });
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
