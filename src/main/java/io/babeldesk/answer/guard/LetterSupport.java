package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How much of a run of letters without spaces stands in passages, or belongs to a concept of theirs. For one answer. */
final class LetterSupport {

    /** A Chinese character says half of what a word says. */
    private static final double HALF = 0.5;

    private final Language language;
    private final Concepts concepts;
    private final List<KnownPassage> cited;
    private final Set<String> meant;

    LetterSupport(Language language, Concepts concepts, List<KnownPassage> cited, Set<String> meant) {
        this.language = language;
        this.concepts = concepts;
        this.cited = cited;
        this.meant = meant;
    }

    void count(String run, Tally tally, boolean strict) {
        double[] stated = new double[run.length()];
        for (KnownPassage known : cited) {
            mark(run, known.wording().plain, stated, strict);
        }
        for (Concepts.Place place : concepts.places(run, language)) {
            if (meant.contains(place.concept())) {
                Arrays.fill(stated, place.start(), place.end(), 1);
            }
        }
        double here = 0;
        for (double one : stated) {
            here += one;
        }
        double away = run.length() - here;
        if (language.code().equals("ko") && run.length() <= 2 && !strict) {
            // Short Korean runs are as often what is left of a verb.
            away *= HALF;
        }
        // Two letters make about a word.
        tally.letters(run, here / 2, away / 2);
    }

    private static void mark(String run, String plain, double[] stated, boolean strict) {
        for (int i = 0; i < run.length(); i++) {
            if (i + 2 <= run.length() && plain.contains(run.substring(i, i + 2))) {
                stated[i] = 1;
                stated[i + 1] = 1;
            } else if (!strict && isHan(run.charAt(i)) && plain.indexOf(run.charAt(i)) >= 0) {
                stated[i] = Math.max(stated[i], run.length() == 1 ? 1 : HALF);
            }
        }
    }

    private static boolean isHan(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN;
    }
}
