package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionClassifiersTest {

    private static final ArticleId PARCELS = new ArticleId("shop", "parcels");
    private static final ArticleId REFUNDS = new ArticleId("shop", "refunds");
    private static final int ENOUGH = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path root;

    private final QuestionClassifiers classifiers = new QuestionClassifiers();

    /** Two articles with so many ways of asking each. */
    private List<Translation> translations(int ways) {
        return FolderOnDisk.in(root)
                .without(FolderOnDisk.ARTICLE)
                .with("articles/shop/parcels/en.md", article(PARCELS, "Where is my parcel?", "parcel number", ways))
                .with("articles/shop/refunds/en.md", article(REFUNDS, "When is my refund paid?", "refund part", ways))
                .edition()
                .translations();
    }

    private static String article(ArticleId id, String title, String asked, int ways) {
        String questions = IntStream.range(0, ways)
                .mapToObj(i -> "  - %s %s".formatted(asked, (char) ('a' + i % 26) + "x" + (char) ('a' + i / 26)))
                .collect(Collectors.joining("\n"));
        return "---\nid: %s\ntitle: %s\nquestions:\n%s\n---\n\nSoon.\n".formatted(id, title, questions);
    }

    @Test
    void itTellsTheArticlesAndWhatNoShopAnswers() {
        QuestionClassifier classifier =
                classifiers.of(Language.ENGLISH, translations(ENOUGH)).orElseThrow();
        Likelihood parcel = classifier.of("what of the parcel?");
        assertThat(parcel.ofArticle(PARCELS)).isGreaterThan(parcel.ofArticle(REFUNDS));
        String foreign = ForeignMatters.lines(Language.ENGLISH).findFirst().orElseThrow();
        assertThat(classifier.of(foreign).ofForeignMatter()).isGreaterThan(parcel.ofForeignMatter());
        assertThat(classifier.of("can you help me please").ofVagueness()).isGreaterThan(parcel.ofVagueness());
    }

    @Test
    void anArticleThatItDoesNotKnowIsNeverLikely() {
        QuestionClassifier classifier =
                classifiers.of(Language.ENGLISH, translations(ENOUGH)).orElseThrow();
        assertThat(classifier.of("parcel").ofArticle(new ArticleId("some", "other")))
                .isEqualTo(Likelihood.LEAST_LOG);
    }

    @Test
    void ofAFewWaysOfAskingNothingIsLearned() {
        assertThat(classifiers.of(Language.ENGLISH, translations(ENOUGH - 1))).isEmpty();
        assertThat(classifiers.of(Language.ENGLISH, List.of())).isEmpty();
    }

    @Test
    void whereNothingForeignIsKnownNothingIsLearned() {
        assertThat(classifiers.of(Language.of("sw"), translations(ENOUGH))).isEmpty();
    }

    @Test
    void theSameListsAreLearnedOnceInWhateverOrderTheyCome() {
        List<Translation> translations = translations(ENOUGH);
        List<Translation> reversed = new ArrayList<>(translations);
        Collections.reverse(reversed);
        QuestionClassifier first =
                classifiers.of(Language.ENGLISH, translations).orElseThrow();
        assertThat(classifiers.of(Language.ENGLISH, reversed)).containsSame(first);
        assertThat(classifiers.of(Language.ENGLISH, translations(ENOUGH + 1)).orElseThrow())
                .isNotSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr"})
    void everyLanguageOfTheDemoShopHasVagueQuestions(String language) {
        assertThat(LineList.lines("vague-questions", Language.of(language)))
                .hasSizeGreaterThanOrEqualTo(140)
                .doesNotHaveDuplicates();
    }
}
