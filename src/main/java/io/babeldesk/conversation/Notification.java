package io.babeldesk.conversation;

import io.babeldesk.conversation.Event.Body;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event that an agent is told of, whatever she looks at.
 *
 * @param read whether she has seen it
 */
public record Notification(Event event, Kind kind, boolean read) {

    /** Why she is told. */
    public enum Kind {
        /** A colleague named her in a note. */
        MENTION,
        /** A colleague gave her the conversation. */
        TRANSFER,
        /** The service gave her the conversation. */
        ASSIGNMENT
    }

    /** Whom an event is told to, and why: the one place where this is decided. Nobody is told what she did herself. */
    public static Map<AgentId, Kind> of(Body body) {
        return switch (body) {
            case Body.Noted noted -> mentioned(noted.note());
            case Body.Assigned assigned -> given(assigned);
            case Body.TurnCreated _,
                    Body.ReplyStarted _,
                    Body.ReplyCompleted _,
                    Body.TurnUpdated _,
                    Body.StateChanged _,
                    Body.HandlingChanged _,
                    Body.Merged _,
                    Body.ScoreAsked _,
                    Body.Scored _,
                    Body.SuggestionJudged _,
                    Body.Deadline _,
                    Body.HandedOver _,
                    Body.Marked _ -> Map.of();
        };
    }

    private static Map<AgentId, Kind> mentioned(Turn.OfNote note) {
        Map<AgentId, Kind> told = new HashMap<>();
        note.mentions().forEach(colleague -> told.put(colleague.id(), Kind.MENTION));
        told.remove(note.agent().id());
        return Map.copyOf(told);
    }

    private static Map<AgentId, Kind> given(Body.Assigned assigned) {
        Optional<AgentId> to = assigned.agent().map(Speaker::id);
        Optional<AgentId> by = assigned.by().map(Speaker::id);
        boolean tookItHerself =
                by.isPresent() ? by.equals(to) : assigned.reasons().isEmpty();
        return to.isEmpty() || tookItHerself
                ? Map.of()
                : Map.of(to.get(), by.isPresent() ? Kind.TRANSFER : Kind.ASSIGNMENT);
    }

    /** Who caused it; empty where it was the service. */
    public Optional<Speaker> by() {
        return note().map(Turn.OfNote::agent)
                .or(() -> event.body() instanceof Body.Assigned assigned ? assigned.by() : Optional.empty());
    }

    /** The note that names her. */
    public Optional<Turn.OfNote> note() {
        return event.body() instanceof Body.Noted noted ? Optional.of(noted.note()) : Optional.empty();
    }
}
