package io.babeldesk.store;

import static io.babeldesk.store.JsonText.field;
import static io.babeldesk.store.JsonText.object;
import static io.babeldesk.store.JsonText.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.babeldesk.conversation.Generation;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        provenance.generation().ifPresent(made -> json.set("generation", of(made)));
        return JsonText.of(json);
    }

    private static ObjectNode of(Generation made) {
        ObjectNode json = object().put("prompt", made.prompt())
                .put("model", made.model())
                .put("query", made.query())
                .put("ended", made.ended())
                .put("tokens_in", made.tokensIn())
                .put("tokens_out", made.tokensOut())
                .put("cost", made.cost());
        ArrayNode sentences = json.putArray("sentences");
        made.sentences().forEach(sentence -> {
            ObjectNode one = sentences
                    .addObject()
                    .put("text", sentence.text())
                    .put("verdict", sentence.verdict())
                    .put("what", sentence.what());
            ArrayNode cited = one.putArray("cited");
            sentence.cited().forEach(cited::add);
        });
        ArrayNode tools = json.putArray("tools");
        made.tools().forEach(tools::add);
        return json;
    }

    private static Generation generation(JsonNode json) {
        List<Generation.Sentence> sentences = new ArrayList<>();
        field(json, "sentences").forEach(one -> {
            List<Integer> cited = new ArrayList<>();
            field(one, "cited").forEach(number -> cited.add(number.intValue()));
            sentences.add(new Generation.Sentence(
                    string(one, "text"), List.copyOf(cited), string(one, "verdict"), string(one, "what")));
        });
        List<String> tools = new ArrayList<>();
        field(json, "tools").forEach(tool -> tools.add(tool.textValue()));
        return new Generation(
                string(json, "prompt"),
                string(json, "model"),
                string(json, "query"),
                List.copyOf(sentences),
                List.copyOf(tools),
                string(json, "ended"),
                field(json, "tokens_in").intValue(),
                field(json, "tokens_out").intValue(),
                field(json, "cost").doubleValue());
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
                map(field(json, "timings"), nanos -> Duration.ofNanos(nanos.longValue())),
                Optional.ofNullable(json.get("generation")).map(JsonProvenance::generation));
    }

    /** In the order in which it was written: steps are read as a sequence. */
    private static <T> Map<String, T> map(JsonNode json, Function<JsonNode, T> each) {
        Map<String, T> map = new LinkedHashMap<>();
        json.properties().forEach(entry -> map.put(entry.getKey(), each.apply(entry.getValue())));
        return map;
    }
}
