package io.babeldesk.conversation;

import io.babeldesk.language.Language;
import java.util.Optional;

/**
 * What a machine made of turns in other languages, kept so that it is asked once. It goes as soon as its turn changes, as
 * by an erasure. Safe for use by many threads.
 */
public interface TurnTranslations {

    /** @param version names the way in which it was translated; what was made in another way is not found */
    Optional<String> find(String turn, Language language, String version);

    /** Keeps a translation of what the turn says; nothing where it says something else by now. */
    void keep(Turn turn, Language language, String version, String translation);
}
