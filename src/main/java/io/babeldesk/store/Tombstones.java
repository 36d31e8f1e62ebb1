package io.babeldesk.store;

import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is left of a turn after its erasure: that it was, when, and in which language. Stateless. */
final class Tombstones {

    private Tombstones() {}

    static Turn of(Turn turn) {
        return switch (turn) {
            case Turn.OfShopper said ->
                new Turn.OfShopper(
                        said.id(),
                        said.seq(),
                        "",
                        said.language(),
                        Optional.empty(),
                        Optional.empty(),
                        said.createdAt());
            case Turn.OfAssistant said -> of(said);
            case Turn.OfAgent said ->
                new Turn.OfAgent(
                        said.id(), said.seq(), said.agent(), "", said.language(), Optional.empty(), said.createdAt());
            case Turn.OfNote said -> of(said);
            case Turn.OfSystem said -> new Turn.OfSystem(said.id(), said.seq(), "", said.language(), said.createdAt());
        };
    }

    static Event.Body of(Event.Body body) {
        return switch (body) {
            case Event.Body.TurnCreated created -> new Event.Body.TurnCreated(of(created.turn()));
            case Event.Body.ReplyCompleted completed -> new Event.Body.ReplyCompleted(of(completed.turn()));
            case Event.Body.TurnUpdated updated -> new Event.Body.TurnUpdated(of(updated.turn()));
            case Event.Body.ReplyStarted started -> started;
            case Event.Body.StateChanged changed -> changed;
            case Event.Body.Noted noted -> new Event.Body.Noted(of(noted.note()));
            case Event.Body.Assigned assigned -> assigned;
            case Event.Body.HandlingChanged changed -> changed;
            case Event.Body.Merged merged -> merged;
            case Event.Body.ScoreAsked asked -> asked;
            case Event.Body.Scored scored -> scored;
            case Event.Body.SuggestionJudged judged -> judged;
            case Event.Body.Deadline deadline -> deadline;
            case Event.Body.HandedOver over -> over;
            case Event.Body.Marked marked -> marked;
        };
    }

    private static Turn.OfAssistant of(Turn.OfAssistant said) {
        AssistantReply reply = said.reply();
        AssistantReply left = new AssistantReply(
                reply.kind(), reply.language(), Optional.empty(), 0, List.of(), List.of(), List.of(), reply.mode());
        return new Turn.OfAssistant(said.id(), said.seq(), left, said.replyTo(), said.helpful(), said.createdAt());
    }

    private static Turn.OfNote of(Turn.OfNote note) {
        return new Turn.OfNote(note.id(), note.seq(), note.agent(), "", note.language(), List.of(), note.createdAt());
    }

    /** How people had a part in a conversation, without what the shopper gave. */
    static Handling of(Handling handling) {
        return handling.withoutOwner()
                .offering(Optional.empty())
                .labelled(Set.of())
                .reachedAt(Optional.empty())
                .timed(Optional.empty(), Optional.empty(), Map.of())
                .with(handling.particulars().filledIn(Map.of()));
    }
}
