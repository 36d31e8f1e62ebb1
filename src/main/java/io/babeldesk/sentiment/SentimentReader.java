package io.babeldesk.sentiment;

import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment.Label;

/** Reads how a shopper feels from one message, in microseconds. Safe for use by many threads. */
public final class SentimentReader {

    private final MoodModel model;
    private final SignFinder finder;

    public SentimentReader(MoodModel model) {
        this.model = model;
        this.finder = model.finder();
    }

    /** The one that reads with the weights that ship with the program. */
    public static SentimentReader shipped() {
        return Shipped.READER;
    }

    /** Loaded when it is first needed, and once. */
    private static final class Shipped {
        static final SentimentReader READER = new SentimentReader(MoodModel.shipped());
    }

    /** @param language what the text is in; a wrong one costs accuracy, nothing else */
    public Sentiment read(String text, Language language) {
        double[] scores = model.scores(finder.find(text, language));
        double[] odds = new double[3];
        double all = 0;
        for (int i = 0; i < 3; i++) {
            odds[i] = Math.exp(Math.clamp(scores[i], -30, 30));
            all += odds[i];
        }
        Label label = Label.ranked(likeliest(odds));
        double anger = 1 / (1 + Math.exp(-scores[3]));
        double intensity = label == Label.NEUTRAL ? 0 : Math.abs(odds[2] - odds[0]) / all;
        return new Sentiment(label, intensity, anger, odds[label.rank()] / all);
    }

    private static int likeliest(double[] odds) {
        int best = 0;
        for (int i = 1; i < odds.length; i++) {
            best = odds[i] > odds[best] ? i : best;
        }
        return best;
    }
}
