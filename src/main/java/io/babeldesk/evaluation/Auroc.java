package io.babeldesk.evaluation;

import java.util.Collection;
import java.util.List;

/** The area under the ROC curve, as the rank statistic of Mann and Whitney (1947). */
final class Auroc {

    private Auroc() {}

    /**
     * How often a positive outranks a negative, ties counting half, 0..1.
     *
     * @return NaN if either is empty
     */
    static double of(Collection<Double> positives, Collection<Double> negatives) {
        List<Double> sorted = negatives.stream().sorted().toList();
        double wins = 0;
        for (double positive : positives) {
            wins += (below(sorted, positive, false) + below(sorted, positive, true)) / 2.0;
        }
        return wins / ((double) positives.size() * negatives.size());
    }

    /** How many of the sorted values lie below one, or with {@code ties} not above it. */
    private static int below(List<Double> sorted, double value, boolean ties) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Double.compare(sorted.get(middle), value);
            if (order < 0 || (ties && order == 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
