package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;

/** One thing that shoppers speak of, with what it is called in each language: an entry of the glossary. */
public record Concept(String id, Role role, Map<Language, List<String>> terms) {

    /** What a concept tells in a question. */
    public enum Role {
        /** What the question is about. */
        MATTER,
        /** How much or how long: asked of something that is often only pointed at, "how long does that take?" */
        MEASURE,
        /** When, where or why. */
        CIRCUMSTANCE,
        /** For which goods. */
        THING
    }

    /** What a question may be about. */
    public Concept(String id, Map<Language, List<String>> terms) {
        this(id, Role.MATTER, terms);
    }
}
