package io.babeldesk.knowledge.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no text, no YAML, too large, in the wrong place or not there. */
class BrokenFilesTest extends IntakeVocabulary {

    @Test
    void aMissingFolderIsNamedWithTheWayOut() {
        KnowledgeFolder missing = new KnowledgeFolder(root.resolve("nowhere"), FolderOnDisk.CLOCK);
        assertThat(missing.read().edition()).isEmpty();
        assertThat(missing.read().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("nowhere", "there is no such folder", "--knowledge-base FOLDER"));
    }

    @Test
    void anEmptyFolderIsToldAllThatItNeeds() {
        KnowledgeFolder empty = new KnowledgeFolder(root, FolderOnDisk.CLOCK);
        assertThat(empty.read().edition()).isEmpty();
        assertThat(empty.read().findings())
                .extracting(Finding::file)
                .containsExactly("articles", "policies.yaml", "shop.yaml");
        assertThat(empty.read().findings()).extracting(Finding::text).allMatch(text -> text.contains("; "));
    }

    @Test
    void aFolderWithoutArticlesIsNamed() {
        finds(
                folder().without(ARTICLE),
                "articles",
                0,
                "there is no article",
                "write articles/<topic>/<slug>/<lang>.md");
    }

    @Test
    void aMissingFileIsNamed() {
        finds(folder().without("policies.yaml"), "policies.yaml", 0, "the file is missing", "create it");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() {
        byte[] latin = "---\nid: returns/return-window\ntitle: R\u00fcckgabe\n---\n\nText\n".getBytes(ISO_8859_1);
        finds(folder().withBytes(GERMAN, latin), GERMAN, 1, "not UTF-8", "save it as UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoFault() {
        FolderOnDisk folder = folder();
        String shop = folder.text("shop.yaml").replace("\n", "\r\n");
        String article = folder.text(ARTICLE).replace("\n", "\r\n");
        isClean(folder.with("shop.yaml", "\ufeff" + shop).with(ARTICLE, "\ufeff" + article));
    }

    @Test
    void windowsLineEndsDoNotChangeTheRevisionOfAnArticle() {
        FolderOnDisk folder = folder();
        String before = revision(folder);
        assertThat(revision(folder.with(ARTICLE, folder.text(ARTICLE).replace("\n", "\r\n"))))
                .isEqualTo(before);
    }

    private static String revision(FolderOnDisk folder) {
        return folder.edition().translations().getFirst().revision();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "just text", "", "# only a comment\n"})
    void yamlThatIsNoMappingIsNamed(String text) {
        finds(folder().with("glossary.yaml", text), "glossary.yaml", 1, "write 'key: value' lines");
    }

    @Test
    void aFaultOfTheYamlIsNamedWithItsLine() {
        finds(
                folder().with("glossary.yaml", "concepts:\n  refund:\n    en: [refund\n    de: [Geld]\n"),
                "glossary.yaml",
                4,
                "not valid YAML",
                "mend the line");
    }

    @Test
    void aTabIsNamedWithItsLine() {
        finds(folder().with("glossary.yaml", "concepts:\n\trefund:\n"), "glossary.yaml", 2, "not valid YAML");
    }

    @Test
    void aSecondDocumentIsNamed() {
        finds(
                folder().with("glossary.yaml", "concepts: {}\n---\nconcepts: {}\n"),
                "glossary.yaml",
                2,
                "not valid YAML");
    }

    @Test
    @Timeout(10)
    void aliasesThatMultiplyAreRefused() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x]\n");
        for (char name = 'b'; name < 'm'; name++) {
            char before = (char) (name - 1);
            bomb.append("%c: &%c [*%c, *%c, *%c, *%c]\n".formatted(name, name, before, before, before, before));
        }
        finds(
                folder().with("glossary.yaml", bomb.toString()),
                "glossary.yaml",
                1,
                "not valid YAML",
                "smaller and simpler");
    }

    @Test
    @Timeout(10)
    void anAliasThatContainsItselfIsRefused() {
        String itself = "*a, ".repeat(20);
        finds(
                folder().with("glossary.yaml", "concepts: &a\n  x: [" + itself + "]\n"),
                "glossary.yaml",
                2,
                "'x' has no keys");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 100_000})
    @Timeout(20)
    void depthIsRefused(int depth) {
        String deep = "concepts: " + "[".repeat(depth) + "]".repeat(depth);
        finds(folder().with("glossary.yaml", deep), "glossary.yaml", 1, "nested more than 20 deep");
    }

    @Test
    @Timeout(20)
    void aHugeFileIsRefusedUnread() {
        finds(
                folder().with("glossary.yaml", "a: " + "x".repeat(5_000_000)),
                "glossary.yaml",
                0,
                "5,000,003 bytes",
                "at most 4,194,304",
                "split");
    }

    @Test
    void aFileInTheWrongPlaceIsAWarning() {
        warns(
                folder().with("articles/en.md", "text"),
                "articles/en.md",
                0,
                "expected articles/<topic>/<slug>/<lang>.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "articles/returns/return-window/.en.md.swp",
                "articles/.DS_Store",
                "articles/returns/return-window/en.md~",
                "articles/returns/return-window/#en.md#",
                "questions/.en.yaml.swp"
            })
    void whatEditorsLeaveBehindIsNoFault(String file) {
        isClean(folder().withBytes(file, new byte[] {'b', (byte) 0xff, 0, (byte) 0xfe}));
    }

    @Test
    void theMarkChangesWithEachSave() throws Exception {
        FolderOnDisk folder = folder();
        String before = folder.folder().mark();
        assertThat(folder.folder().mark()).isEqualTo(before);
        folder.with("glossary.yaml", "concepts: {}\n");
        String after = folder.folder().mark();
        assertThat(after).isNotEqualTo(before);
        folder.without("glossary.yaml");
        assertThat(folder.folder().mark()).isEqualTo(before);
        assertThatCode(() -> new KnowledgeFolder(root.resolve("nowhere"), FolderOnDisk.CLOCK).mark())
                .doesNotThrowAnyException();
    }

    @Test
    void aThousandArticlesAreReadInSeconds() {
        FolderOnDisk folder = folder();
        for (int i = 0; i < 1000; i++) {
            String id = "bulk/article-" + i;
            folder.with("articles/" + id + "/en.md", FolderOnDisk.article(id, "Text.\n\n## Part\n\nMore text."));
        }
        long begun = System.nanoTime();
        isClean(folder);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
}
