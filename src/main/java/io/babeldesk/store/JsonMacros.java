package io.babeldesk.store;

import static io.babeldesk.store.JsonText.field;
import static io.babeldesk.store.JsonText.object;
import static io.babeldesk.store.JsonText.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.desk.Macro.Action;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What a macro does, as JSON. Stateless. */
final class JsonMacros {

    private JsonMacros() {}

    static String of(List<Action> actions) {
        return JsonText.of(JsonText.array(actions, JsonMacros::of));
    }

    static List<Action> read(String payload) {
        return JsonText.list(JsonText.read(payload), JsonMacros::action);
    }

    private static ObjectNode of(Action action) {
        return switch (action) {
            case Action.Reply reply -> object().put("does", "reply").put("canned_reply", reply.cannedReply());
            case Action.Note note -> object().put("does", "note").put("text", note.text());
            case Action.Label label -> {
                ObjectNode json =
                        object().put("does", "label").put("how", label.how().name());
                json.set("labels", JsonText.strings(List.copyOf(label.labels())));
                yield json;
            }
            case Action.Prioritise prioritise ->
                object().put("does", "priority")
                        .put("priority", prioritise.priority().name());
            case Action.Fill fill ->
                object().put("does", "fill").put("field", fill.field()).put("value", fill.value());
            case Action.AssignToMe _ -> object().put("does", "assign-to-me");
            case Action.AssignToAgent assign ->
                object().put("does", "assign-to-agent")
                        .put("agent", assign.agent().value());
            case Action.AssignToTeam assign ->
                object().put("does", "assign-to-team").put("team", assign.team());
            case Action.Snooze snooze ->
                object().put("does", "snooze").put("seconds", snooze.length().toSeconds());
            case Action.Resolve _ -> object().put("does", "resolve");
            case Action.ReturnToAssistant _ -> object().put("does", "return");
        };
    }

    private static Action action(JsonNode json) {
        String does = string(json, "does");
        return switch (does) {
            case "reply" -> new Action.Reply(string(json, "canned_reply"));
            case "note" -> new Action.Note(string(json, "text"));
            case "label" ->
                new Action.Label(
                        Action.Label.How.valueOf(string(json, "how")),
                        Set.copyOf(JsonText.list(field(json, "labels"), JsonNode::textValue)));
            case "priority" -> new Action.Prioritise(Priority.valueOf(string(json, "priority")));
            case "fill" -> new Action.Fill(string(json, "field"), string(json, "value"));
            case "assign-to-me" -> new Action.AssignToMe();
            case "assign-to-agent" -> new Action.AssignToAgent(new AgentId(string(json, "agent")));
            case "assign-to-team" -> new Action.AssignToTeam(string(json, "team"));
            case "snooze" ->
                new Action.Snooze(Duration.ofSeconds(field(json, "seconds").longValue()));
            case "resolve" -> new Action.Resolve();
            case "return" -> new Action.ReturnToAssistant();
            default -> throw JsonText.unknown("action", does);
        };
    }
}
