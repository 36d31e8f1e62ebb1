package io.babeldesk.knowledge.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/**
 * Tells of which class a text is by its features: multinomial logistic regression (Cox 1966), features weighed by rarity, learned by
 * stochastic gradient descent. The same lines in the same order make the same classifier. Immutable.
 */
final class TextClassifier {

    /** A feature of a single line tells nothing of others. */
    private static final int LEAST_LINES = 2;

    // Found by a search over saved questions: docs/retrieval.md.
    private static final int ROUNDS = 10;
    private static final float FIRST_STEP = 4;

    /** An error that is not worth learning from. */
    private static final float RIGHT_ENOUGH = 0.001f;

    private static final long SEED = 1;

    private final int classes;
    /** The features known, ascending; what follows is by their places. */
    private final int[] features;

    private final float[] rarity;
    /** Of each feature one byte a class, in steps of its own. */
    private final byte[] weights;

    private final float[] steps;

    /**
     * A line of which the class is known.
     *
     * @param features ascending, each once
     * @param number of the class, from 0
     * @param weight how much it counts; 1 in the mean
     */
    record Example(@SuppressWarnings("ArrayRecordComponent") int[] features, int number, float weight) {}

    /** A text as a point of length 1. */
    private record Point(
            @SuppressWarnings("ArrayRecordComponent") int[] places,
            @SuppressWarnings("ArrayRecordComponent") float[] values) {}

    private TextClassifier(int classes, int[] features, float[] rarity, byte[] weights, float[] steps) {
        this.classes = classes;
        this.features = features;
        this.rarity = rarity;
        this.weights = weights;
        this.steps = steps;
    }

    private static TextClassifier of(int classes, int[] features, float[] rarity, float[][] learned) {
        byte[] weights = new byte[features.length * classes];
        float[] steps = new float[features.length];
        for (int place = 0; place < features.length; place++) {
            float largest = 0;
            for (float weight : learned[place]) {
                largest = Math.max(largest, Math.abs(weight));
            }
            steps[place] = largest / Byte.MAX_VALUE;
            for (int number = 0; largest > 0 && number < classes; number++) {
                weights[place * classes + number] = (byte) Math.round(learned[place][number] / steps[place]);
            }
        }
        return new TextClassifier(classes, features, rarity, weights, steps);
    }

    /** @param classes how many there are */
    static TextClassifier learn(List<Example> examples, int classes) {
        int[] said = examples.stream()
                .map(Example::features)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        IntStream.Builder known = IntStream.builder();
        IntStream.Builder times = IntStream.builder();
        int from = 0;
        for (int i = 1; i <= said.length; i++) {
            if (i == said.length || said[i] != said[from]) {
                if (i - from >= LEAST_LINES) {
                    known.add(said[from]);
                    times.add(i - from);
                }
                from = i;
            }
        }
        int[] features = known.build().toArray();
        int[] counts = times.build().toArray();
        float[] rarity = new float[features.length];
        for (int place = 0; place < rarity.length; place++) {
            rarity[place] = (float) Math.log((double) examples.size() / counts[place]);
        }
        List<Point> points = examples.stream()
                .map(example -> point(example.features(), features, rarity))
                .toList();
        return of(classes, features, rarity, descend(points, examples, classes, features.length));
    }

    private static float[][] descend(List<Point> points, List<Example> examples, int classes, int features) {
        float[][] weights = new float[features][classes];
        List<Integer> order =
                Arrays.asList(IntStream.range(0, points.size()).boxed().toArray(Integer[]::new));
        Random random = new Random(SEED);
        int steps = ROUNDS * points.size();
        int step = 0;
        float[] errors = new float[classes];
        int[] wrongs = new int[classes];
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                Point point = points.get(i);
                Example example = examples.get(i);
                Arrays.fill(errors, 0);
                for (int k = 0; k < point.places().length; k++) {
                    float[] row = weights[point.places()[k]];
                    float value = point.values()[k];
                    for (int number = 0; number < classes; number++) {
                        errors[number] += value * row[number];
                    }
                }
                toProbabilities(errors);
                errors[example.number()] -= 1;
                float rate = FIRST_STEP * example.weight() * (1 - (float) step++ / steps);
                int wrong = keep(errors, wrongs);
                for (int k = 0; k < point.places().length; k++) {
                    float[] row = weights[point.places()[k]];
                    float value = rate * point.values()[k];
                    for (int w = 0; w < wrong; w++) {
                        row[wrongs[w]] -= value * errors[wrongs[w]];
                    }
                }
            }
        }
        return weights;
    }

    /** Finds the classes of which an example still says something. After a round they are few. */
    private static int keep(float[] errors, int[] wrongs) {
        int count = 0;
        for (int number = 0; number < errors.length; number++) {
            if (Math.abs(errors[number]) > RIGHT_ENOUGH) {
                wrongs[count++] = number;
            }
        }
        return count;
    }

    private static Point point(int[] line, int[] features, float[] rarity) {
        int[] places = Arrays.stream(line)
                .map(feature -> Arrays.binarySearch(features, feature))
                .filter(place -> place >= 0)
                .toArray();
        float[] values = new float[places.length];
        double squares = 0;
        for (int k = 0; k < places.length; k++) {
            values[k] = rarity[places[k]];
            squares += values[k] * values[k];
        }
        for (int k = 0; k < places.length; k++) {
            values[k] /= (float) Math.sqrt(squares);
        }
        return new Point(places, values);
    }

    private static void toProbabilities(float[] scores) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            largest = Math.max(largest, score);
        }
        float sum = 0;
        for (int number = 0; number < scores.length; number++) {
            scores[number] = (float) Math.exp(scores[number] - largest);
            sum += scores[number];
        }
        for (int number = 0; number < scores.length; number++) {
            scores[number] /= sum;
        }
    }

    /** How likely a text of these features is of each class, 0..1, all of them together 1. */
    float[] probabilities(int[] text) {
        Point point = point(text, features, rarity);
        float[] scores = new float[classes];
        for (int k = 0; k < point.places().length; k++) {
            int place = point.places()[k];
            float value = point.values()[k] * steps[place];
            for (int number = 0; number < classes; number++) {
                scores[number] += value * weights[place * classes + number];
            }
        }
        toProbabilities(scores);
        return scores;
    }

    void write(DataOutput out) throws IOException {
        out.writeVInt(classes);
        out.writeVInt(features.length);
        for (int place = 0; place < features.length; place++) {
            out.writeInt(features[place]);
            out.writeInt(Float.floatToIntBits(rarity[place]));
            out.writeInt(Float.floatToIntBits(steps[place]));
        }
        out.writeBytes(weights, weights.length);
    }

    /** Reads what {@link #write} wrote. */
    static TextClassifier read(DataInput in) throws IOException {
        int classes = in.readVInt();
        int[] features = new int[in.readVInt()];
        float[] rarity = new float[features.length];
        float[] steps = new float[features.length];
        for (int place = 0; place < features.length; place++) {
            features[place] = in.readInt();
            rarity[place] = Float.intBitsToFloat(in.readInt());
            steps[place] = Float.intBitsToFloat(in.readInt());
        }
        byte[] weights = new byte[Math.multiplyExact(features.length, classes)];
        in.readBytes(weights, 0, weights.length);
        return new TextClassifier(classes, features, rarity, weights, steps);
    }
}
