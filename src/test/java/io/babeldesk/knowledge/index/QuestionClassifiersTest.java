package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two articles' ways of asking teach. Each {@code LearnedClassifiers} is those of a process of its own. */
class QuestionClassifiersTest {

    private static final ArticleId PARCELS = new ArticleId("shop", "parcels");
    private static final ArticleId REFUNDS = new ArticleId("shop", "refunds");
    private static final Language SPANISH = Language.of("es");
    private static final String PROGRAM = "this program";
    private static final int ENOUGH = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path root;

    @SuppressWarnings("NullAway.Init") // set before each test
    private FolderOnDisk shop;

    private final LearnedClassifiers learned = new LearnedClassifiers(Optional.empty());

    @BeforeEach
    void writeTheShop() {
        shop = FolderOnDisk.in(root.resolve("knowledge-base"))
                .without(FolderOnDisk.ARTICLE)
                .with("glossary.yaml", """
                        concepts:
                          parcel:
                            en: [parcel]
                            es: [paquete]
                          refund:
                            en: [refund]
                            es: [reembolso]
                        """);
        ask(ENOUGH);
    }

    /** Two articles with so many ways of asking each. */
    private void ask(int ways) {
        write(PARCELS, "Where is my parcel?", "parcel number", ways);
        write(REFUNDS, "When is my refund paid?", "refund part", ways);
    }

    private void write(ArticleId article, String title, String asked, int ways) {
        String questions = IntStream.range(0, ways)
                .mapToObj(i -> "  - %s %s".formatted(asked, (char) ('a' + i % 26) + "x" + (char) ('a' + i / 26)))
                .collect(Collectors.joining("\n"));
        shop.with(
                "articles/%s/en.md".formatted(article),
                "---\nid: %s\ntitle: %s\nquestions:\n%s\n---\n\nSoon.\n".formatted(article, title, questions));
    }

    private QuestionClassifiers classifiers(LearnedClassifiers process) {
        Edition edition = shop.edition();
        Glossary glossary = new Glossary(edition.glossary(), new LanguageAnalyzers());
        return new QuestionClassifiers(edition, PassageIndex.content(edition), glossary, process);
    }

    private QuestionClassifiers classifiers() {
        return classifiers(learned);
    }

    private LearnedClassifiers process(String program) {
        return new LearnedClassifiers(Optional.of(new KeptClassifiers(root.resolve("kept"), program)));
    }

    private static Likelihood byWords(QuestionClassifiers classifiers, String question) {
        return classifiers.ofWords(Language.ENGLISH).orElseThrow().of(TextFeatures.of(question));
    }

    private static Likelihood byMeaning(QuestionClassifiers classifiers, String... concepts) {
        return classifiers.ofMeanings().orElseThrow().of(TextFeatures.ofConcepts(Set.of(concepts)));
    }

    private List<Path> kept() {
        try (Stream<Path> files = Files.list(root.resolve("kept"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void wordsTellTheArticlesAndWhatNoShopAnswers() {
        Likelihood parcel = byWords(classifiers(), "what of the parcel?");
        assertThat(parcel.ofArticle(PARCELS)).isGreaterThan(parcel.ofArticle(REFUNDS));
        String foreign = ForeignMatters.lines(Language.ENGLISH).findFirst().orElseThrow();
        assertThat(byWords(classifiers(), foreign).ofForeignMatter()).isGreaterThan(parcel.ofForeignMatter());
        assertThat(byWords(classifiers(), "can you help me please").ofVagueness())
                .isGreaterThan(parcel.ofVagueness());
    }

    @Test
    void meaningsTellThemInWhateverLanguageTheyAreSaid() {
        QuestionClassifiers classifiers = classifiers();
        classifiers.learn(language -> true);
        Glossary glossary = new Glossary(shop.edition().glossary(), new LanguageAnalyzers());
        Likelihood refund = classifiers
                .ofMeanings()
                .orElseThrow()
                .of(TextFeatures.ofConcepts(glossary.concepts("mi reembolso", SPANISH)));
        assertThat(refund.ofArticle(REFUNDS)).isGreaterThan(refund.ofArticle(PARCELS));
        assertThat(classifiers.ofWords(SPANISH)).isEmpty();
    }

    @Test
    void aLanguageIsTaughtByTheOthersOnly() {
        assertThat(classifiers().isTaughtBeyond(SPANISH)).isTrue();
        assertThat(classifiers().isTaughtBeyond(Language.ENGLISH)).isFalse();
    }

    @Test
    void meaningsAreLearnedBeforehandAndWordsWhenAskedFor() {
        assertThat(classifiers().ofWords(Language.ENGLISH)).isPresent();
        assertThat(classifiers().ofMeanings()).isEmpty();
        classifiers().learn(language -> false);
        assertThat(classifiers().ofMeanings()).isPresent();
    }

    @Test
    void anArticleThatItDoesNotKnowIsNeverLikely() {
        assertThat(byWords(classifiers(), "parcel").ofArticle(new ArticleId("some", "other")))
                .isEqualTo(Likelihood.LEAST_LOG);
    }

    @Test
    void ofAFewWaysOfAskingNothingIsLearned() {
        ask(ENOUGH - 1);
        classifiers().learn(language -> true);
        assertThat(classifiers().ofWords(Language.ENGLISH)).isEmpty();
        assertThat(classifiers().ofMeanings()).isEmpty();
    }

    @Test
    void theSameListsAreLearnedOnce() {
        QuestionClassifier first = classifiers().ofWords(Language.ENGLISH).orElseThrow();
        assertThat(classifiers().ofWords(Language.ENGLISH)).containsSame(first);
        ask(ENOUGH + 1);
        assertThat(classifiers().ofWords(Language.ENGLISH).orElseThrow()).isNotSameAs(first);
    }

    @Test
    void theLastEditionsMeaningsServeUntilThoseOfTheNextAreLearned() {
        classifiers().learn(language -> true);
        ask(ENOUGH + 1);
        assertThat(classifiers().ofMeanings()).isPresent();
        write(new ArticleId("shop", "vouchers"), "Do you have vouchers?", "voucher of", ENOUGH);
        // They know nothing of it, and would never find it.
        assertThat(classifiers().ofMeanings()).isEmpty();
    }

    @Test
    void anotherProcessOfTheSameProgramLearnsNothingAgain() throws IOException {
        QuestionClassifiers first = classifiers(process(PROGRAM));
        first.learn(language -> true);
        List<Path> files = kept();
        assertThat(files)
                .map(Path::getFileName)
                .map(Path::toString)
                .containsExactly("en.classifier", "meanings.classifier");
        Files.setLastModifiedTime(files.getFirst(), FileTime.fromMillis(0));
        QuestionClassifiers second = classifiers(process(PROGRAM));
        second.learn(language -> true);
        // At once: nothing has to be learned beforehand.
        assertThat(byMeaning(second, "refund").ofArticle(REFUNDS))
                .isEqualTo(byMeaning(first, "refund").ofArticle(REFUNDS));
        assertThat(byWords(second, "my parcel").ofArticle(REFUNDS))
                .isEqualTo(byWords(first, "my parcel").ofArticle(REFUNDS));
        assertThat(Files.getLastModifiedTime(files.getFirst()).toMillis()).isZero();
        classifiers(process("another program")).ofWords(Language.ENGLISH);
        assertThat(Files.getLastModifiedTime(files.getFirst()).toMillis()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 200})
    void aDamagedFileIsMadeAnew(int left) throws IOException {
        classifiers(process(PROGRAM)).learn(language -> true);
        byte[] whole = Files.readAllBytes(kept().getFirst());
        byte[] flipped = whole.clone();
        flipped[Math.min(left, whole.length - 1)] ^= 1;
        for (byte[] damaged : List.of(Arrays.copyOf(whole, left), flipped)) {
            Files.write(kept().getFirst(), damaged);
            assertThat(byWords(classifiers(process(PROGRAM)), "my parcel").ofArticle(PARCELS))
                    .isGreaterThan(Likelihood.LEAST_LOG);
            assertThat(kept().getFirst()).hasBinaryContent(whole);
        }
    }

    @Test
    void whereNothingCanBeKeptItIsLearnedAllTheSame() throws IOException {
        Files.writeString(root.resolve("kept"), "a file in the folder's place");
        assertThat(classifiers(process(PROGRAM)).ofWords(Language.ENGLISH)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr"})
    void everyLanguageOfTheDemoShopHasVagueQuestions(String language) {
        assertThat(LineList.lines("vague-questions", Language.of(language)))
                .hasSizeGreaterThanOrEqualTo(140)
                .doesNotHaveDuplicates();
    }
}
