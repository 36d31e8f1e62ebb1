package io.babeldesk.conversation;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of a conversation, all in one transaction: the states that it goes through, how people have a part in it
 * afterwards, and what is said of it. In the log the states come first.
 *
 * @param through the states one after the other, each logged; none if the state stays
 * @param instead what is said in the place of a reply that the assistant owes
 */
public record Change(
        List<ConversationState> through, Handling handling, List<Entry> entries, Optional<Instead> instead) {

    public Change(List<ConversationState> through, Handling handling, List<Entry> entries) {
        this(through, handling, entries, Optional.empty());
    }

    public Change {
        through = List.copyOf(through);
        entries = List.copyOf(entries);
        if (!through.isEmpty()) {
            check(through.getLast(), handling);
        }
    }

    /** What must hold whoever decides: nobody is forgotten in the queue, and only people's conversations have an owner. */
    private static void check(ConversationState to, Handling handling) {
        if (to == ConversationState.QUEUED && handling.alarms().isEmpty()) {
            throw new IllegalArgumentException("a queued conversation without an alarm; set one");
        }
        if (to.isWithAgent() != handling.owner().isPresent()) {
            throw new IllegalArgumentException(
                    to + (to.isWithAgent() ? " without an owner; name one" : " with an owner; take her away"));
        }
    }

    /** What is added to the log. */
    public sealed interface Entry {

        /**
         * An agent's reply. It settles all that the conversation is owed.
         *
         * @param text as the shopper reads it
         * @param original what the agent wrote, if that was translated
         */
        record ByAgent(Speaker agent, String text, Language language, Optional<Turn.Original> original)
                implements Entry {}

        /** What the service tells both sides. */
        record ByService(String text, Language language) implements Entry {}

        /**
         * For agents alone.
         *
         * @param mentions the colleagues who are told of it
         */
        record Note(Speaker agent, String text, Language language, List<Speaker> mentions) implements Entry {

            public Note {
                mentions = List.copyOf(mentions);
            }

            /** A note that nobody is told of. */
            public Note(Speaker agent, String text, Language language) {
                this(agent, text, language, List.of());
            }

            /** The turn that it becomes in the log. */
            public Turn.OfNote asTurn(String id, long seq, Instant createdAt) {
                return new Turn.OfNote(id, seq, agent, text, language, mentions, createdAt.truncatedTo(MILLIS));
            }
        }

        /** She is asked what she thought of the conversation. */
        record AsksForScore(String question, Language language) implements Entry {}

        /** Something that agents alone are told of. */
        record ForAgents(Event.Body body) implements Entry {}
    }

    /**
     * What stands in the place of the assistant's reply. Where it owes none, its text is told by the service.
     *
     * @param provenance of the reply
     */
    public record Instead(AssistantReply reply, Provenance provenance) {}

    public Change saying(Instead said) {
        return new Change(through, handling, entries, Optional.of(said));
    }

    /** With one entry more, the last. */
    public Change with(Entry entry) {
        return new Change(
                through,
                handling,
                Stream.concat(entries.stream(), Stream.of(entry)).toList(),
                instead);
    }

    /** Without its states: for whoever has logged them already. */
    public Change withoutStates() {
        return new Change(List.of(), handling, entries, instead);
    }

    public static Change to(ConversationState state, Handling handling, Entry... entries) {
        return new Change(List.of(state), handling, List.of(entries));
    }

    /** Leaves the state as it is. */
    public static Change of(Handling handling, Entry... entries) {
        return new Change(List.of(), handling, List.of(entries));
    }
}
