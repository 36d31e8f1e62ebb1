package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.answer.ModelStream.Failure;
import io.babeldesk.answer.ScriptedLanguageModel;
import io.babeldesk.answer.Translator;
import io.babeldesk.answer.guard.FaithfulTranslations;
import io.babeldesk.desk.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the day's budget of the model is spent. */
class TranslationOffTest extends StaffVocabulary {

    @Override
    Translator translator() {
        return new Translator(
                Optional.of(ScriptedLanguageModel.refusing(Failure.OVER_BUDGET)),
                new FaithfulTranslations(List::of, WebVocabulary::languageOf),
                System::nanoTime);
    }

    @Test
    void saysWhyAndSendsOnlyWhatNeedsNone() {
        Worker anna = worker("anna", Role.AGENT);
        JsonNode state = json(anna.get("/agent/v1/translation"));
        assertThat(state.path("available").asBoolean()).isFalse();
        assertThat(state.path("reason").asText()).isEqualTo("over-budget");
        assertProblem(
                anna.post("/agent/v1/translate", Map.of("text", "Hello there", "to", "ar")), 409, "translation-off");
    }
}
