package io.babeldesk.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Matthews' correlation of what was predicted with what is, for any number of classes (Gorodkin 2004). */
final class MatthewsCorrelation {

    private MatthewsCorrelation() {}

    /** In -1..1; 0 if either side knows one class only. */
    static <T> double of(List<T> actual, List<T> predicted) {
        Map<T, Integer> actualCounts = new HashMap<>();
        Map<T, Integer> predictedCounts = new HashMap<>();
        double right = 0;
        for (int i = 0; i < actual.size(); i++) {
            actualCounts.merge(actual.get(i), 1, Integer::sum);
            predictedCounts.merge(predicted.get(i), 1, Integer::sum);
            right += actual.get(i).equals(predicted.get(i)) ? 1 : 0;
        }
        double all = actual.size();
        double together = 0;
        for (Map.Entry<T, Integer> count : actualCounts.entrySet()) {
            together += (double) count.getValue() * predictedCounts.getOrDefault(count.getKey(), 0);
        }
        double spread = Math.sqrt(all * all - squares(actualCounts)) * Math.sqrt(all * all - squares(predictedCounts));
        return spread == 0 ? 0 : (right * all - together) / spread;
    }

    private static double squares(Map<?, Integer> counts) {
        return counts.values().stream()
                .mapToDouble(count -> (double) count * count)
                .sum();
    }
}
