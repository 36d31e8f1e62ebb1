package io.babeldesk.store;

import static io.babeldesk.store.JsonText.field;
import static io.babeldesk.store.JsonText.object;
import static io.babeldesk.store.JsonText.string;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Turn;

/** What happened in an event as JSON; the kind of event stands beside it. Stateless. */
final class JsonEvents {

    private JsonEvents() {}

    static String type(Body body) {
        return switch (body) {
            case Body.TurnCreated _ -> "turn.created";
            case Body.ReplyStarted _ -> "reply.started";
            case Body.ReplyCompleted _ -> "reply.completed";
            case Body.TurnUpdated _ -> "turn.updated";
            case Body.StateChanged _ -> "state.changed";
        };
    }

    static String payload(Body body) {
        return JsonText.of(
                switch (body) {
                    case Body.TurnCreated created -> JsonTurns.of(created.turn());
                    case Body.ReplyStarted started -> object().put("turn", started.turn());
                    case Body.ReplyCompleted completed -> JsonTurns.of(completed.turn());
                    case Body.TurnUpdated updated -> JsonTurns.of(updated.turn());
                    case Body.StateChanged changed ->
                        object().put("state", changed.state().name());
                });
    }

    static Body read(String type, String payload) {
        JsonNode json = JsonText.read(payload);
        return switch (type) {
            case "turn.created" -> new Body.TurnCreated(JsonTurns.read(json));
            case "reply.started" -> new Body.ReplyStarted(string(json, "turn"));
            case "reply.completed" -> new Body.ReplyCompleted((Turn.OfAssistant) JsonTurns.read(json));
            case "turn.updated" -> new Body.TurnUpdated(JsonTurns.read(json));
            case "state.changed" ->
                new Body.StateChanged(
                        ConversationState.valueOf(field(json, "state").textValue()));
            default -> throw JsonText.unknown("event", type);
        };
    }
}
