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
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

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
                    add("c", edged.substring(from, from + length), features);
                }
            }
            if (spaced) {
                add("w", run, features);
                add("p", before + " " + run, features);
            }
            before = run;
        }
        add("p", before + " ", features);
        return features.build().sorted().distinct().toArray();
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

    private static void add(String kind, String feature, IntStream.Builder features) {
        features.add(StringHelper.murmurhash3_x86_32(new BytesRef(kind + feature), 0));
    }
}
