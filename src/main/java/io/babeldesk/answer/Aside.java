package io.babeldesk.answer;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Concept.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which concepts say how or for what a question is put, but not what it is about: "how much?", "and for shoes?". A question
 * that has no others is about what was talked of before. A glossary that marks none loses nothing but this.
 *
 * @param glossary says which they are
 */
record Aside(List<Concept> glossary) {

    /** Whether a question of these concepts may leave out what it is about though it has some other words. */
    boolean areMeasures(Set<String> concepts) {
        return all(concepts, role -> role == Role.MEASURE);
    }

    boolean areAll(Set<String> concepts) {
        return all(concepts, role -> role != Role.MATTER);
    }

    private boolean all(Set<String> concepts, Predicate<Role> which) {
        return glossary.stream()
                .filter(concept -> concepts.contains(concept.id()))
                .map(Concept::role)
                .allMatch(which);
    }
}
