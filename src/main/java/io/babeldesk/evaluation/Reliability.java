package io.babeldesk.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether confidences mean what they say: questions in bins of confidence against the share of them whose first passage is
 * right, and what the cut-off makes of it.
 *
 * @param questions how many
 * @param bins from the least confidence up, all of the same width
 * @param falseAnswers of what is not the shop's matter, how many in a hundred are answered; NaN if there is none
 * @param falseRefusals of what is, how many in a hundred are not answered; NaN if there is none
 * @param error how far confidence and share lie apart, in points, over all questions (expected calibration error)
 */
public record Reliability(int questions, List<Bin> bins, double falseAnswers, double falseRefusals, double error) {

    private static final int BINS = 5;

    /**
     * A question with what came out.
     *
     * @param language its code
     * @param ours whether it is the shop's matter
     * @param right whether the first passage answers it, be it shown or not
     */
    public record Judged(String language, double confidence, boolean ours, boolean right, boolean answered) {}

    /**
     * Questions of about the same confidence.
     *
     * @param from the least confidence, in per cent
     * @param confidence their mean confidence, in per cent; NaN if there are none
     * @param right how many in a hundred are right; NaN if there are none
     */
    public record Bin(int from, int questions, double confidence, double right) {
        /** Such as {@code 80-100}. */
        public String name() {
            return from + "-" + (from + 100 / BINS);
        }
    }

    static Reliability of(List<Judged> judged) {
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            int number = i;
            List<Judged> some = judged.stream()
                    .filter(one -> Math.min(BINS - 1, (int) (one.confidence() * BINS)) == number)
                    .toList();
            double confidence = 100
                    * some.stream().mapToDouble(Judged::confidence).average().orElse(Double.NaN);
            Bin bin = new Bin(100 / BINS * i, some.size(), confidence, share(some.stream(), Judged::right));
            bins.add(bin);
            error += some.isEmpty() ? 0 : some.size() * Math.abs(bin.right() - confidence) / judged.size();
        }
        return new Reliability(
                judged.size(),
                List.copyOf(bins),
                share(judged.stream().filter(one -> !one.ours()), Judged::answered),
                share(judged.stream().filter(Judged::ours), one -> !one.answered()),
                error);
    }

    /** By language, and at last over all. */
    public static Map<String, Reliability> byLanguage(List<Judged> judged) {
        Map<String, List<Judged>> languages = new TreeMap<>();
        judged.forEach(one -> languages
                .computeIfAbsent(one.language(), code -> new ArrayList<>())
                .add(one));
        Map<String, Reliability> rows = new LinkedHashMap<>();
        languages.forEach((code, some) -> rows.put(code, of(some)));
        rows.put("all", of(judged));
        return rows;
    }

    private static double share(Stream<Judged> judged, Predicate<Judged> which) {
        return judged.mapToDouble(one -> which.test(one) ? 100 : 0).average().orElse(Double.NaN);
    }
}
