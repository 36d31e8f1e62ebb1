package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sentence vectors add to words, and what is left without them. */
class MeaningsTest {

    private static final Language GERMAN = Language.of("de");

    /** A model that knows two matters: money, and all else. */
    private static final class TwoMatters implements Embedder {

        final List<String> asked = new ArrayList<>();
        boolean broken;

        @Override
        public String model() {
            return "two-matters";
        }

        @Override
        public boolean reads(Language language) {
            return language.equals(Language.ENGLISH);
        }

        @Override
        public OptionalDouble sameFrom() {
            return OptionalDouble.empty();
        }

        @Override
        public List<float[]> embed(List<String> texts, Duration patience) {
            if (broken) {
                throw new EmbeddingFailed("broken");
            }
            asked.addAll(texts);
            return texts.stream()
                    .map(text -> text.matches("(?is).*(my refund|refund is yours|dosh).*")
                            ? new float[] {1, 0}
                            : new float[] {0, 1})
                    .toList();
        }

        @Override
        public void close() {}
    }

    private final TwoMatters model = new TwoMatters();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path root;

    @SuppressWarnings("NullAway.Init") // set before each test
    private FolderOnDisk folder;

    @BeforeEach
    void writeTheShop() {
        folder = FolderOnDisk.in(root)
                .with("articles/money/refunds/en.md", article("money/refunds", "When is my refund paid?", "Soon."))
                .with("articles/shop/parcels/en.md", article("shop/parcels", "Where is my parcel?", "On its way."));
    }

    private static String article(String id, String title, String body) {
        return "---\nid: %s\ntitle: %s\nquestions: [%s]\n---\n\n%s\n".formatted(id, title, title, body);
    }

    private List<Hit> found(KnowledgeBase base, String question, Language asked) {
        return base.read((edition, search) -> search.search(question, asked, Language.ENGLISH, article -> true, 3))
                .hits();
    }

    private OptionalDouble foreign(KnowledgeBase base, String question, Language asked) {
        return base.read((edition, search) -> search.search(question, asked, Language.ENGLISH, article -> true, 3))
                .foreignNearness();
    }

    private KnowledgeBase open(Edition edition) {
        return open(edition, Optional.empty());
    }

    private KnowledgeBase open(Edition edition, Optional<Path> vectors) {
        KnowledgeBase base = new KnowledgeBase(
                vectors.map(folder -> PassageIndex.keptIn(folder, "this one", List.of(model)))
                        .orElseGet(() -> PassageIndex.inMemory(List.of(model))),
                Runnable::run);
        base.publish(edition);
        return base;
    }

    @Test
    void whatSharesNoWordIsFoundByMeaning() {
        try (KnowledgeBase base = open(folder.edition())) {
            Hit best = found(base, "dosh?", Language.ENGLISH).getFirst();

            assertThat(best.passage().article()).hasToString("money/refunds");
            assertThat(best.nearness().orElseThrow()).isGreaterThan(0.99);
        }
    }

    @Test
    void aQuestionInAnotherLanguageThanTheModelReadsIsLookedUpByItsWords() {
        try (KnowledgeBase base = open(folder.edition())) {
            model.asked.clear();

            assertThat(found(base, "parcel", GERMAN))
                    .first()
                    .satisfies(hit -> assertThat(hit.nearness()).isEmpty());
            assertThat(model.asked).isEmpty();
        }
    }

    @Test
    void whatIsNoShopsMatterIsComparedByMeaningToo() {
        try (KnowledgeBase base = open(folder.edition())) {
            assertThat(foreign(base, "dosh?", Language.ENGLISH)).hasValueCloseTo(0.0, within(1e-6));
            assertThat(foreign(base, "is there life on mars", Language.ENGLISH)).hasValueCloseTo(1.0, within(1e-6));
            assertThat(foreign(base, "parcel", GERMAN)).isEmpty();
            model.broken = true;
            assertThat(foreign(base, "is there life on mars", Language.ENGLISH)).isEmpty();
        }
    }

    @Test
    void withoutTheModelWordsAreSearchedAndNobodyHearsOfIt() {
        try (KnowledgeBase base = open(folder.edition())) {
            model.broken = true;

            assertThat(found(base, "where is the parcel", Language.ENGLISH))
                    .first()
                    .satisfies(hit -> {
                        assertThat(hit.passage().article()).hasToString("shop/parcels");
                        assertThat(hit.nearness()).isEmpty();
                    });
        }
    }

    @Test
    void anEditionThatCouldNotBeEmbeddedIsSearchedByWords() {
        model.broken = true;
        try (KnowledgeBase base = open(folder.edition())) {
            model.broken = false;

            assertThat(found(base, "dosh?", Language.ENGLISH)).isEmpty();
            assertThat(found(base, "parcel", Language.ENGLISH)).isNotEmpty();
        }
    }

    @Test
    void onlyWhatChangedIsEmbeddedAgain() {
        try (KnowledgeBase base = open(folder.edition())) {
            model.asked.clear();

            base.publish(folder.with(
                            "articles/shop/parcels/en.md",
                            article("shop/parcels", "Where is my parcel?", "It was lost, and the refund is yours."))
                    .edition());

            assertThat(model.asked).containsExactly("Where is my parcel?\nIt was lost, and the refund is yours.");
            assertThat(found(base, "dosh?", Language.ENGLISH))
                    .extracting(hit -> hit.passage().article().toString())
                    .contains("money/refunds", "shop/parcels");
        }
    }

    @Test
    void afterARestartOnlyWhatChangedIsEmbeddedAgain(@TempDir Path data) {
        open(folder.edition(), Optional.of(data)).close();
        model.asked.clear();
        folder.with(
                "articles/shop/parcels/en.md",
                article("shop/parcels", "Where is my parcel?", "It was lost, and the refund is yours."));

        try (KnowledgeBase base = open(folder.edition(), Optional.of(data))) {
            assertThat(model.asked)
                    .filteredOn(line -> line.contains("parcel"))
                    .containsExactly("Where is my parcel?\nIt was lost, and the refund is yours.");
            assertThat(model.asked).noneMatch(line -> line.contains("paid"));
            assertThat(found(base, "dosh?", Language.ENGLISH))
                    .extracting(hit -> hit.passage().article().toString())
                    .contains("money/refunds", "shop/parcels");
        }
    }

    @Test
    void anArticleThatIsGoneIsNotFoundByItsOldVectors() {
        try (KnowledgeBase base = open(folder.edition())) {
            base.publish(folder.without("articles/money/refunds/en.md").edition());

            assertThat(found(base, "dosh?", Language.ENGLISH))
                    .extracting(hit -> hit.passage().article().toString())
                    .doesNotContain("money/refunds");
        }
    }
}
