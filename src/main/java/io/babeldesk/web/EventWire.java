package io.babeldesk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.babeldesk.chat.OpenReplies.Said;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Suggestion;
import io.babeldesk.conversation.Turn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what happened as server-sent events (WHATWG HTML, 9.2). Only what is logged carries a number to resume from. */
final class EventWire {

    static final byte[] HEARTBEAT = ": hb\n\n".getBytes(StandardCharsets.UTF_8);

    private EventWire() {}

    record OfTurn(WireTurns.Message turn) {}

    record Delta(String turn, int n, String text) {}

    record Completed(
            String turn,
            long seq,
            @Nullable Boolean automated,
            String text,
            List<WireBlocks.Node> blocks,
            List<WireTurns.Cited> sources,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            List<Suggestion> suggestions,

            @Nullable String reply,
            @Nullable String mode,
            @Nullable Boolean rateable,
            String language,
            List<String> replyTo,
            @Nullable String createdAt) {}

    record Moved(String state, @Nullable Agent agent) {}

    record ScoreAsked(String csatQuestion, String language) {}

    /** @param name what the shopper is told that she is called */
    record Agent(String name) {}

    /** @param seq the number that the stream goes on from */
    record Resync(long seq) {}

    /** @param said of the reply that the event may complete, to this client */
    static byte[] of(Event event, Conversation conversation, Optional<Said> said) {
        return switch (event.body()) {
            case Body.TurnCreated created -> one(event, "turn.created", ofTurn(created.turn()));
            case Body.ReplyStarted started ->
                one(
                        event,
                        "turn.created",
                        new OfTurn(WireTurns.begun(started.turn(), event.seq(), conversation, event.at())));
            case Body.ReplyCompleted completed -> completed(event, WireTurns.of(completed.turn()), said);
            case Body.TurnUpdated updated -> one(event, "turn.updated", ofTurn(updated.turn()));
            case Body.StateChanged changed ->
                one(
                        event,
                        "conversation.updated",
                        new Moved(
                                ConversationApi.stateOf(changed.state()),
                                changed.agent()
                                        .map(agent -> new Agent(agent.name()))
                                        .orElse(null)));
            case Body.ScoreAsked asked ->
                one(
                        event,
                        "csat.requested",
                        new ScoreAsked(asked.question(), asked.language().code()));
            case Body.Assigned _,
                    Body.Noted _,
                    Body.HandlingChanged _,
                    Body.Merged _,
                    Body.Scored _,
                    Body.SuggestionJudged _,
                    Body.HandedOver _,
                    Body.Marked _,
                    Body.Deadline _ -> new byte[0];
        };
    }

    /** Tells a client whose number the log does not have to read everything again. */
    static byte[] resync(long seq) {
        return bytes(frame("resync", new Resync(seq)) + "id: " + seq + "\n\n");
    }

    static byte[] typing(String name) {
        return bytes(frame("typing", new Agent(name)) + "\n");
    }

    static byte[] delta(String turn, int n, String text) {
        return bytes(frame("turn.delta", new Delta(turn, n, text)) + "\n");
    }

    /** What of a text a client does not have yet; all of it, as a first piece, if it has something else. */
    private static String rest(WireTurns.Message turn, Optional<Said> said) {
        Optional<Said> ofThis = said.filter(known -> known.turn().equals(turn.id()));
        String known = ofThis.map(pieces -> String.join("", pieces.pieces())).orElse("");
        if (!turn.text().startsWith(known)) {
            return frame("turn.delta", new Delta(turn.id(), 0, turn.text())) + "\n";
        }
        int n = ofThis.map(pieces -> pieces.pieces().size()).orElse(0);
        String more = turn.text().substring(known.length());
        return n > 0 && more.isEmpty() ? "" : frame("turn.delta", new Delta(turn.id(), n, more)) + "\n";
    }

    private static byte[] completed(Event event, WireTurns.Message turn, Optional<Said> said) {
        String delta = rest(turn, said);
        Completed completed = new Completed(
                turn.id(),
                turn.seq(),
                turn.automated(),
                turn.text(),
                turn.blocks(),
                turn.sources(),
                turn.suggestions(),
                turn.reply(),
                turn.mode(),
                turn.rateable(),
                turn.language(),
                turn.replyTo(),
                turn.createdAt());
        return bytes(delta + frame("turn.completed", completed) + "id: " + event.seq() + "\n\n");
    }

    private static OfTurn ofTurn(Turn turn) {
        return new OfTurn(WireTurns.of(turn).as("complete"));
    }

    private static byte[] one(Event event, String type, Object data) {
        return bytes(frame(type, data) + "id: " + event.seq() + "\n\n");
    }

    /** JSON escapes line feeds, so that the data is always one line. */
    private static String frame(String type, Object data) {
        return "event: " + type + "\ndata: " + Json.write(data) + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
