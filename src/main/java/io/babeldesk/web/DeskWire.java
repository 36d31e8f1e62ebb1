package io.babeldesk.web;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.EventFeed.Signal;
import io.babeldesk.conversation.Speaker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what happened for agents, as server-sent events. Its numbers count over the whole store. Stateless. */
final class DeskWire {

    private DeskWire() {}

    record OfTurn(String conversation, long seq, WireDesk.Said turn) {}

    record Begun(String conversation, long seq, String turn) {}

    record Moved(String conversation, long seq, @Nullable String state, WireDesk.@Nullable Person agent) {}

    record Given(
            String conversation,
            long seq,
            WireDesk.@Nullable Person agent,
            List<String> reasons,
            WireDesk.@Nullable Person by) {}

    record Due(String conversation, long seq, String kind, String due) {}

    record Judged(
            String conversation,
            long seq,
            String turn,
            @Nullable String mark) {}

    record Opened(String conversation, long seq) {}

    record Scored(String conversation, long seq, int score) {}

    record There(String conversation, WireDesk.Person agent, String activity) {}

    record Types(String conversation) {}

    record Queue(Map<String, Long> counts) {}

    record Told(long unread) {}

    record OfSuggestion(String conversation, long seq, String turn, String outcome, WireDesk.Person agent) {}

    record Resync(long position) {}

    static byte[] of(Event event) {
        String in = event.conversation();
        long seq = event.seq();
        String opened = seq == 1 ? frame("conversation.created", new Opened(in, seq)) + "\n" : "";
        String frame = switch (event.body()) {
            case Body.TurnCreated created -> frame("turn.created", new OfTurn(in, seq, WireDesk.said(created.turn())));
            case Body.ReplyStarted started -> frame("progress", new Begun(in, seq, started.turn()));
            case Body.ReplyCompleted completed ->
                frame("turn.completed", new OfTurn(in, seq, WireDesk.said(completed.turn())));
            case Body.TurnUpdated updated -> frame("turn.updated", new OfTurn(in, seq, WireDesk.said(updated.turn())));
            case Body.StateChanged changed ->
                frame(
                        "conversation.updated",
                        new Moved(in, seq, ConversationApi.stateOf(changed.state()), person(changed.agent())));
            case Body.Assigned assigned ->
                frame(
                        "conversation.assigned",
                        new Given(in, seq, person(assigned.agent()), assigned.reasons(), person(assigned.by())));
            case Body.Noted noted -> frame("note.created", new OfTurn(in, seq, WireDesk.said(noted.note())));
            case Body.HandlingChanged _, Body.Merged _ -> frame("conversation.updated", new Moved(in, seq, null, null));
            case Body.ScoreAsked _ -> frame("csat.requested", new Opened(in, seq));
            case Body.Scored scored -> frame("csat.given", new Scored(in, seq, scored.score()));
            case Body.SuggestionJudged judged ->
                frame(
                        "suggestion.judged",
                        new OfSuggestion(
                                in,
                                seq,
                                judged.turn(),
                                WireDesk.lower(judged.outcome()),
                                WireDesk.person(judged.agent())));
            case Body.Deadline deadline ->
                frame(
                        deadline.kind().name().endsWith("_WARNING") ? "deadline.warning" : "deadline.breached",
                        new Due(
                                in,
                                seq,
                                WireDesk.kindOf(deadline.kind()),
                                deadline.due().toString()));
            case Body.HandedOver _ -> frame("conversation.updated", new Moved(in, seq, null, null));
            case Body.Marked marked ->
                frame(
                        "turn.marked",
                        new Judged(
                                in,
                                seq,
                                marked.turn(),
                                marked.mark().map(WireDesk::mark).orElse(null)));
        };
        return bytes(opened + frame + "id: " + event.position() + "\n\n");
    }

    /** Empty for what agents are not told. */
    static Optional<byte[]> of(String conversation, Signal signal) {
        return switch (signal) {
            case Signal.ShopperTypes _ -> Optional.of(bytes(frame("typing", new Types(conversation)) + "\n"));
            case Signal.AgentTypes types -> Optional.of(there(conversation, types.agent(), "typing"));
            case Signal.AgentViews views -> Optional.of(there(conversation, views.agent(), "viewing"));
            case Signal.ShopperHasRead _ -> Optional.empty();
        };
    }

    static byte[] queue(Conversations conversations) {
        return bytes(frame("queue.updated", new Queue(DeskApi.counts(conversations, Optional.empty()))) + "\n");
    }

    /** How much an agent is told of that she has not read. */
    static byte[] notifications(long unread) {
        return bytes(frame("notifications.updated", new Told(unread)) + "\n");
    }

    /** Tells a client whose number the log does not have to read everything again. */
    static byte[] resync(long position) {
        return bytes(frame("resync", new Resync(position)) + "id: " + position + "\n\n");
    }

    private static byte[] there(String conversation, Speaker agent, String activity) {
        return bytes(frame("presence.updated", new There(conversation, WireDesk.person(agent), activity)) + "\n");
    }

    private static WireDesk.@Nullable Person person(Optional<Speaker> agent) {
        return agent.map(WireDesk::person).orElse(null);
    }

    private static String frame(String type, Object data) {
        return "event: " + type + "\ndata: " + Json.write(data) + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
