package io.babeldesk.handoff;

import io.babeldesk.conversation.Speaker;
import io.babeldesk.language.Language;
import java.util.Set;

/**
 * An agent as the routing sees her.
 *
 * @param languages that she writes
 * @param skills what she knows about: rules, labels or topics by their names
 * @param teams that she belongs to
 * @param capacity how many conversations she may have at once
 * @param load how many she has that are open or waiting
 */
public record Colleague(
        Speaker who,
        Set<Language> languages,
        Set<String> skills,
        Set<String> teams,
        Availability availability,
        int capacity,
        int load) {

    /** What she has said of herself. */
    public enum Availability {
        ONLINE,
        /** At her place; she takes conversations, and is given none. */
        BUSY,
        AWAY
    }

    /** Whether she may be given one more. */
    public boolean isFree() {
        return availability == Availability.ONLINE && load < capacity;
    }

    public Colleague withLoad(int held) {
        return new Colleague(who, languages, skills, teams, availability, capacity, held);
    }
}
