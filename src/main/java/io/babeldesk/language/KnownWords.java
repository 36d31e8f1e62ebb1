package io.babeldesk.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Takes a text apart into words in plain form: by spaces, and by what is known where a script does not put words apart.
 * Immutable; safe for use by many threads.
 */
final class KnownWords {

    /** Stands for any of the signs that end a clause. */
    static final String CLAUSE_END = ",";

    private static final Set<String> CLAUSE_ENDS =
            Set.of(",", ".", ";", "!", "?", "،", "؛", "؟", "、", "。", "，", "！", "？");

    /** All that may be said in scripts that do not put words apart, longest first. */
    private final List<String> unspaced;

    /** @param words in plain form */
    KnownWords(Collection<String> words) {
        unspaced = words.stream()
                .filter(word -> word.codePoints().allMatch(Script::isUnspaced))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
                .toList();
    }

    /** A run of Chinese, Japanese or Korean characters that known words do not cover is one word. */
    List<String> in(String text) {
        String plain = PlainForm.of(text);
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(plain);
        List<String> words = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String word = plain.substring(start, end);
            if (word.codePoints().allMatch(Script::isUnspaced)) {
                run.append(word);
                continue;
            }
            words.addAll(cut(run.toString()));
            run.setLength(0);
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(word);
            } else if (CLAUSE_ENDS.contains(word)) {
                words.add(CLAUSE_END);
            }
        }
        words.addAll(cut(run.toString()));
        return words;
    }

    /** A run of characters as known words; as one unknown word if they do not cover it. */
    private List<String> cut(String run) {
        List<String> words = new ArrayList<>();
        return covers(run, 0, words, new BitSet()) ? words : List.of(run);
    }

    /** @param deadEnds from where it is known that nothing leads to the end */
    private boolean covers(String run, int from, List<String> words, BitSet deadEnds) {
        if (from == run.length()) {
            return true;
        }
        for (String word : deadEnds.get(from) ? List.<String>of() : unspaced) {
            if (run.startsWith(word, from)) {
                words.add(word);
                if (covers(run, from + word.length(), words, deadEnds)) {
                    return true;
                }
                words.removeLast();
            }
        }
        deadEnds.set(from);
        return false;
    }
}
