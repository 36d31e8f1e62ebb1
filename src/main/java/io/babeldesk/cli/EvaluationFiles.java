package io.babeldesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.evaluation.CorpusDocument;
import io.babeldesk.evaluation.CorpusQuery;
import io.babeldesk.evaluation.JudgedText;
import io.babeldesk.evaluation.LabelledText;
import io.babeldesk.evaluation.LanguageSample;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment.Label;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads files of questions, one JSON object a line; a bad line is named by file and number. */
final class EvaluationFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EvaluationFiles() {}

    static List<CorpusDocument> corpus(Path file) {
        return rows(
                file,
                row -> new CorpusDocument(
                        row.text("id"),
                        row.language(),
                        row.optional("title"),
                        row.text("text"),
                        row.optional("group")));
    }

    static List<CorpusQuery> queries(Path file) {
        return rows(
                file, row -> new CorpusQuery(row.text("id"), row.language(), row.text("text"), row.optional("group")));
    }

    /** Rows labelled as out of scope teach a base nothing. */
    static List<LabelledText> base(Path file) {
        return rows(file, row -> new LabelledText(row.text("text"), row.language(), intent(row))).stream()
                .filter(text -> text.intent().isPresent())
                .toList();
    }

    static List<LabelledText> test(Path file, boolean allOutOfScope) {
        return rows(
                file,
                row -> new LabelledText(
                        row.text("text"), row.language(), allOutOfScope ? Optional.empty() : intent(row)));
    }

    private static Optional<String> intent(Row row) {
        return switch (row.optional("label").orElse("in")) {
            case "in" -> Optional.of(row.text("intent"));
            case "oos" -> Optional.empty();
            case String other -> throw row.failure("'label' is '" + other + "'; it is 'in' or 'oos'");
        };
    }

    static List<LanguageSample> languages(Path file) {
        return rows(file, row -> new LanguageSample(row.text("text"), row.language(), row.optional("kind")));
    }

    /** Anger is a field of its own or one of the emotions: {@code "anger":1} or {@code "emotions":["anger"]}. */
    static List<JudgedText> judged(Path file) {
        return rows(file, row -> new JudgedText(row.text("text"), row.language(), mood(row), angry(row)));
    }

    private static Optional<Label> mood(Row row) {
        return row.optional("label").map(label -> switch (label) {
            case "neg" -> Label.NEGATIVE;
            case "neu" -> Label.NEUTRAL;
            case "pos" -> Label.POSITIVE;
            default -> throw row.failure("'label' is '" + label + "'; it is 'neg', 'neu' or 'pos'");
        });
    }

    private static Optional<Boolean> angry(Row row) {
        JsonNode anger = row.json().path("anger");
        JsonNode emotions = row.json().path("emotions");
        if (anger.isNumber() || anger.isBoolean()) {
            return Optional.of(anger.asBoolean());
        }
        return emotions.isArray()
                ? Optional.of(emotions.valueStream()
                        .anyMatch(emotion -> emotion.asText().equals("anger")))
                : Optional.empty();
    }

    /** Grades by query and document, from lines {@code query<TAB>document<TAB>grade}. */
    static Map<String, Map<String, Integer>> grades(Path file) {
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).strip().split("\t", -1);
            if (cells.length != 3 || !cells[2].matches("-?\\d{1,6}")) {
                throw new Failure(file + ":" + (i + 1) + ": expected query, document and grade with tabs between");
            }
            grades.computeIfAbsent(cells[0], key -> new HashMap<>()).put(cells[1], Integer.parseInt(cells[2]));
        }
        return grades;
    }

    private static <T> List<T> rows(Path file, Function<Row, T> read) {
        List<T> rows = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(read.apply(Row.of(lines.get(i), file + ":" + (i + 1))));
            }
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new Failure(file + " is not there; name an existing file.");
        } catch (CharacterCodingException e) {
            throw new Failure(file + " is not UTF-8; save it so.");
        } catch (IOException e) {
            throw new Failure(file + " cannot be read: " + e.getMessage());
        }
    }

    private record Row(JsonNode json, String place) {

        static Row of(String line, String place) {
            try {
                JsonNode json = JSON.readTree(line);
                if (!json.isObject()) {
                    throw new Failure(place + ": expected a JSON object");
                }
                return new Row(json, place);
            } catch (JsonProcessingException e) {
                throw new Failure(place + ": not JSON: " + e.getOriginalMessage());
            }
        }

        String text(String key) {
            return optional(key).orElseThrow(() -> failure("'" + key + "' is missing or not a text"));
        }

        Optional<String> optional(String key) {
            return Optional.ofNullable(json.get(key))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText);
        }

        Language language() {
            return Language.ofTag(text("lang"))
                    .orElseThrow(() -> failure("'lang' is not a language code; use one such as en or pt-BR"));
        }

        Failure failure(String what) {
            return new Failure(place + ": " + what);
        }
    }
}
