package io.babeldesk.cli;

import io.babeldesk.evaluation.Reliability;
import io.babeldesk.evaluation.Reliability.Bin;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints how far confidences can be relied on: a row a language, in each bin the share that is right and of how many. */
final class ReliabilityTable {

    private ReliabilityTable() {}

    static String of(String title, Map<String, Reliability> rows) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-16s %9s", title, "questions"));
        rows.values().stream()
                .limit(1)
                .forEach(row -> row.bins()
                        .forEach(bin -> table.append(String.format(Locale.ROOT, " %11s", bin.name() + " %"))));
        table.append(String.format(Locale.ROOT, " %7s %14s %15s%n", "error", "false answers%", "false refusals%"));
        rows.forEach((language, row) -> {
            table.append(String.format(Locale.ROOT, "%-16s %9d", language, row.questions()));
            row.bins().forEach(bin -> table.append(String.format(Locale.ROOT, " %11s", cell(bin))));
            table.append(String.format(
                    Locale.ROOT,
                    " %7s %14s %15s%n",
                    number(row.error()),
                    number(row.falseAnswers()),
                    number(row.falseRefusals())));
        });
        return table.toString();
    }

    /** The same as JSON; what has nothing to stand on is left out. */
    static Map<String, Object> asJson(Map<String, Reliability> rows) {
        Map<String, Object> json = new LinkedHashMap<>();
        rows.forEach((language, row) -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("n", row.questions());
            put("calibration_error", row.error(), figures);
            put("false_answer", row.falseAnswers(), figures);
            put("false_refusal", row.falseRefusals(), figures);
            row.bins().forEach(bin -> {
                Map<String, Object> some = new LinkedHashMap<>();
                some.put("n", bin.questions());
                put("confidence", bin.confidence(), some);
                put("right", bin.right(), some);
                figures.put(bin.name(), some);
            });
            json.put(language, figures);
        });
        return json;
    }

    private static void put(String name, double value, Map<String, Object> figures) {
        if (!Double.isNaN(value)) {
            figures.put(name, Math.round(10 * value) / 10.0);
        }
    }

    private static String cell(Bin bin) {
        return bin.questions() == 0 ? "" : String.format(Locale.ROOT, "%.0f of %d", bin.right(), bin.questions());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.1f", value);
    }
}
