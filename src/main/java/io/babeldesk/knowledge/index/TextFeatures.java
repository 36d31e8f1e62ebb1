package io.babeldesk.knowledge.index;

import com.ibm.icu.lang.UScript;
import io.babeldesk.language.SimplifiedHan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * What a classifier sees of a text: its words, pairs of neighbours and sequences of characters, in any language. Case,
 * accents, width, Chinese script and what a number says are folded. Each is known by its hash alone, so that nobody has to keep a
 * dictionary (Weinberger and others, ICML 2009).
 */
final class TextFeatures {

    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

    /** Scripts whose words are not set apart, so that a run of letters is a clause. */
    private static final Set<Integer> WITHOUT_SPACES = Set.of(
            UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR);

    private static final int LONGEST = 4;

    // Seeds: the same letters as a word and as a sequence are two features.
    private static final int SEQUENCE = 0x811c9dc5;
    private static final int WORD = 0x1b873593;
    private static final int PAIR = 0x38b34ae5;

    private TextFeatures() {}

    /** The hashes of all features, each once, ascending. */
    static int[] of(String text) {
        IntStream.Builder features = IntStream.builder();
        String before = "";
        for (String run : runs(text)) {
            String edged = " " + run + " ";
            boolean spaced = isSpaced(run);
            for (int length = spaced ? 2 : 1; length <= LONGEST; length++) {
                for (int from = 0; from + length <= edged.length(); from++) {
                    features.add(hash(SEQUENCE, edged, from, from + length));
                }
            }
            if (spaced) {
                features.add(hash(WORD, run, 0, run.length()));
                features.add(pair(before, run));
            }
            before = run;
        }
        features.add(pair(before, ""));
        return features.build().sorted().distinct().toArray();
    }

    /** The hashes of what a text means, ascending. */
    static int[] ofConcepts(Set<String> concepts) {
        return concepts.stream().mapToInt(String::hashCode).sorted().distinct().toArray();
    }

    private static int pair(String before, String word) {
        return hash(hash(PAIR, before, 0, before.length()), word, 0, word.length());
    }

    /** FNV-1a (Fowler, Noll and Vo) over characters, with the last mixing of MurmurHash3. Strings are not cut out for it. */
    private static int hash(int seed, String text, int from, int to) {
        int hash = seed;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    private static List<String> runs(String text) {
        String folded = SimplifiedHan.of(ICUFoldingFilter.NORMALIZER.normalize(text));
        List<String> runs = new ArrayList<>();
        Matcher run = RUN.matcher(folded);
        while (run.find()) {
            runs.add(NUMBER.matcher(run.group()).replaceAll("0"));
        }
        return runs;
    }

    private static boolean isSpaced(String run) {
        return run.codePoints().mapToObj(UScript::getScript).noneMatch(WITHOUT_SPACES::contains);
    }
}
