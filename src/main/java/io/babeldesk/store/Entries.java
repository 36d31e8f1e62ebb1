package io.babeldesk.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a change puts into the log of a conversation after its states, in the same order for every store. Stateless. */
final class Entries {

    private Entries() {}

    /** @param turnIds makes a new one each time */
    static List<Body> of(Change change, Conversation now, Supplier<String> turnIds, Instant when) {
        Instant at = when.truncatedTo(MILLIS);
        List<Body> bodies = new ArrayList<>();
        for (Entry entry : change.entries()) {
            long seq = now.lastSeq() + bodies.size() + 1;
            bodies.add(
                    switch (entry) {
                        case Entry.ByAgent said ->
                            new Body.TurnCreated(new Turn.OfAgent(
                                    turnIds.get(),
                                    seq,
                                    said.agent(),
                                    said.text(),
                                    said.language(),
                                    said.original(),
                                    at));
                        case Entry.ByService said ->
                            new Body.TurnCreated(
                                    new Turn.OfSystem(turnIds.get(), seq, said.text(), said.language(), at));
                        case Entry.Note note -> new Body.Noted(note.asTurn(turnIds.get(), seq, at));
                        case Entry.AsksForScore asked -> new Body.ScoreAsked(asked.question(), asked.language());
                        case Entry.ForAgents told -> told.body();
                    });
        }
        return List.copyOf(bodies);
    }

    static Body moved(ConversationState state, Change change) {
        return new Body.StateChanged(
                state, state.isWithAgent() ? change.handling().owner() : Optional.empty());
    }

    /** What is said where the assistant owes nothing. */
    static Turn told(Change.Instead said, String id, Conversation now, Instant at) {
        return new Turn.OfSystem(
                id, now.lastSeq() + 1, said.reply().text(), said.reply().language(), at.truncatedTo(MILLIS));
    }

    /** The turn that an event adds. */
    static Optional<Turn> turnIn(Body body) {
        return switch (body) {
            case Body.TurnCreated created -> Optional.of(created.turn());
            case Body.Noted noted -> Optional.of(noted.note());
            case Body.ReplyStarted _,
                    Body.ReplyCompleted _,
                    Body.TurnUpdated _,
                    Body.StateChanged _,
                    Body.Assigned _,
                    Body.HandlingChanged _,
                    Body.Merged _,
                    Body.ScoreAsked _,
                    Body.Scored _,
                    Body.SuggestionJudged _,
                    Body.Deadline _,
                    Body.HandedOver _,
                    Body.Marked _ -> Optional.empty();
        };
    }

    /** How replies were judged last, by turn. */
    static Map<String, Mark> marksIn(List<Event> log) {
        Map<String, Mark> marks = new HashMap<>();
        for (Event event : log) {
            if (event.body() instanceof Body.Marked marked) {
                marked.mark()
                        .ifPresentOrElse(mark -> marks.put(marked.turn(), mark), () -> marks.remove(marked.turn()));
            }
        }
        return Map.copyOf(marks);
    }

    /** Whether nothing is owed any more after a change. */
    static boolean settles(Change change) {
        boolean over = !change.through().isEmpty()
                && (change.through().getLast() == ConversationState.RESOLVED
                        || change.through().getLast() == ConversationState.CLOSED);
        return over || change.entries().stream().anyMatch(Entry.ByAgent.class::isInstance);
    }

    /** The state that a change leads to. */
    static ConversationState end(Change change, ConversationState before) {
        return change.through().isEmpty() ? before : change.through().getLast();
    }
}
