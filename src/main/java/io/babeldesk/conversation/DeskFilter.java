package io.babeldesk.conversation;

import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which conversations the desk wants to see, and in which order.
 *
 * @param states none is all
 * @param owner whose they are
 * @param unowned only those that nobody has
 * @param beyond the last one of the page before
 * @param limit 1 to 200
 */
public record DeskFilter(
        Set<ConversationState> states,
        Optional<AgentId> owner,
        boolean unowned,
        Optional<Language> language,
        Optional<String> label,
        Optional<Handling.Priority> priority,
        Sort sort,
        Optional<Beyond> beyond,
        int limit) {

    /** In which order; equals are put by their id. */
    public enum Sort {
        /** What is due first comes first; what has no deadline last. */
        DUE,
        /** Who waits longest comes first. */
        WAITING,
        NEWEST
    }

    /**
     * Where a page ended.
     *
     * @param key by which it was sorted
     */
    public record Beyond(Instant key, String conversation) {}

    public DeskFilter {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("a page of " + limit + " conversations; ask for 1 to 200");
        }
    }

    public static DeskFilter of(Set<ConversationState> states, int limit) {
        return new DeskFilter(
                states,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sort.WAITING,
                Optional.empty(),
                limit);
    }

    /** Whether a conversation is one of those, on whichever page. */
    public boolean lets(Handled handled) {
        Handling handling = handled.handling();
        Conversation conversation = handled.conversation();
        Optional<AgentId> has = handling.owner().map(Speaker::id);
        return (states.isEmpty() || states.contains(conversation.state()))
                && (owner.isEmpty() || owner.equals(has))
                && !(unowned && has.isPresent())
                && language.map(conversation.language()::equals).orElse(true)
                && label.map(handling.labels()::contains).orElse(true)
                && priority.map(handling.priority()::equals).orElse(true);
    }

    /** The time that a conversation is sorted by. */
    public Instant keyOf(Conversation conversation, Handling handling) {
        return switch (sort) {
            case DUE -> handling.nextDeadline().orElse(Instant.ofEpochMilli(Long.MAX_VALUE));
            case WAITING -> handling.waitsSince().orElse(conversation.updatedAt());
            case NEWEST -> conversation.updatedAt();
        };
    }
}
