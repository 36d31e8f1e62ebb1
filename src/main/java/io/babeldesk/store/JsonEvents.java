package io.babeldesk.store;

import static io.babeldesk.store.JsonText.field;
import static io.babeldesk.store.JsonText.object;
import static io.babeldesk.store.JsonText.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import java.time.Instant;
import java.util.Optional;

/** What happened in an event as JSON; the kind of event stands beside it. Stateless. */
final class JsonEvents {

    static final String SCORE_ASKED = "score.asked";

    private JsonEvents() {}

    static String type(Body body) {
        return switch (body) {
            case Body.TurnCreated _ -> "turn.created";
            case Body.ReplyStarted _ -> "reply.started";
            case Body.ReplyCompleted _ -> "reply.completed";
            case Body.TurnUpdated _ -> "turn.updated";
            case Body.StateChanged _ -> "state.changed";
            case Body.Assigned _ -> "assigned";
            case Body.Noted _ -> "noted";
            case Body.HandlingChanged _ -> "handling.changed";
            case Body.Merged _ -> "merged";
            case Body.ScoreAsked _ -> SCORE_ASKED;
            case Body.Scored _ -> "scored";
            case Body.SuggestionJudged _ -> "suggestion.judged";
            case Body.Deadline _ -> "deadline";
            case Body.HandedOver _ -> "handed.over";
            case Body.Marked _ -> "marked";
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
                        withAgent(object().put("state", changed.state().name()), changed.agent());
                    case Body.Assigned assigned ->
                        withSpeaker(withAgent(object(), assigned.agent()), "by", assigned.by())
                                .set("reasons", JsonText.strings(assigned.reasons()));
                    case Body.Noted noted -> JsonTurns.of(noted.note());
                    case Body.HandlingChanged _ -> object();
                    case Body.Merged merged -> object().put("into", merged.into());
                    case Body.ScoreAsked asked ->
                        object().put("question", asked.question())
                                .put("language", asked.language().code());
                    case Body.Scored scored -> object().put("score", scored.score());
                    case Body.SuggestionJudged judged ->
                        withAgent(
                                object().put("turn", judged.turn())
                                        .put("outcome", judged.outcome().name()),
                                Optional.of(judged.agent()));
                    case Body.Deadline deadline ->
                        object().put("kind", deadline.kind().name())
                                .put("due", deadline.due().toEpochMilli());
                    case Body.HandedOver over -> object().put("rule", over.rule());
                    case Body.Marked marked -> of(marked);
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
                        ConversationState.valueOf(field(json, "state").textValue()), agent(json));
            case "assigned" ->
                new Body.Assigned(
                        agent(json),
                        JsonText.list(field(json, "reasons"), JsonNode::textValue),
                        Optional.ofNullable(json.get("by")).map(JsonTurns::speaker));
            case "noted" -> new Body.Noted((Turn.OfNote) JsonTurns.read(json));
            case "handling.changed" -> new Body.HandlingChanged();
            case "merged" -> new Body.Merged(string(json, "into"));
            case SCORE_ASKED -> new Body.ScoreAsked(string(json, "question"), JsonTurns.language(json));
            case "scored" -> new Body.Scored(field(json, "score").intValue());
            case "suggestion.judged" ->
                new Body.SuggestionJudged(
                        string(json, "turn"),
                        Event.Outcome.valueOf(string(json, "outcome")),
                        JsonTurns.speaker(field(json, "agent")));
            case "deadline" ->
                new Body.Deadline(
                        Alarm.Kind.valueOf(string(json, "kind")),
                        Instant.ofEpochMilli(field(json, "due").longValue()));
            case "handed.over" -> new Body.HandedOver(string(json, "rule"));
            case "marked" ->
                new Body.Marked(
                        string(json, "turn"),
                        JsonText.optional(json, "mark").map(Mark::valueOf),
                        JsonTurns.speaker(field(json, "by")));
            default -> throw JsonText.unknown("event", type);
        };
    }

    private static ObjectNode of(Body.Marked marked) {
        ObjectNode json = withSpeaker(object().put("turn", marked.turn()), "by", Optional.of(marked.by()));
        marked.mark().ifPresent(mark -> json.put("mark", mark.name()));
        return json;
    }

    private static ObjectNode withAgent(ObjectNode json, Optional<Speaker> agent) {
        return withSpeaker(json, "agent", agent);
    }

    private static ObjectNode withSpeaker(ObjectNode json, String name, Optional<Speaker> one) {
        one.ifPresent(speaker -> json.set(name, JsonTurns.of(speaker)));
        return json;
    }

    private static Optional<Speaker> agent(JsonNode json) {
        return Optional.ofNullable(json.get("agent")).map(JsonTurns::speaker);
    }
}
