package io.babeldesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.SavedQuestionRun;
import io.babeldesk.answer.SavedQuestionRun.Outcome;
import io.babeldesk.cli.Services;
import io.babeldesk.knowledge.SavedQuestion;
import io.babeldesk.knowledge.SavedQuestion.Wanted;
import io.babeldesk.knowledge.index.DemoIndex;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The floors of quality on the demo base, through the very pipeline that serves shoppers. */
class SavedQuestionsTest {

    private static final double FOUND = 85;
    private static final double DECLINED = 85;
    /** Held-out questions are few, so that they are judged together. */
    private static final double HELD_OUT_FOUND = 89;
    /** What nobody who worked on the search or the lists has read; all languages together. */
    private static final Map<Wanted, Double> FRESH =
            Map.of(Wanted.ANSWER, 92.0, Wanted.DECLINE, 90.0, Wanted.ASK_BACK, 65.0);

    private static List<Outcome> outcomes = List.of();
    private static List<Outcome> fresh = List.of();
    private static Locale before = Locale.getDefault();

    @BeforeAll
    static void putAllQuestions() {
        // Nothing may depend on the machine's own language; Turkish has its own rules for "i".
        before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        Assembly assembly = new Assembly(Map.of("BABELDESK_EMBEDDING", "builtin"));
        try (Services.OpenBase open =
                assembly.open(Path.of("knowledge-base"), DemoIndex.into(Path.of("target", "saved-questions")))) {
            open.deepen(language -> true);
            SavedQuestionRun run = new SavedQuestionRun(open.answerer(), open.languages(), open.wording());
            outcomes = open.base().edition().questions().stream()
                    .map(question -> run.run(question, open.base().edition().policies()))
                    .toList();
            fresh = FreshQuestions.all().stream()
                    .map(question -> run.run(question, open.base().edition().policies()))
                    .toList();
        }
    }

    @AfterAll
    static void restoreTheLocale() {
        Locale.setDefault(before);
    }

    @Test
    void everyLanguageFindsTheArticle() {
        byLanguage(question -> !question.heldOut() && question.wanted() == Wanted.ANSWER)
                .forEach((language, share) ->
                        assertThat(share).as("found first in " + language).isGreaterThanOrEqualTo(FOUND));
    }

    @Test
    void everyLanguageDeclinesWhatIsNotTheShopsMatter() {
        byLanguage(question -> !question.heldOut() && question.wanted() == Wanted.DECLINE)
                .forEach((language, share) ->
                        assertThat(share).as("declined in " + language).isGreaterThanOrEqualTo(DECLINED));
    }

    @Test
    void heldOutQuestionsFareAlike() {
        assertThat(share(question -> question.heldOut() && question.wanted() == Wanted.ANSWER))
                .as("held-out questions found first")
                .isGreaterThanOrEqualTo(HELD_OUT_FOUND);
        assertThat(share(question -> question.heldOut() && question.wanted() == Wanted.DECLINE))
                .as("held-out questions declined")
                .isGreaterThanOrEqualTo(DECLINED);
    }

    @Test
    void everyLanguageHasEnoughQuestions() {
        Map<Language, Long> counts = outcomes.stream()
                .filter(outcome -> outcome.question().wanted() == Wanted.ANSWER)
                .collect(Collectors.groupingBy(outcome -> outcome.question().language(), Collectors.counting()));
        assertThat(counts)
                .hasSize(12)
                .allSatisfy((language, count) -> assertThat(count).isGreaterThanOrEqualTo(60));
    }

    @Test
    void freshQuestionsFareAlike() {
        FRESH.forEach((wanted, floor) -> {
            List<Outcome> such = fresh.stream()
                    .filter(outcome -> outcome.question().wanted() == wanted)
                    .toList();
            double right = 100.0 * such.stream().filter(Outcome::right).count() / such.size();
            System.out.printf(Locale.ROOT, "fresh questions, %s: %.1f of %d%n", wanted, right, such.size());
            assertThat(right).as(wanted.toString()).isGreaterThanOrEqualTo(floor);
        });
    }

    private static Map<Language, Double> byLanguage(Predicate<SavedQuestion> part) {
        return outcomes.stream()
                .filter(outcome -> part.test(outcome.question()))
                .collect(Collectors.groupingBy(
                        outcome -> outcome.question().language(),
                        Collectors.averagingDouble(outcome -> outcome.right() ? 100 : 0)));
    }

    private static double share(Predicate<SavedQuestion> part) {
        return outcomes.stream()
                .filter(outcome -> part.test(outcome.question()))
                .mapToDouble(outcome -> outcome.right() ? 100 : 0)
                .average()
                .orElse(0);
    }
}
