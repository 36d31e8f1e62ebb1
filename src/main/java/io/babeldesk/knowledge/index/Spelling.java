package io.babeldesk.knowledge.index;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Finds what a word that the base does not have is probably a slip of: a word of the base that differs in one letter, or in
 * two neighbours exchanged (Damerau 1964: four of five slips are such). The first letter is seldom wrong. Stateless.
 */
final class Spelling {

    private static final int SHORTEST = 6;
    private static final int SLIPS = 1;
    private static final int SURE_LETTERS = 1;
    /** Two characters are a word there, and almost any two differ in one. */
    private static final Set<String> WITHOUT_LETTERS = Set.of("zh", "ja", "ko", "th");

    /** What people ask for first. */
    private static final List<String> FIELDS = List.of(Fields.ABOUT, Fields.BODY);

    private Spelling() {}

    /** The likeliest word of the base in the place of one that it does not have. */
    static Optional<String> repaired(String word, Lookups lookups) throws IOException {
        if (word.length() < SHORTEST
                || WITHOUT_LETTERS.contains(lookups.view().language().code())
                || !word.codePoints().allMatch(Character::isLetter)) {
            return Optional.empty();
        }
        CompiledAutomaton near = near(word);
        for (String field : FIELDS) {
            Optional<String> best = mostFrequent(near, lookups.view().field(field));
            if (best.isPresent()) {
                return best;
            }
        }
        return Optional.empty();
    }

    /** Reads what differs from the word in one slip (Schulz and Mihov 2002). */
    private static CompiledAutomaton near(String word) {
        int sure = word.offsetByCodePoints(0, SURE_LETTERS);
        Automaton slips =
                new LevenshteinAutomata(word.substring(sure), true).toAutomaton(SLIPS, word.substring(0, sure));
        return new CompiledAutomaton(slips, true, false);
    }

    private static Optional<String> mostFrequent(CompiledAutomaton near, FieldView field) throws IOException {
        String best = "";
        int most = 0;
        for (FieldView.Part part : field.parts()) {
            TermsEnum terms = near.getTermsEnum(part.terms());
            for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                if (terms.docFreq() > most) {
                    most = terms.docFreq();
                    best = term.utf8ToString();
                }
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }
}
