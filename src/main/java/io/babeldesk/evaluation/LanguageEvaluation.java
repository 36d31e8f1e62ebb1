package io.babeldesk.evaluation;

import io.babeldesk.language.LanguageChooser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether the language of a text is told, with nothing known beforehand. */
public final class LanguageEvaluation {

    private final LanguageChooser chooser;

    public LanguageEvaluation(LanguageChooser chooser) {
        this.chooser = chooser;
    }

    private static final class Tally {
        private int asked;
        private int right;
        private final Map<String, Tally> kinds = new TreeMap<>();

        void add(boolean correct) {
            asked++;
            right += correct ? 1 : 0;
        }

        Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("n", (double) asked);
            figures.put("accuracy", 100.0 * right / asked);
            kinds.forEach((kind, tally) -> figures.put(kind, 100.0 * tally.right / tally.asked));
            return figures;
        }
    }

    public Figures run(List<LanguageSample> samples) {
        Tally all = new Tally();
        Map<String, Tally> languages = new TreeMap<>();
        Map<String, Tally> kinds = new TreeMap<>();
        for (LanguageSample sample : samples) {
            boolean correct =
                    chooser.choose(sample.text(), Optional.empty(), List.of()).equals(sample.language());
            Tally language = languages.computeIfAbsent(sample.language().code(), key -> new Tally());
            all.add(correct);
            language.add(correct);
            sample.kind().ifPresent(kind -> {
                kinds.computeIfAbsent(kind, key -> new Tally()).add(correct);
                language.kinds.computeIfAbsent(kind, key -> new Tally()).add(correct);
            });
        }
        return new Figures(all.figures(), Map.of("by_kind", rows(kinds), "by_language", rows(languages)));
    }

    private static Map<String, Map<String, Double>> rows(Map<String, Tally> tallies) {
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        tallies.forEach((key, tally) -> rows.put(key, tally.figures()));
        return rows;
    }
}
