package io.babeldesk.answer;

import java.util.Locale;

/** Whether a sentence may leave. */
public sealed interface Verdict {

    /** It says what its passages say. */
    record Kept() implements Verdict {}

    /**
     * It may not leave.
     *
     * @param what the word or value that spoke against it; a shopper's data never stand here
     */
    record Held(Reason why, String what) implements Verdict {}

    /** Why a sentence is held. */
    enum Reason {
        /** It names no passage, or one that there is not. */
        UNCITED,
        /** A value that its passages do not have. */
        VALUE,
        /** Words that its passages do not speak of. */
        UNSUPPORTED,
        /** It denies what a passage says, or the reverse. */
        TURNED_ROUND,
        /** It promises, acts, or speaks as a person. */
        PROMISE,
        /** Code, links in disguise, the instructions, or what nobody says to a shopper. */
        FORM,
        /** Not the language of the answer. */
        LANGUAGE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    default String label() {
        return switch (this) {
            case Kept kept -> "kept";
            case Held held -> held.why().label();
        };
    }
}
