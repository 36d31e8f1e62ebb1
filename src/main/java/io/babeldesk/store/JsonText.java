package io.babeldesk.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * JSON trees and their text. The mapping of our types is written out by hand, so that the names in the data folder stay
 * when a name in the code changes. Stateless.
 */
final class JsonText {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonText() {}

    static String of(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // Without the cause: it quotes the text, which is the shopper's.
            throw new IllegalStateException("a payload in the database is not JSON: at "
                    + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr());
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static <T> ArrayNode array(List<T> items, Function<T, JsonNode> each) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(each.apply(item)));
        return array;
    }

    static ArrayNode strings(List<String> items) {
        return array(items, JsonNodeFactory.instance::textNode);
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        return StreamSupport.stream(array.spliterator(), false).map(each).toList();
    }

    static String string(JsonNode object, String field) {
        return field(object, field).textValue();
    }

    static Optional<String> optional(JsonNode object, String field) {
        return Optional.ofNullable(object.get(field)).map(JsonNode::textValue);
    }

    static JsonNode field(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null) {
            throw new IllegalStateException("a payload in the database lacks '" + field + "'");
        }
        return value;
    }

    static IllegalStateException unknown(String what, String name) {
        return new IllegalStateException("a payload in the database has the unknown " + what + " '" + name + "'");
    }
}
