package io.babeldesk.bench;

/**
 * One measured thing beside its yardstick, measured in the same run.
 *
 * @param bench {@code search}, {@code answer}, {@code desk}, {@code start} or {@code memory}
 * @param measure what was measured, such as {@code p50, 8 callers}
 * @param unit {@code ms}, {@code MB} or {@code per second}
 * @param against the yardstick's name
 */
public record Figure(String bench, String measure, String unit, double babeldesk, String against, double yardstick) {

    /** How many times the yardstick; of a rate more is better, of all else less. */
    public double ratio() {
        return yardstick == 0 ? 0 : babeldesk / yardstick;
    }
}
