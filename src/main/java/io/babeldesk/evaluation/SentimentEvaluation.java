package io.babeldesk.evaluation;

import io.babeldesk.sentiment.Sentiment;
import io.babeldesk.sentiment.Sentiment.Label;
import io.babeldesk.sentiment.SentimentReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well sentiment is read. Figures of what nobody has judged are absent. */
public final class SentimentEvaluation {

    private final SentimentReader reader;

    public SentimentEvaluation(SentimentReader reader) {
        this.reader = reader;
    }

    private static final class Tally {
        private final int[][] read = new int[Label.values().length][Label.values().length];
        private int texts;
        private boolean judgedAnger;
        private int angry;
        private int readAngry;
        private int bothAngry;

        void add(JudgedText text, Sentiment sentiment) {
            texts++;
            text.label().ifPresent(label -> read[label.rank()][sentiment.label().rank()]++);
            text.angry().ifPresent(isAngry -> {
                judgedAnger = true;
                angry += isAngry ? 1 : 0;
                readAngry += sentiment.angry() ? 1 : 0;
                bothAngry += isAngry && sentiment.angry() ? 1 : 0;
            });
        }

        Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("n", (double) texts);
            addLabels(figures);
            if (judgedAnger) {
                figures.put("anger_f1", bothAngry == 0 ? 0 : 200.0 * bothAngry / (angry + readAngry));
            }
            return figures;
        }

        /** Means over the labels that occur. */
        private void addLabels(Map<String, Double> figures) {
            double f1 = 0;
            double recall = 0;
            int labels = 0;
            for (int label = 0; label < read.length; label++) {
                int there = 0;
                int said = 0;
                for (int other = 0; other < read.length; other++) {
                    there += read[label][other];
                    said += read[other][label];
                }
                if (there > 0) {
                    labels++;
                    f1 += 200.0 * read[label][label] / (there + said);
                    recall += 100.0 * read[label][label] / there;
                }
            }
            if (labels > 0) {
                figures.put("macro_f1", f1 / labels);
                figures.put("recall", recall / labels);
            }
        }
    }

    public Figures run(List<JudgedText> texts) {
        Tally all = new Tally();
        Map<String, Tally> languages = new TreeMap<>();
        for (JudgedText text : texts) {
            Sentiment sentiment = reader.read(text.text(), text.language());
            all.add(text, sentiment);
            languages
                    .computeIfAbsent(text.language().code(), key -> new Tally())
                    .add(text, sentiment);
        }
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        languages.forEach((code, tally) -> rows.put(code, tally.figures()));
        return new Figures(all.figures(), Map.of("by_language", rows));
    }
}
