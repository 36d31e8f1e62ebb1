package io.babeldesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of a JSON object a line. A bad line is named by file and line. */
final class JsonLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    /** A line, with its place for whoever finds fault with it. */
    record Line(String place, JsonNode json) {

        String text(String field) {
            return optional(field)
                    .orElseThrow(() -> new Failure(place + ": found no text in \"" + field + "\" of " + json
                            + ", expected a JSON object that has it; mend or remove the line"));
        }

        Optional<String> optional(String field) {
            return Optional.ofNullable(json.get(field))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue);
        }

        Failure fault(String field, String expected) {
            return new Failure(place + ": found " + json.get(field) + " in \"" + field + "\", expected " + expected
                    + "; mend or remove the line");
        }
    }

    static List<Line> read(Path file) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : texts(file)) {
            number++;
            if (!text.isBlank()) {
                lines.add(line(file + ":" + number, text));
            }
        }
        return lines;
    }

    private static List<String> texts(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new Failure("'" + file + "' cannot be read (" + e + "); give a file of JSON lines in UTF-8");
        }
    }

    private static Line line(String place, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json.isObject()) {
                return new Line(place, json);
            }
        } catch (JsonProcessingException e) {
            throw new Failure(place + ": " + e.getOriginalMessage() + "; each line has to be one JSON object");
        }
        throw new Failure(place + ": found " + text + ", expected one JSON object");
    }
}
