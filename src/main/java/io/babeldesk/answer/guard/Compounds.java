package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import java.util.Set;
import java.util.function.Predicate;

/** Words that are made of words: Standardlieferung. Stateless. */
final class Compounds {

    private static final int SHORTEST_PART = 4;
    private static final Set<String> LANGUAGES = Set.of("de", "nl", "sv", "da", "no", "fi", "hu");

    private Compounds() {}

    /** Whether it can be cut into two words that are both known. */
    static boolean isOf(String word, Language language, Predicate<String> known) {
        if (!LANGUAGES.contains(language.code())) {
            return false;
        }
        for (int cut = SHORTEST_PART; cut <= word.length() - SHORTEST_PART; cut++) {
            String first = word.substring(0, cut);
            if (known.test(word.substring(cut))
                    && (known.test(first)
                            || (cut > SHORTEST_PART
                                    && first.endsWith("s")
                                    && known.test(first.substring(0, cut - 1))))) {
                return true;
            }
        }
        return false;
    }
}
