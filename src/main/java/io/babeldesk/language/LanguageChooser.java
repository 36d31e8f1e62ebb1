package io.babeldesk.language;

import java.util.List;
import java.util.Optional;

/** Decides which language a shopper's message is to be answered in. Safe for use by many threads. */
@FunctionalInterface
public interface LanguageChooser {

    /**
     * @param text the message; any text, also none
     * @param page the language of the page that it was written on: a prior that clear text overrides
     * @param earlier the languages of the turns before, newest last
     */
    Language choose(String text, Optional<Language> page, List<Language> earlier);
}
