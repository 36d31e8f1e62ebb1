package io.babeldesk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment.Label;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A text of which people have said how it sounds: {@code {"text":…,"lang":"de","label":"neg|neu|pos","anger":0|1}},
 * where {@code "emotions":["anger",…]} may stand for {@code anger}.
 */
record JudgedText(String text, Language language, Optional<Label> label, Optional<Boolean> angry) {

    static List<JudgedText> read(Path file) {
        return JsonLines.read(file).stream().map(JudgedText::of).toList();
    }

    private static JudgedText of(JsonLines.Line line) {
        String lang = line.text("lang");
        Language language = Language.ofTag(lang).orElseThrow(() -> line.fault("lang", "a language code such as pt-BR"));
        return new JudgedText(line.text("text"), language, label(line), angry(line));
    }

    private static Optional<Label> label(JsonLines.Line line) {
        JsonNode label = line.json().path("label");
        if (label.isMissingNode() || label.isNull()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (label.asText()) {
                    case "neg" -> Label.NEGATIVE;
                    case "neu" -> Label.NEUTRAL;
                    case "pos" -> Label.POSITIVE;
                    default -> throw line.fault("label", "neg, neu or pos");
                });
    }

    private static Optional<Boolean> angry(JsonLines.Line line) {
        JsonNode anger = line.json().path("anger");
        if (anger.isNumber() || anger.isBoolean()) {
            return Optional.of(anger.asBoolean());
        }
        JsonNode emotions = line.json().path("emotions");
        return emotions.isArray()
                ? Optional.of(emotions.valueStream()
                        .anyMatch(emotion -> emotion.asText().equals("anger")))
                : Optional.empty();
    }
}
