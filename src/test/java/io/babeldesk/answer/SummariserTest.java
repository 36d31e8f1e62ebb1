package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.ModelStream.Failure;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummariserTest {

    private static final Language GERMAN = Language.of("de");
    private static final List<Turn> SAID = List.of(
            said(1, "أين الطلب LW-204417؟ دفعت ١٢٩ ريالا"), said(2, "write to maria.silva@mail.example, please"));

    private static Turn said(int number, String text) {
        return new Turn.OfShopper(
                "trn_" + number, number, text, Language.ENGLISH, Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    private static Summariser with(LanguageModel model) {
        return new Summariser(Optional.of(model), System::nanoTime);
    }

    private static ScriptedLanguageModel saying(String words) {
        return ScriptedLanguageModel.doing(_ -> ScriptedLanguageModel.said(words));
    }

    @Test
    void saysItInTheAgentsLanguageOnceForEachStateOfAConversation() throws InterruptedException {
        ScriptedLanguageModel model = saying("Die Kundin sucht LW-204417 und hat 129 gezahlt.");
        Summariser summariser = with(model);
        assertThat(summariser.summarise(SAID, GERMAN)).hasValue("Die Kundin sucht LW-204417 und hat 129 gezahlt.");
        summariser.summarise(SAID, GERMAN);
        assertThat(model.prompts).hasSize(1);
        assertThat(model.prompts.getFirst().instructions()).contains("German").doesNotContain("{");
        summariser.summarise(List.of(SAID.getFirst(), SAID.getLast(), said(3, "hello?")), GERMAN);
        summariser.summarise(SAID, Language.ENGLISH);
        assertThat(model.prompts).hasSize(3);
    }

    @Test
    void theModelDoesNotSeeWhoSheIsButTheAgentDoes() throws InterruptedException {
        ScriptedLanguageModel model = saying("Antwort an [[EMAIL_1]] erbeten.");
        assertThat(with(model).summarise(SAID, GERMAN)).hasValue("Antwort an maria.silva@mail.example erbeten.");
        assertThat(model.prompts.getFirst().data()).doesNotContain("maria");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sie hat 130 gezahlt.",
                "Bestellung LW-204418 fehlt.",
                "Antwort an mara@mail.example erbeten.",
                "Siehe https://shop.example/x.",
                "",
            })
    void whatNobodySaidIsNotTold(String words) throws InterruptedException {
        assertThat(with(saying(words)).summarise(SAID, GERMAN)).isEmpty();
    }

    @Test
    void saysNothingWithoutAModelOrWhenItFailsOrDoesNotEnd() throws InterruptedException {
        assertThat(new Summariser(Optional.empty(), System::nanoTime).summarise(SAID, GERMAN))
                .isEmpty();
        assertThat(with(ScriptedLanguageModel.failingAfter("Die Kundin", Failure.CUT))
                        .summarise(SAID, GERMAN))
                .isEmpty();
        assertThat(with(saying("Die Kundin ".repeat(200))).summarise(SAID, GERMAN))
                .isEmpty();
    }
}
