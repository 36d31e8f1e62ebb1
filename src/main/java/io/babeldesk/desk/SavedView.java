package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.language.Language;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A filter that an agent gave a name, to look through it again.
 *
 * @param id {@code viw_…}
 * @param name that she gave it; two may have the same
 */
public record SavedView(String id, String name, Filter filter) {

    /** Whose conversations are looked for. */
    public enum Assignee {
        ANYONE,
        ME,
        NOBODY
    }

    /**
     * What it lets through.
     *
     * @param states of {@link #ACTIVE}; none is all of these
     */
    public record Filter(
            Set<ConversationState> states,
            Assignee assignee,
            Optional<Language> language,
            Optional<String> label,
            Optional<Priority> priority) {

        /** What people have to do with: consoles have all of it at hand, and count it as it changes. */
        public static final Set<ConversationState> ACTIVE = Collections.unmodifiableSet(EnumSet.of(
                ConversationState.QUEUED,
                ConversationState.OPEN,
                ConversationState.WAITING,
                ConversationState.SNOOZED));

        public Filter {
            states = Collections.unmodifiableSet(new TreeSet<>(states));
            if (!ACTIVE.containsAll(states)) {
                throw new IllegalArgumentException("a view of " + states + "; take some of " + ACTIVE);
            }
        }

        /** What an agent sees through it. */
        public DeskFilter of(AgentId agent) {
            return new DeskFilter(
                    states.isEmpty() ? ACTIVE : states,
                    Optional.of(agent).filter(_ -> assignee == Assignee.ME),
                    assignee == Assignee.NOBODY,
                    language,
                    label,
                    priority,
                    DeskFilter.Sort.WAITING,
                    Optional.empty(),
                    1);
        }
    }
}
