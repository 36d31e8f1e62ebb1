package io.babeldesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.AnswerMode;
import io.babeldesk.knowledge.Article;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.SavedQuestion;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.knowledge.index.PassageIndex;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Two thousand articles on the care of products, all in the shop's default language, beside the base that a shop begins
 * with: what is asked, and what is answered, in another language is found as it was before.
 */
class MixedBaseTest {

    private static final int MANY = 2_000;
    private static final Language FRENCH = Language.of("fr");
    private static final Retriever RETRIEVER = new Retriever(FolderOnDisk.CLOCK);

    private static final List<String> THINGS = List.of(
            ("sweater jacket shirt dress scarf blanket curtain towel cushion hat" + " coat skirt sock glove belt rug")
                    .split(" "));
    private static final List<String> COLOURS =
            List.of("red blue green grey black white yellow brown pink purple orange beige".split(" "));
    private static final List<String> MATERIALS =
            List.of("cotton wool linen silk leather velvet denim cashmere hemp viscose felt".split(" "));

    private static final Language LARGE = Language.ENGLISH;
    /** The others have no articles here. */
    private static final Set<Language> SMALL = Set.of(FRENCH, Language.of("ru"), Language.of("ar"), Language.of("ja"));

    private static final Edition DEMO = new KnowledgeFolder(Path.of("knowledge-base"), FolderOnDisk.CLOCK)
            .readForUse()
            .edition()
            .orElseThrow();

    /** An edition with the search over it. */
    private record Base(Edition edition, PassageSearch search) {

        boolean finds(SavedQuestion question) {
            return RETRIEVER
                    .retrieve(edition, search, question.question(), question.language(), question.market())
                    .hits()
                    .stream()
                    .findFirst()
                    .map(hit -> hit.passage().article())
                    .filter(question.accepted()::contains)
                    .isPresent();
        }

        /** Of the questions that another base finds, how many in a hundred this one finds. */
        double keeps(Base other, Predicate<SavedQuestion> which) {
            List<SavedQuestion> found = other.edition().questions().stream()
                    .filter(question ->
                            !question.heldOut() && !question.accepted().isEmpty())
                    .filter(which)
                    .filter(other::finds)
                    .toList();
            assertThat(found).isNotEmpty();
            return 100.0 * found.stream().filter(this::finds).count() / found.size();
        }
    }

    @Test
    void manyArticlesOfOneLanguagePushNothingOfAnotherOut() {
        try (PassageIndex index = PassageIndex.inMemory(List.of())) {
            // What stays the same is not indexed again.
            Edition few = inFewLanguages();
            Base alone = base(few, index);
            Base partly = base(withoutFrenchReturns(few), index);
            Base partlyMixed = base(withMany(withoutFrenchReturns(few)), index);
            Base mixed = base(withMany(few), index);

            assertThat(mixed.keeps(alone, in(language -> SMALL.contains(language))))
                    .as("asked and answered in the small languages")
                    .isGreaterThanOrEqualTo(99);
            assertThat(mixed.keeps(alone, in(language -> !SMALL.contains(language) && !language.equals(LARGE))))
                    .as("asked in a language that has no articles, answered in the large one")
                    .isGreaterThanOrEqualTo(88);
            assertThat(mixed.keeps(alone, in(LARGE::equals)))
                    .as("asked and answered in the large one")
                    .isGreaterThanOrEqualTo(85);
            assertThat(partlyMixed.keeps(partly, in(FRENCH::equals)))
                    .as("asked in a language that lacks some articles, answered in either")
                    .isGreaterThanOrEqualTo(90);
            List.of(alone, partly, partlyMixed, mixed)
                    .forEach(base -> base.search().close());
        }
    }

    private static Predicate<SavedQuestion> in(Predicate<Language> languages) {
        return question -> languages.test(question.language());
    }

    private static Base base(Edition edition, PassageIndex index) {
        return new Base(edition, index.index(edition));
    }

    private static Edition withMany(Edition edition) {
        Map<ArticleId, Article> articles = new HashMap<>(edition.articles());
        for (int i = 0; i < MANY; i++) {
            int rest = i / THINGS.size();
            String thing = THINGS.get(i % THINGS.size());
            String colour = COLOURS.get(rest % COLOURS.size());
            String material = MATERIALS.get(rest / COLOURS.size());
            ArticleId id = new ArticleId("care", "number-" + i);
            String title = "How do I wash the %s %s made of %s?".formatted(colour, thing, material);
            String text = """
                    Wash the %s at 30 degrees with like colours and do not bleach it. %s dries lying flat. Iron it from \
                    the inside. If it does not fit, you can return it within the usual time.""".formatted(thing, material);
            Translation translation = translation(id, title, text);
            articles.put(id, new Article(id, Map.of(LARGE, translation)));
        }
        return edition(articles);
    }

    private static Edition inFewLanguages() {
        return keeping(
                DEMO,
                translation -> SMALL.contains(translation.language())
                        || translation.language().equals(LARGE));
    }

    private static Edition withoutFrenchReturns(Edition edition) {
        return keeping(
                edition,
                translation -> !translation.language().equals(FRENCH)
                        || !translation.article().topic().equals("returns"));
    }

    private static Edition keeping(Edition edition, Predicate<Translation> which) {
        Map<ArticleId, Article> articles = new HashMap<>();
        edition.articles().forEach((id, article) -> {
            Map<Language, Translation> rest = new HashMap<>(article.translations());
            rest.values().removeIf(which.negate());
            articles.put(id, new Article(id, Map.copyOf(rest)));
        });
        return edition(articles);
    }

    private static Edition edition(Map<ArticleId, Article> articles) {
        return new Edition(
                "mixed",
                DEMO.shop(),
                DEMO.policies(),
                Map.copyOf(articles),
                DEMO.glossary(),
                DEMO.questions(),
                DEMO.handoff());
    }

    private static Translation translation(ArticleId id, String title, String text) {
        Passage passage = new Passage(id, LARGE, 0, title, PlainText.paragraph(text));
        return new Translation(
                id,
                LARGE,
                title,
                List.of(),
                List.of(title),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AnswerMode.WORDED,
                Optional.empty(),
                "1",
                List.of(passage));
    }
}
