package io.babeldesk.language;

import java.util.Optional;
import java.util.Set;

/** What can be said of a text's language by its letters alone. Stateless. */
public final class Writing {

    private Writing() {}

    /** Whether a text can be in a language; texts without letters, and languages of unknown letters, always can. */
    public static boolean mayBe(String text, Language language) {
        Optional<Set<String>> possible = Script.languages(text);
        return possible.isEmpty()
                || possible.get().isEmpty()
                || possible.get().contains(language.code())
                || !Script.isKnown(language);
    }
}
