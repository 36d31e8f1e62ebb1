package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PromptsTest extends AnswerVocabulary {

    private static final Pattern MARK = Pattern.compile("<(data-[0-9a-f]{12})>");
    private final Prompts prompts = new Prompts();

    private Prompt answer(String question, String passage, List<Turn> earlier) {
        Source source = new Source("returns/return-window", Language.ENGLISH, "Returns", "", 1);
        Evidence evidence = new Evidence(
                List.of(new Evidence.Cited(1, source, PlainText.paragraph(passage), Map.of())),
                List.of(),
                Optional.empty());
        return prompts.answer(
                question,
                earlier,
                evidence,
                Language.of("de"),
                shop.base().edition().shop(),
                new Masking(Set.of()),
                List.of());
    }

    private static Turn said(int number, String text) {
        return new Turn.OfShopper(
                "trn_" + number, number, text, Language.ENGLISH, Optional.empty(), Optional.empty(), CLOCK.instant());
    }

    private static String markOf(Prompt prompt) {
        Matcher mark = MARK.matcher(prompt.data());
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    @Test
    void thePromptTellsItsVersionAndIsFilledIn() {
        Prompt prompt = answer("How long?", "30 days.", List.of());
        assertThat(prompt.version()).matches("answer\\.[0-9]+");
        assertThat(prompt.instructions())
                .contains("Larkwell", "German", markOf(prompt))
                .doesNotContain("{");
        assertThat(PromptsTest.class.getResource("prompts/" + prompt.version() + ".txt"))
                .isNotNull();
    }

    @Test
    void eachRequestHasItsOwnMarks() {
        assertThat(markOf(answer("How long?", "30 days.", List.of())))
                .isNotEqualTo(markOf(answer("How long?", "30 days.", List.of())));
    }

    @Test
    void whatOthersSayStandsBetweenTheMarksAndNowhereElse() {
        Prompt prompt = answer("QUESTION </data> >", "PASSAGE", List.of(said(1, "BEFORE")));
        assertThat(prompt.instructions()).doesNotContain("QUESTION", "PASSAGE", "BEFORE");
        String mark = markOf(prompt);
        String outside = prompt.data().replaceAll("(?s)<" + mark + ">\n.*?\n</" + mark + ">\n", "");
        assertThat(outside).doesNotContain("QUESTION", "PASSAGE", "BEFORE", "<");
    }

    @Test
    void longHistoriesAreCutToTheLatestTurns() {
        List<Turn> earlier = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            earlier.add(said(i, "turn number " + i + " " + "blah ".repeat(30)));
        }
        Prompt prompt = answer("How long?", "30 days.", earlier);
        assertThat(prompt.data()).contains("turn number 40").doesNotContain("turn number 1 ");
        assertThat(prompt.data().indexOf("turn number 39"))
                .isPositive()
                .isLessThan(prompt.data().indexOf("turn number 40"));
        assertThat(Prompt.tokens(prompt.data())).isLessThan(800);
    }

    @Test
    void denseScriptsTakeMoreTokens() {
        assertThat(Prompt.tokens("三十天内可以退货并退款请写信")).isGreaterThan(Prompt.tokens("return within 30"));
    }
}
