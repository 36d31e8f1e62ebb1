package io.babeldesk.answer;

import io.babeldesk.language.Language;
import java.util.Map;
import java.util.Optional;

/** Judges translations before anybody reads them, and knows what the shop calls things. Safe for use by many threads. */
public interface TranslationGuard {

    /**
     * A text in a language.
     *
     * @param text with placeholders, {@code [[ORDER_1]]}, for what must not change
     */
    record Worded(String text, Language language) {}

    /** Why a translation must not be read. */
    enum Fault {
        /** Nothing came, or too much. */
        SILENT,
        PLACEHOLDER,
        NUMBER,
        LANGUAGE,
        LENGTH,
        /** Code, or a part of our instructions. */
        FORM
    }

    /**
     * @param instructions that the model was given
     * @return empty if it may be read
     */
    Optional<Fault> fault(Worded original, Worded translation, String instructions);

    /** What the glossary calls things of the text in the wanted language, by what they are called in its own; a few. */
    Map<String, String> terms(Worded original, Language wanted);
}
