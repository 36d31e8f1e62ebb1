package io.babeldesk.insight;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Numbers of a period, and the same apart by something.
 *
 * @param partial whether the period is not over yet
 * @param complete whether everything that has happened is in it; false while a long log is read for the first time
 * @param numbers of all, one for each of the kind's figures
 */
public record Report(
        ReportKind kind,
        Period period,
        By by,
        boolean partial,
        boolean complete,
        List<Measured> numbers,
        List<Row> rows) {

    /**
     * @param value empty where there is nothing to measure; lengths of time in seconds
     * @param count how many items stand behind it
     * @param of how many there are of the whole that it is a share of
     */
    public record Measured(Figure figure, OptionalDouble value, long count, OptionalLong of) {

        static Measured of(Figure figure, Tally tally) {
            return new Measured(
                    figure,
                    figure.of(tally),
                    tally.of(figure.part()).count(),
                    figure.whole()
                            .map(whole -> OptionalLong.of(tally.of(whole).count()))
                            .orElse(OptionalLong.empty()));
        }
    }

    /**
     * @param key {@code de}, {@code 2026-03-29}; {@link By#NONE} where something has none
     * @param partial whether the day is not over yet
     */
    public record Row(String key, boolean partial, List<Measured> numbers) {}
}
