package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index of words that outlives the process. Each {@code start} is a process of its own. */
class KeptIndexTest {

    private static final String PROGRAM = "this program";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path root;

    @SuppressWarnings("NullAway.Init") // set before each test
    private FolderOnDisk shop;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path kept;

    @BeforeEach
    void writeTheShop() {
        shop = FolderOnDisk.in(root.resolve("knowledge-base"))
                .with("articles/money/refunds/en.md", article("money/refunds", "When is my refund paid?", "Soon."))
                .with("articles/shop/parcels/en.md", article("shop/parcels", "Where is my parcel?", "On its way."));
        kept = root.resolve("kept");
    }

    private static String article(String id, String title, String body) {
        return "---\nid: %s\ntitle: %s\nquestions: [%s]\n---\n\n%s\n".formatted(id, title, title, body);
    }

    /** The articles that a new process finds, best first, with what speaks for them. */
    private List<String> start(Edition edition, String program, String question) {
        try (PassageIndex index = PassageIndex.keptIn(kept, program, List.of());
                PassageSearch search = index.index(edition)) {
            return search.search(question, Language.ENGLISH, Language.ENGLISH, article -> true, 3).hits().stream()
                    .map(hit -> hit.passage().article() + " " + hit.score())
                    .toList();
        }
    }

    private List<String> start(Edition edition, String question) {
        return start(edition, PROGRAM, question);
    }

    private Path file() {
        return kept.resolve("words.zip");
    }

    /** Whether a start wrote the index anew, which it does when it had anything to analyse. */
    private boolean analyses(Runnable start) throws IOException {
        FileTime before = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(file(), before);
        start.run();
        return !Files.getLastModifiedTime(file()).equals(before);
    }

    @Test
    void aSecondStartAnalysesNothingAndFindsTheSame() throws IOException {
        List<String> first = start(shop.edition(), "where is my parcel");

        assertThat(first).hasSizeGreaterThan(1).first().asString().startsWith("shop/parcels");
        assertThat(analyses(() ->
                        assertThat(start(shop.edition(), "where is my parcel")).isEqualTo(first)))
                .isFalse();
    }

    @Test
    void whatHasChangedSinceIsFoundAsItIsNow() throws IOException {
        start(shop.edition(), "parcel");
        shop.with("articles/shop/parcels/en.md", article("shop/parcels", "Where is my crate?", "On its way."))
                .with(
                        "articles/shop/vouchers/en.md",
                        article("shop/vouchers", "How do I use a voucher?", "Type it in."))
                .without("articles/money/refunds/en.md");

        assertThat(analyses(() -> {
                    assertThat(start(shop.edition(), "crate").getFirst()).startsWith("shop/parcels");
                    assertThat(start(shop.edition(), "voucher").getFirst()).startsWith("shop/vouchers");
                    assertThat(start(shop.edition(), "parcel")).isEmpty();
                    assertThat(start(shop.edition(), "refund")).isEmpty();
                }))
                .isTrue();
        assertThat(analyses(() -> start(shop.edition(), "crate"))).isFalse();
    }

    @Test
    void aConceptThatIsNewReachesArticlesThatAreNot() {
        assertThat(start(shop.edition(), "bundle")).isEmpty();
        shop.with("glossary.yaml", "concepts:\n  parcel:\n    en: [parcel, bundle]\n");

        assertThat(start(shop.edition(), "bundle").getFirst()).startsWith("shop/parcels");
    }

    @Test
    void anotherProgramReadsNothingOfIt() throws IOException {
        List<String> first = start(shop.edition(), "my parcel");

        assertThat(analyses(() -> assertThat(start(shop.edition(), "another program", "my parcel"))
                        .isEqualTo(first)))
                .isTrue();
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        List<String> first = start(shop.edition(), "my parcel");
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            byte[] damaged = round % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(file(), damaged);

            assertThat(start(shop.edition(), "my parcel")).as("round %d", round).isEqualTo(first);
        }
    }

    @Test
    void whereNothingCanBeKeptAllIsFoundTheSame() throws IOException {
        List<String> first = start(shop.edition(), "my parcel");
        kept = Files.writeString(root.resolve("a-file"), "and no folder");

        assertThat(start(shop.edition(), "my parcel")).isEqualTo(first);
    }

    @Test
    void factsThatPassagesNameAreFoundByTheirNewNames() {
        shop.with("policies.yaml", methods("Visa"))
                .with("articles/money/pay/en.md", article("money/pay", "How can I pay?", "With {{pay.methods}}."))
                .without(FolderOnDisk.ARTICLE);
        assertThat(start(shop.edition(), "Klarna")).isEmpty();
        shop.with("policies.yaml", methods("Visa, Klarna"));

        assertThat(start(shop.edition(), "Klarna").getFirst()).startsWith("money/pay");
    }

    private static String methods(String names) {
        return """
               facts:
                 pay.methods:
                   rule: PAY-01
                   kind: list
                   default: [%s]
               """.formatted(names);
    }
}
