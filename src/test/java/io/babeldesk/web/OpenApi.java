package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** docs/openapi.yaml, read so that answers can be held against it. A field that it does not name is a fault, too. */
final class OpenApi {

    static final OpenApi FILE = new OpenApi(Path.of("docs/openapi.yaml"));

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApi(Path file) {
        try {
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            this.document = close(new ObjectMapper().valueToTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** The address of the description that a path is one of. One without parameters goes before one with. */
    Optional<String> templateOf(String path) {
        String bare = path.split("\\?", 2)[0];
        Map<Integer, String> found = new TreeMap<>();
        document.path("paths").fieldNames().forEachRemaining(template -> {
            String pattern = Pattern.quote(template).replaceAll("\\{[a-z]+\\}", "\\\\E[^/]+\\\\Q");
            if (bare.matches(pattern)) {
                found.put(template.contains("{") ? 1 : 0, template);
            }
        });
        return found.values().stream().findFirst();
    }

    Optional<JsonNode> operation(String template, String method) {
        JsonNode operation = document.path("paths").path(template).path(method);
        return operation.isObject() ? Optional.of(operation) : Optional.empty();
    }

    /** The description of an answer, with references followed. */
    Optional<JsonNode> response(JsonNode operation, int status) {
        JsonNode response = operation.path("responses").path(Integer.toString(status));
        if (response.has("$ref")) {
            response = document.at(response.path("$ref").asText().substring(1));
        }
        return response.isObject() ? Optional.of(response) : Optional.empty();
    }

    void assertMatches(String json, String schemaName) {
        assertMatches(json, MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + schemaName));
    }

    void assertMatches(String json, JsonNode schema) {
        assertThat(compiled(schema).validate(json, InputFormat.JSON))
                .as("faults of %s against %s", json, schema)
                .isEmpty();
    }

    private Schema compiled(JsonNode schema) {
        return schemas.computeIfAbsent(schema.toString(), key -> {
            ObjectNode whole = schema.deepCopy();
            whole.set("components", document.path("components"));
            return registry.getSchema(whole.toString(), InputFormat.JSON);
        });
    }

    /** Lets objects have no field but those that are named. */
    private static JsonNode close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApi::close);
        return node;
    }
}
