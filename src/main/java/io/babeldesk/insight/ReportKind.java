package io.babeldesk.insight;

import static io.babeldesk.insight.Figure.count;
import static io.babeldesk.insight.Figure.mean;
import static io.babeldesk.insight.Figure.p50;
import static io.babeldesk.insight.Figure.p90;
import static io.babeldesk.insight.Figure.share;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reports, and the numbers of each. docs/reports.md has their formulas in words. */
public enum ReportKind {
    VOLUME,
    RESOLUTION,
    HANDOFF,
    RESPONSE,
    DEADLINES,
    SATISFACTION,
    ERRORS;

    public List<Figure> figures() {
        return switch (this) {
            case VOLUME ->
                List.of(
                        count(Selection.CONVERSATIONS),
                        count(Selection.ANSWERED),
                        count(Selection.HANDED_OVER),
                        share(Selection.RETURNED, Selection.CONVERSATIONS));
            case RESOLUTION ->
                List.of(
                        share(Selection.CONFIRMED, Selection.CONVERSATIONS),
                        share(Selection.ASSUMED, Selection.CONVERSATIONS),
                        share(Selection.HANDED_OVER, Selection.CONVERSATIONS),
                        share(Selection.UNRESOLVED, Selection.CONVERSATIONS),
                        share(Selection.ONGOING, Selection.CONVERSATIONS),
                        share(Selection.FIRST_CONTACT, Selection.RESOLVED),
                        p50(Selection.RESOLVED),
                        p90(Selection.RESOLVED));
            case HANDOFF ->
                List.of(
                        count(Selection.HANDED_OVER),
                        share(Selection.HANDED_OVER, Selection.CONVERSATIONS),
                        share(Selection.ABANDONED, Selection.HANDED_OVER),
                        p50(Selection.WAITED),
                        p90(Selection.WAITED));
            case RESPONSE ->
                List.of(
                        p50(Selection.ASSISTANT_FIRST),
                        p90(Selection.ASSISTANT_FIRST),
                        p50(Selection.PERSON_FIRST),
                        p90(Selection.PERSON_FIRST),
                        p50(Selection.PERSON_NEXT),
                        p90(Selection.PERSON_NEXT));
            case DEADLINES ->
                List.of(
                        share(Selection.FIRST_KEPT, Selection.FIRST_DUE),
                        share(Selection.NEXT_KEPT, Selection.NEXT_DUE),
                        share(Selection.RESOLUTION_KEPT, Selection.RESOLUTION_DUE));
            case SATISFACTION ->
                List.of(
                        mean(Selection.SCORED),
                        share(Selection.SATISFIED, Selection.SCORED),
                        share(Selection.SCORE_GIVEN, Selection.SCORE_ASKED),
                        share(Selection.HELPFUL, Selection.RATED),
                        share(Selection.RATED, Selection.ANSWERS));
            case ERRORS ->
                List.of(
                        share(Selection.FALSE_ANSWERS, Selection.ANSWERS),
                        share(Selection.FALSE_REFUSALS, Selection.REFUSALS));
        };
    }

    /** All that its numbers are made of. */
    public Set<Selection> selections() {
        return figures().stream()
                .flatMap(figure -> Stream.concat(Stream.of(figure.part()), figure.whole().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code resolution} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportKind> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
