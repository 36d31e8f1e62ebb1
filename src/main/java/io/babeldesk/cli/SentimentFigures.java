package io.babeldesk.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.babeldesk.sentiment.Sentiment;
import io.babeldesk.sentiment.Sentiment.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well sentiment was read, in per cent. What nobody has judged is absent.
 *
 * @param n how many texts
 * @param macroF1 the mean of F1 over the labels that occur
 * @param recall the mean of recall over the labels that occur
 * @param angerF1 F1 of finding the angry ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SentimentFigures(
        int n,
        @JsonProperty("macro_f1") @Nullable Double macroF1,
        @Nullable Double recall,
        @JsonProperty("anger_f1") @Nullable Double angerF1) {

    /** A judged text and what was read from it. */
    record Reading(JudgedText text, Sentiment read) {}

    static SentimentFigures of(List<Reading> readings) {
        int[][] read = new int[Label.values().length][Label.values().length];
        int hits = 0;
        int angry = 0;
        int saidAngry = 0;
        boolean judgedAnger = false;
        for (Reading reading : readings) {
            Sentiment sentiment = reading.read();
            reading.text()
                    .label()
                    .ifPresent(label -> read[label.rank()][sentiment.label().rank()]++);
            if (reading.text().angry().isPresent()) {
                boolean isAngry = reading.text().angry().get();
                judgedAnger = true;
                angry += isAngry ? 1 : 0;
                saidAngry += sentiment.angry() ? 1 : 0;
                hits += isAngry && sentiment.angry() ? 1 : 0;
            }
        }
        Double angerF1 = judgedAnger ? (Double) percent(2.0 * hits, angry + saidAngry) : null;
        return new SentimentFigures(readings.size(), mean(read, true), mean(read, false), angerF1);
    }

    private static @Nullable Double mean(int[][] read, boolean f1) {
        double sum = 0;
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
                int right = read[label][label];
                sum += f1 ? 2.0 * right / (there + said) : (double) right / there;
            }
        }
        return labels == 0 ? null : (Double) percent(sum, labels);
    }

    /** With one decimal. */
    private static double percent(double part, double whole) {
        return whole == 0 ? 0 : Math.round(1000 * part / whole) / 10.0;
    }
}
