package io.babeldesk.sentiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which gram each place of a table belongs to. A gram that was never learnt would else borrow the weights of another,
 * which makes every text of an unlearnt language sound like the commonest label. Immutable.
 */
public final class GramPlaces {

    /** How many places there are. */
    public static final int COUNT = 1 << 19;

    /** What {@link #of} says of a gram that has no place. */
    public static final int NONE = -1;

    private final byte[] owners;

    private GramPlaces(byte[] owners) {
        this.owners = owners;
    }

    /** Gives each place to the gram that is met most often there, if it is met at least so often. */
    public static GramPlaces among(List<Signs> texts, int atLeast) {
        Map<Integer, Integer> met = new HashMap<>();
        for (Signs text : texts) {
            for (int gram : text.grams()) {
                met.merge(gram, 1, Integer::sum);
            }
        }
        int[] best = new int[COUNT];
        Arrays.fill(best, atLeast - 1);
        byte[] owners = new byte[COUNT];
        met.forEach((gram, times) -> {
            int place = place(gram);
            if (times > best[place]) {
                best[place] = times;
                owners[place] = mark(gram);
            }
        });
        return new GramPlaces(owners);
    }

    /** Where a gram's weights are; {@link #NONE} if it has none. */
    public int of(int gram) {
        int place = place(gram);
        return owners[place] == mark(gram) ? place : NONE;
    }

    private static int place(int gram) {
        return gram & COUNT - 1;
    }

    /** Never 0, which stands for nobody. */
    private static byte mark(int gram) {
        byte mark = (byte) (gram >>> 24);
        return mark == 0 ? 1 : mark;
    }

    void write(DataOutputStream out) throws IOException {
        out.write(owners);
    }

    static GramPlaces read(DataInputStream in) throws IOException {
        return new GramPlaces(in.readNBytes(COUNT));
    }
}
