package io.babeldesk.sentiment.training;

import io.babeldesk.language.Language;
import io.babeldesk.sentiment.GramPlaces;
import io.babeldesk.sentiment.MoodModel;
import io.babeldesk.sentiment.Sentiment.Label;
import io.babeldesk.sentiment.SignFinder;
import io.babeldesk.sentiment.SignFinder.Part;
import io.babeldesk.sentiment.Signs;
import io.babeldesk.sentiment.Valences;
import io.babeldesk.sentiment.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Learns the weights of a {@link MoodModel}: logistic regression by AdaGrad (Duchi et al. 2011), one softmax over the
 * labels and one sigmoid for anger. Marks are learnt first, because they mean the same in every language; grams learn
 * what is left. The same examples give the same weights. For one use.
 */
public final class SentimentTrainer {

    private static final int OUTPUTS = MoodModel.OUTPUTS;
    private static final int ANGRY = OUTPUTS - 1;

    private static final int ROUNDS = 8;
    private static final double MARK_STEP = 0.15;
    private static final double GRAM_STEP = 0.3;
    private static final double GRAM_DECAY = 1e-3;
    private static final double LEANING_STEP = 0.1;

    /** A gram that is met less often teaches nothing. */
    private static final int FEWEST = 3;

    private static final double PHRASEBOOK_WEIGHT = 0.3;
    private static final int PHRASEBOOK_TIMES = 8;

    /** How far grams are believed about labels: they know the topics of their collection too well. */
    private static final float GRAM_TRUST = 0.3f;

    /** Moves the probability at which F1 for anger is best, 0.3, to {@link io.babeldesk.sentiment.Sentiment#ANGRY}. */
    private static final double ANGER_SHIFT = Math.log(0.7 / 0.3);

    private final Map<String, Valences> valences;
    private final Set<Part> parts;
    private final Random random = new Random(7);
    private final Map<String, Leaning> leanings = new HashMap<>();

    private final Weights marks = new Weights(Signs.MARKS);
    private final Weights grams = new Weights(GramPlaces.COUNT);
    private final Weights biases = new Weights(1);

    public SentimentTrainer(Map<String, Valences> valences, Set<Part> parts) {
        this.valences = valences;
        this.parts = parts;
    }

    /** An example made ready. */
    private static final class Lesson {
        final Leaning leaning;
        final int[] marks;
        final int[] grams;
        final double gramFactor;

        /** What is to come out. */
        final double[] wanted = new double[OUTPUTS];

        /** How much each outcome counts, 0 if nobody has judged it. */
        final double[] weights = new double[OUTPUTS];

        /** Which labels the collection has at all; one that it lacks is not thereby wrong. */
        final boolean[] known = new boolean[ANGRY];

        Lesson(Leaning leaning, Signs signs, GramPlaces places) {
            this.leaning = leaning;
            this.marks = signs.marks();
            this.gramFactor = MoodModel.gramFactor(signs);
            this.grams = Arrays.stream(signs.grams())
                    .map(places::of)
                    .filter(place -> place != GramPlaces.NONE)
                    .toArray();
        }
    }

    /** How the texts of one collection lean, whatever they say: learnt beside the signs and then left out. */
    private static final class Leaning {
        final double[] scores = new double[OUTPUTS];
        final double[] sums = new double[OUTPUTS];
    }

    /** Weights by sign and outcome, with the sums of squares that AdaGrad slows down by. */
    private static final class Weights {
        final float[] values;
        private final float[] sums;

        Weights(int signs) {
            values = new float[signs * OUTPUTS];
            sums = new float[values.length];
            Arrays.fill(sums, 1e-6f);
        }

        void addTo(double[] scores, int[] signs, double factor) {
            for (int sign : signs) {
                for (int outcome = 0; outcome < OUTPUTS; outcome++) {
                    scores[outcome] += values[sign * OUTPUTS + outcome] * factor;
                }
            }
        }

        void step(int sign, int outcome, double slope, double decay, double step) {
            int i = sign * OUTPUTS + outcome;
            double whole = slope + decay * values[i];
            sums[i] += (float) (whole * whole);
            values[i] -= (float) (step * whole / Math.sqrt(sums[i]));
        }
    }

    /** Learns from examples, and from those that the word lists make. */
    public MoodModel train(List<Example> examples) {
        List<Example> all = new ArrayList<>(examples);
        for (Language language : WordList.LANGUAGES) {
            all.addAll(Phrasebook.examples(WordList.of(language), language, PHRASEBOOK_TIMES, random));
        }
        SignFinder finder = new SignFinder(valences, parts);
        List<Signs> signs = all.stream()
                .map(example -> finder.find(example.text(), example.language()))
                .toList();
        GramPlaces places = GramPlaces.among(signs, FEWEST);
        List<Lesson> lessons = lessons(all, signs, places);
        learn(lessons, false);
        learn(lessons, true);
        return model(places);
    }

    private MoodModel model(GramPlaces places) {
        for (int i = 0; i < grams.values.length; i++) {
            grams.values[i] *= i % OUTPUTS == ANGRY ? 1 : GRAM_TRUST;
        }
        biases.values[ANGRY] += (float) ANGER_SHIFT;
        return MoodModel.of(parts, valences, biases.values, marks.values, places, grams.values);
    }

    private List<Lesson> lessons(List<Example> examples, List<Signs> signs, GramPlaces places) {
        Map<String, int[]> counts = new HashMap<>();
        for (Example example : examples) {
            int[] ofCollection = counts.computeIfAbsent(collection(example), _ -> new int[ANGRY]);
            example.label().ifPresent(label -> ofCollection[label.rank()]++);
        }
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            int[] ofCollection = counts.getOrDefault(collection(example), new int[ANGRY]);
            lessons.add(lesson(example, signs.get(i), places, ofCollection));
        }
        return lessons;
    }

    private static String collection(Example example) {
        return example.pack() + " " + example.language();
    }

    private Lesson lesson(Example example, Signs signs, GramPlaces places, int[] counts) {
        double trust = example.pack().equals(Phrasebook.PACK) ? PHRASEBOOK_WEIGHT : 1;
        Lesson lesson = new Lesson(leanings.computeIfAbsent(collection(example), _ -> new Leaning()), signs, places);
        for (int i = 0; i < ANGRY; i++) {
            lesson.known[i] = counts[i] > 0;
        }
        if (example.label().isPresent()) {
            Label label = example.label().get();
            lesson.wanted[label.rank()] = 1;
            long kinds = Arrays.stream(counts).filter(count -> count > 0).count();
            double balance = (double) Arrays.stream(counts).sum() / (kinds * counts[label.rank()]);
            Arrays.fill(lesson.weights, 0, ANGRY, trust * Math.min(4, balance));
        }
        if (example.angry().isPresent()) {
            lesson.wanted[ANGRY] = example.angry().get();
            lesson.weights[ANGRY] = trust;
        }
        return lesson;
    }

    private void learn(List<Lesson> lessons, boolean fromGrams) {
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(lessons, random);
            double pace = 1 - 0.9 * round / ROUNDS;
            for (Lesson lesson : lessons) {
                learn(lesson, fromGrams, pace);
            }
        }
    }

    private void learn(Lesson lesson, boolean fromGrams, double pace) {
        double[] scores = lesson.leaning.scores.clone();
        biases.addTo(scores, new int[1], 1);
        marks.addTo(scores, lesson.marks, 1);
        if (fromGrams) {
            grams.addTo(scores, lesson.grams, lesson.gramFactor);
        }
        double[] slopes = slopes(lesson, scores);
        for (int outcome = 0; outcome < OUTPUTS; outcome++) {
            double slope = slopes[outcome];
            if (slope == 0) {
                continue;
            }
            Leaning leaning = lesson.leaning;
            leaning.sums[outcome] += slope * slope;
            leaning.scores[outcome] -= pace * LEANING_STEP * slope / Math.sqrt(1 + leaning.sums[outcome]);
            if (fromGrams) {
                for (int gram : lesson.grams) {
                    grams.step(gram, outcome, slope * lesson.gramFactor, GRAM_DECAY, pace * GRAM_STEP);
                }
            } else {
                biases.step(0, outcome, slope, 0, pace * MARK_STEP);
                for (int mark : lesson.marks) {
                    marks.step(mark, outcome, slope, 0, pace * MARK_STEP);
                }
            }
        }
    }

    private static double[] slopes(Lesson lesson, double[] scores) {
        double[] slopes = new double[OUTPUTS];
        double all = 0;
        for (int label = 0; label < ANGRY; label++) {
            slopes[label] = lesson.known[label] ? Math.exp(Math.clamp(scores[label], -30, 30)) : 0;
            all += slopes[label];
        }
        for (int label = 0; label < ANGRY; label++) {
            slopes[label] = all == 0 ? 0 : lesson.weights[label] * (slopes[label] / all - lesson.wanted[label]);
        }
        slopes[ANGRY] = lesson.weights[ANGRY] * (1 / (1 + Math.exp(-scores[ANGRY])) - lesson.wanted[ANGRY]);
        return slopes;
    }
}
