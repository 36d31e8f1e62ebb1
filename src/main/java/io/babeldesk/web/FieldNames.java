package io.babeldesk.web;

import io.babeldesk.handoff.Handoffs;
import io.babeldesk.knowledge.CaseField;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields that the shop wants to have filled in, as agents know them. */
final class FieldNames {

    private final Handoffs handoffs;

    FieldNames(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    List<CaseField> all() {
        return handoffs.fields();
    }

    /** What a request fills in; empty takes away. Faults are noted in {@code fields}. */
    Map<String, Optional<String>> read(Fields fields) {
        Map<String, Optional<String>> given = fields.valuesByName("fields");
        given.forEach((key, value) -> {
            Optional<CaseField> field = find(key);
            boolean sound = field.isPresent()
                    && (value.isEmpty() || value.flatMap(field.get()::value).isPresent());
            if (!sound) {
                fields.expected("fields/" + key, field.map(FieldNames::expected).orElse("a field of handoff.yaml"));
            }
        });
        return given.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, one -> one.getValue().map(String::strip)));
    }

    private static String expected(CaseField field) {
        return switch (field.type()) {
            case TEXT -> "a text of at most 500 characters";
            case NUMBER -> "a number";
            case YES_NO -> "yes or no";
            case CHOICE -> field.choices().stream().map(CaseField.Choice::key).collect(Collectors.joining(", "));
        };
    }

    /** What {@code fields-missing} names. */
    Map<String, String> missing(List<String> keys, Language language) {
        return Map.of("names", keys.stream().map(key -> label(key, language)).collect(Collectors.joining(", ")));
    }

    Problem lacking(List<String> keys, Language language) {
        return Problem.of(
                ProblemCode.FIELDS_MISSING,
                missing(keys, language),
                keys.stream()
                        .map(key -> new Problem.Fault(
                                "/fields/" + key, ProblemCode.FIELDS_MISSING, missing(List.of(key), language)))
                        .toList());
    }

    private String label(String key, Language language) {
        return find(key).map(field -> field.label(language)).orElse(key);
    }

    private Optional<CaseField> find(String key) {
        return all().stream().filter(field -> field.key().equals(key)).findFirst();
    }
}
