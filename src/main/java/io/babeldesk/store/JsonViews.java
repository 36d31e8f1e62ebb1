package io.babeldesk.store;

import static io.babeldesk.store.JsonText.field;
import static io.babeldesk.store.JsonText.object;
import static io.babeldesk.store.JsonText.optional;
import static io.babeldesk.store.JsonText.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.desk.SavedView.Assignee;
import io.babeldesk.desk.SavedView.Filter;
import io.babeldesk.language.Language;
import java.util.Set;

/** What a saved view lets through, as JSON. Stateless. */
final class JsonViews {

    private JsonViews() {}

    static String of(Filter filter) {
        ObjectNode json = object().put("assignee", filter.assignee().name());
        json.set(
                "states",
                JsonText.strings(filter.states().stream().map(Enum::name).toList()));
        filter.language().ifPresent(language -> json.put("language", language.code()));
        filter.label().ifPresent(label -> json.put("label", label));
        filter.priority().ifPresent(priority -> json.put("priority", priority.name()));
        return JsonText.of(json);
    }

    static Filter read(String payload) {
        JsonNode json = JsonText.read(payload);
        return new Filter(
                Set.copyOf(JsonText.list(field(json, "states"), state -> ConversationState.valueOf(state.textValue()))),
                Assignee.valueOf(string(json, "assignee")),
                optional(json, "language").map(Language::new),
                optional(json, "label"),
                optional(json, "priority").map(Priority::valueOf));
    }
}
