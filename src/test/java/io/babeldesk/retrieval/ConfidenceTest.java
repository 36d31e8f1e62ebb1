package io.babeldesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.PassageSearch.Result;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which evidence makes surer, and which less sure. By how much is measured, not tested: docs/retrieval.md. */
class ConfidenceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path root;

    private Result result(OptionalDouble nearness, OptionalDouble foreignNearness) {
        Edition edition = FolderOnDisk.in(root).edition();
        Hit hit = new Hit(edition.translations().getFirst().passages().getFirst(), 5, 4, 0.6, nearness);
        return new Result(List.of(hit), 5, 0.8, Set.of("order"), 1, 3, 1, foreignNearness, OptionalDouble.empty(), 0);
    }

    /** The same where a classifier has learned. */
    private static Result learned(Result result, double foreignLikelihood) {
        return with(result.hits(), OptionalDouble.of(foreignLikelihood), result);
    }

    private static Result with(List<Hit> hits, OptionalDouble foreignLikelihood, Result result) {
        return new Result(
                hits,
                result.weight(),
                result.known(),
                result.concepts(),
                result.otherWords(),
                result.words(),
                result.foreign(),
                result.foreignNearness(),
                foreignLikelihood,
                result.vagueness());
    }

    /** The same with another article close behind. */
    private Result rivalled(Result result) {
        Hit best = result.hits().getFirst();
        Hit next = new Hit(
                FolderOnDisk.in(root)
                        .without(FolderOnDisk.ARTICLE)
                        .with("articles/shop/parcels/en.md", FolderOnDisk.article("shop/parcels", "On its way."))
                        .edition()
                        .translations()
                        .getFirst()
                        .passages()
                        .getFirst(),
                best.score() - 0.5,
                best.words(),
                best.covered(),
                best.nearness());
        return with(List.of(best, next), result.foreignLikelihood(), result);
    }

    private static double confidence(Result result) {
        return Confidence.of(result, Language.ENGLISH, Language.ENGLISH);
    }

    private static double matter(Result result) {
        return Confidence.ofMatter(result, Language.ENGLISH, Language.ENGLISH);
    }

    private static double article(Result result) {
        return Confidence.ofArticle(result, Language.ENGLISH, Language.ENGLISH);
    }

    @Test
    void theNearerTheShopsMatterTheSurer() {
        Result near = result(OptionalDouble.of(0.8), OptionalDouble.of(0.4));
        Result far = result(OptionalDouble.of(0.5), OptionalDouble.of(0.4));
        assertThat(confidence(near)).isGreaterThan(confidence(far));
        assertThat(matter(near)).isGreaterThan(matter(far));
    }

    @Test
    void theNearerAForeignMatterTheLessSure() {
        Result near = result(OptionalDouble.of(0.6), OptionalDouble.of(0.9));
        Result far = result(OptionalDouble.of(0.6), OptionalDouble.of(0.4));
        assertThat(confidence(near)).isLessThan(confidence(far));
        assertThat(matter(near)).isLessThan(matter(far));
    }

    @Test
    void whatNoModelReadsIsJudgedByItsWords() {
        Result words = result(OptionalDouble.empty(), OptionalDouble.empty());
        Result uncompared = result(OptionalDouble.of(0.6), OptionalDouble.empty());
        assertThat(confidence(words)).isBetween(0.0, 1.0);
        assertThat(matter(uncompared)).isEqualTo(matter(words));
    }

    @Test
    void nothingFoundIsNoAnswer() {
        Result nothing =
                new Result(List.of(), 5, 0, Set.of(), 3, 3, 0, OptionalDouble.empty(), OptionalDouble.empty(), 0);
        assertThat(confidence(nothing)).isZero();
        assertThat(matter(nothing)).isZero();
    }

    @Test
    void whereAClassifierHasLearnedItSaysWhetherTheMatterIsForeign() {
        Result words = result(OptionalDouble.empty(), OptionalDouble.empty());
        Result meant = result(OptionalDouble.of(0.6), OptionalDouble.of(0.4));
        for (Result result : List.of(words, meant)) {
            assertThat(matter(learned(result, -3))).isGreaterThan(matter(learned(result, 3)));
            assertThat(confidence(learned(result, -3))).isGreaterThan(confidence(learned(result, 3)));
        }
    }

    @Test
    void anAnswerIsNoSurerThanThatItIsTheShopsMatter() {
        Result learned = learned(result(OptionalDouble.empty(), OptionalDouble.empty()), -3);
        assertThat(confidence(learned)).isLessThan(matter(learned)).isPositive();
    }

    @Test
    void theFurtherTheNextArticleTheLikelierTheBestOneIsMeant() {
        Result alone = result(OptionalDouble.empty(), OptionalDouble.empty());
        Result rivalled = rivalled(alone);
        assertThat(article(alone)).isGreaterThan(article(rivalled));
        assertThat(article(learned(alone, 0))).isGreaterThan(article(learned(rivalled, 0)));
    }

    @Test
    void inAnotherLanguageThanThePassagesItSaysSoToo() {
        Result result = result(OptionalDouble.empty(), OptionalDouble.empty());
        Language french = Language.of("fr");
        assertThat(Confidence.of(learned(result, -3), french, Language.ENGLISH))
                .isGreaterThan(Confidence.of(learned(result, 3), french, Language.ENGLISH));
        assertThat(Confidence.ofMatter(learned(result, -3), french, Language.ENGLISH))
                .isGreaterThan(Confidence.ofMatter(learned(result, 3), french, Language.ENGLISH));
    }

    @Test
    void whereVectorsCompareAcrossLanguagesTheyJudgeTheMatter() {
        Language french = Language.of("fr");
        Result near = learned(result(OptionalDouble.of(0.8), OptionalDouble.of(0.4)), 0);
        Result far = learned(result(OptionalDouble.of(0.5), OptionalDouble.of(0.8)), 0);
        assertThat(Confidence.ofMatter(near, french, Language.ENGLISH))
                .isGreaterThan(Confidence.ofMatter(far, french, Language.ENGLISH));
    }
}
