package io.babeldesk.sentiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good or bad single words sound, −5..5, kept as fingerprints of the words. Immutable; safe for use by many
 * threads.
 */
public final class Valences {

    static final Valences NONE = new Valences(Map.of(), "");

    /** Keep words and stems apart from each other. */
    private static final int WORD = 7;

    private static final int STEM = 8;

    private static final int STEM_LENGTH = 6;

    private final int[] prints;
    private final byte[] values;

    /**
     * @param byWord words as they are written
     * @param language their base code
     */
    public Valences(Map<String, Integer> byWord, String language) {
        TreeMap<Integer, List<Integer>> all = new TreeMap<>();
        byWord.forEach((written, value) -> {
            String word = String.join(" ", PlainWords.of(written, language));
            all.computeIfAbsent(Hash.of(word, 0, word.length(), WORD), _ -> new ArrayList<>())
                    .add(value);
            if (hasStem(word, 0, word.length())) {
                all.computeIfAbsent(Hash.of(word, 0, STEM_LENGTH, STEM), _ -> new ArrayList<>())
                        .add(value);
            }
        });
        prints = all.keySet().stream().mapToInt(Integer::intValue).toArray();
        values = new byte[prints.length];
        int i = 0;
        for (List<Integer> given : all.values()) {
            values[i++] = (byte) Math.round(
                    given.stream().mapToInt(Integer::intValue).average().orElse(0));
        }
    }

    private Valences(int[] prints, byte[] values) {
        this.prints = prints;
        this.values = values;
    }

    /** How a stretch of text sounds that is a word or phrase; 0 if it is not known. */
    int ofWord(String text, int from, int to) {
        return of(Hash.of(text, from, to, WORD));
    }

    /** How words sound that begin like this one; 0 if none is known. */
    int ofStem(String text, int from, int to) {
        return hasStem(text, from, to) ? of(Hash.of(text, from, from + STEM_LENGTH, STEM)) : 0;
    }

    private static boolean hasStem(String text, int from, int to) {
        return to - from > STEM_LENGTH && text.substring(from, to).indexOf(' ') < 0;
    }

    private int of(int print) {
        int place = Arrays.binarySearch(prints, print);
        return place < 0 ? 0 : values[place];
    }

    boolean isEmpty() {
        return prints.length == 0;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(prints.length);
        for (int print : prints) {
            out.writeInt(print);
        }
        out.write(values);
    }

    static Valences read(DataInputStream in) throws IOException {
        int[] prints = new int[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(prints.length * Integer.BYTES))
                .asIntBuffer()
                .get(prints);
        return new Valences(prints, in.readNBytes(prints.length));
    }
}
