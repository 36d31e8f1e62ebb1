package io.babeldesk.sentiment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear model: each sign speaks for or against each {@link #OUTPUTS outcome}. The outcomes are negative, neutral,
 * positive and, by itself, angry. Weights are bytes with one scale an outcome. Immutable; safe for use by many threads.
 */
public final class MoodModel {

    /** Negative, neutral, positive, angry. */
    public static final int OUTPUTS = 4;

    private static final int MAGIC = 0x42444d32;

    private final Set<SignFinder.Part> parts;
    private final Map<String, Valences> valences;
    private final float[] biases;
    private final Table marks;
    private final Table grams;
    private final GramPlaces places;

    /** Weights of one kind of sign: {@code bytes[sign * OUTPUTS + outcome] * scales[outcome]}. */
    private static final class Table {
        private final float[] scales;
        private final byte[] bytes;

        private Table(float[] scales, byte[] bytes) {
            this.scales = scales;
            this.bytes = bytes;
        }

        static Table of(float[] weights) {
            float[] scales = new float[OUTPUTS];
            for (int i = 0; i < weights.length; i++) {
                scales[i % OUTPUTS] = Math.max(scales[i % OUTPUTS], Math.abs(weights[i]) / 127);
            }
            byte[] bytes = new byte[weights.length];
            for (int i = 0; i < weights.length; i++) {
                float scale = scales[i % OUTPUTS];
                bytes[i] = (byte) (scale == 0 ? 0 : Math.round(weights[i] / scale));
            }
            return new Table(scales, bytes);
        }

        void addTo(double[] scores, int[] signs, double factor) {
            int[] sums = new int[OUTPUTS];
            for (int sign : signs) {
                if (sign == GramPlaces.NONE) {
                    continue;
                }
                for (int outcome = 0; outcome < OUTPUTS; outcome++) {
                    sums[outcome] += bytes[sign * OUTPUTS + outcome];
                }
            }
            for (int outcome = 0; outcome < OUTPUTS; outcome++) {
                scores[outcome] += sums[outcome] * scales[outcome] * factor;
            }
        }

        void write(DataOutputStream out) throws IOException {
            for (float scale : scales) {
                out.writeFloat(scale);
            }
            out.write(bytes);
        }

        static Table read(DataInputStream in, int signs) throws IOException {
            float[] scales = new float[OUTPUTS];
            for (int i = 0; i < OUTPUTS; i++) {
                scales[i] = in.readFloat();
            }
            return new Table(scales, in.readNBytes(signs * OUTPUTS));
        }
    }

    private MoodModel(
            Set<SignFinder.Part> parts,
            Map<String, Valences> valences,
            float[] biases,
            Table marks,
            Table grams,
            GramPlaces places) {
        this.parts = parts;
        this.valences = valences;
        this.biases = biases;
        this.marks = marks;
        this.grams = grams;
        this.places = places;
    }

    /** @param marks by sign and outcome, as {@code grams} */
    public static MoodModel of(
            Set<SignFinder.Part> parts,
            Map<String, Valences> valences,
            float[] biases,
            float[] marks,
            GramPlaces places,
            float[] grams) {
        return new MoodModel(parts, valences, biases.clone(), Table.of(marks), Table.of(grams), places);
    }

    /** The model that ships with the program. */
    public static MoodModel shipped() {
        try (InputStream file = MoodModel.class.getResourceAsStream("mood.model")) {
            if (file == null) {
                throw new IllegalStateException("mood.model is not on the class path; build anew");
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("mood.model cannot be read", e);
        }
    }

    SignFinder finder() {
        return new SignFinder(valences, parts);
    }

    /** How strongly a text speaks for each outcome; log-odds. */
    double[] scores(Signs signs) {
        double[] scores = new double[OUTPUTS];
        for (int outcome = 0; outcome < OUTPUTS; outcome++) {
            scores[outcome] = biases[outcome];
        }
        marks.addTo(scores, signs.marks(), 1);
        grams.addTo(scores, Arrays.stream(signs.grams()).map(places::of).toArray(), gramFactor(signs));
        return scores;
    }

    /** Long texts have more grams, but not so much more to say. */
    public static double gramFactor(Signs signs) {
        return 1 / Math.sqrt(Math.max(1, signs.grams().length));
    }

    public void write(OutputStream file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(file)))) {
            out.writeInt(MAGIC);
            out.writeUTF(parts.stream().map(Enum::name).collect(Collectors.joining(" ")));
            for (float bias : biases) {
                out.writeFloat(bias);
            }
            marks.write(out);
            places.write(out);
            grams.write(out);
            out.writeInt(valences.size());
            for (Map.Entry<String, Valences> entry : new TreeMap<>(valences).entrySet()) {
                out.writeUTF(entry.getKey());
                entry.getValue().write(out);
            }
        }
    }

    public static MoodModel read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)));
        if (in.readInt() != MAGIC) {
            throw new IOException(
                    "not a file of sentiment weights of this version; make it anew with 'train sentiment'");
        }
        Set<SignFinder.Part> parts = EnumSet.noneOf(SignFinder.Part.class);
        Stream.of(in.readUTF().split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(SignFinder.Part::valueOf)
                .forEach(parts::add);
        float[] biases = new float[OUTPUTS];
        for (int i = 0; i < OUTPUTS; i++) {
            biases[i] = in.readFloat();
        }
        Table marks = Table.read(in, Signs.MARKS);
        GramPlaces places = GramPlaces.read(in);
        Table grams = Table.read(in, GramPlaces.COUNT);
        Map<String, Valences> valences = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            valences.put(in.readUTF(), Valences.read(in));
        }
        return new MoodModel(parts, valences, biases, marks, grams, places);
    }
}
