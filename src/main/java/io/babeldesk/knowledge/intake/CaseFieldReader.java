package io.babeldesk.knowledge.intake;

import io.babeldesk.knowledge.CaseField;
import io.babeldesk.knowledge.CaseField.Choice;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the part {@code fields} of {@code handoff.yaml}. */
final class CaseFieldReader {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final String KEYS = "1 to 40 letters a-z, digits, _ and -";
    private static final int MOST = 30;

    private CaseFieldReader() {}

    /** @param yaml the fields by their keys */
    static List<CaseField> read(YamlMap yaml) {
        List<CaseField> fields = new ArrayList<>();
        for (String key : yaml.keys()) {
            if (!KEY.matcher(key).matches()) {
                yaml.error(key, "found '" + key + "', expected " + KEYS + "; correct it");
            }
            if (fields.size() == MOST) {
                yaml.error(key, "found more than " + MOST + " fields; nobody fills in so many, remove some");
                break;
            }
            fields.add(field(key, yaml.map(key)));
        }
        return List.copyOf(fields);
    }

    private static CaseField field(String key, YamlMap yaml) {
        CaseField.Type type = yaml.required("type", CaseFieldReader::type, "text, number, choice or yes-no")
                .orElse(CaseField.Type.TEXT);
        boolean required = yaml.optional("required", CaseFieldReader::truth, "true or false")
                .orElse(false);
        Map<Language, String> labels = labels(yaml, "label");
        List<Choice> choices = new ArrayList<>();
        YamlMap given = yaml.map("choices");
        for (String choice : given.keys()) {
            if (!KEY.matcher(choice).matches()) {
                given.error(choice, "found '" + choice + "', expected " + KEYS + "; correct it");
            }
            choices.add(new Choice(choice, labels(given, choice)));
        }
        if ((type == CaseField.Type.CHOICE) == choices.isEmpty()) {
            yaml.error(
                    "choices",
                    type == CaseField.Type.CHOICE
                            ? "a choice without choices; add choices: {late: {en: Late}, …}"
                            : "only a choice has choices; remove them, or write type: choice");
        }
        yaml.rejectOthers();
        return new CaseField(key, labels, type, List.copyOf(choices), required);
    }

    private static Map<Language, String> labels(YamlMap owner, String key) {
        Map<Language, String> labels = new LinkedHashMap<>();
        YamlMap byLanguage = owner.map(key);
        for (String code : byLanguage.keys()) {
            String text = byLanguage.text(code);
            Language.ofTag(code)
                    .ifPresentOrElse(
                            language -> labels.put(language, text),
                            () -> byLanguage.error(code, "'" + code + "' is not a language code; use one such as en"));
        }
        if (byLanguage.keys().isEmpty()) {
            owner.error(key, "there is no " + key + ", which agents read; add " + key + ": {en: …}");
        }
        return Map.copyOf(labels);
    }

    private static Optional<CaseField.Type> type(String text) {
        return switch (text) {
            case "text" -> Optional.of(CaseField.Type.TEXT);
            case "number" -> Optional.of(CaseField.Type.NUMBER);
            case "choice" -> Optional.of(CaseField.Type.CHOICE);
            case "yes-no" -> Optional.of(CaseField.Type.YES_NO);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
