package io.babeldesk.store;

import static io.babeldesk.store.JsonText.field;
import static io.babeldesk.store.JsonText.object;
import static io.babeldesk.store.JsonText.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** How a reply came about, as JSON; durations in nanoseconds. Stateless. */
final class JsonProvenance {

    private JsonProvenance() {}

    static String of(Provenance provenance) {
        ObjectNode json = object().put("query", provenance.query())
                .put("language", provenance.language().code())
                .put("edition", provenance.edition())
                .put("confidence", provenance.confidence());
        json.set("hits", JsonTurns.sources(provenance.hits()));
        ObjectNode facts = json.putObject("facts");
        provenance.facts().forEach(facts::put);
        ObjectNode timings = json.putObject("timings");
        provenance.timings().forEach((step, length) -> timings.put(step, length.toNanos()));
        return JsonText.of(json);
    }

    static Provenance read(String payload) {
        JsonNode json = JsonText.read(payload);
        return new Provenance(
                string(json, "query"),
                new Language(string(json, "language")),
                JsonTurns.readSources(field(json, "hits")),
                map(field(json, "facts"), JsonNode::textValue),
                string(json, "edition"),
                field(json, "confidence").doubleValue(),
                map(field(json, "timings"), nanos -> Duration.ofNanos(nanos.longValue())));
    }

    /** In the order in which it was written: steps are read as a sequence. */
    private static <T> Map<String, T> map(JsonNode json, Function<JsonNode, T> each) {
        Map<String, T> map = new LinkedHashMap<>();
        json.properties().forEach(entry -> map.put(entry.getKey(), each.apply(entry.getValue())));
        return map;
    }
}
