package io.babeldesk.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the keys between the lines {@code ---}. */
class ArticleFaultsTest extends IntakeVocabulary {

    @Test
    void aFileWithoutFrontMatterIsNamed() {
        finds(folder().with(ARTICLE, "# Returns\n\nText\n"), ARTICLE, 1, "no front matter", "between two lines '---'");
    }

    @Test
    void frontMatterThatDoesNotEndIsNamed() {
        finds(folder().with(ARTICLE, "---\nid: returns/return-window\n\nText\n"), ARTICLE, 1, "no front matter");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tags: yes              | 'tags' is not a list
                    tag: [a]               | unknown key 'tag'; known are answer_mode, effective_from
                    title: Again           | the key 'title' stands twice
                    market: [DE, XX]       | 'XX' is not a country code
                    effective_from: today  | found 'today' for 'effective_from', expected a date
                    review_by: 2026-13-01  | found '2026-13-01' for 'review_by', expected a date such as
                    answer_mode: literal   | found 'literal' for 'answer_mode', expected worded or verbatim
                    source_rev:            | 'source_rev' has no text
                    """, quoteCharacter = '~')
    void eachFaultIsNamedWithItsLineInTheFile(String line, String words) {
        finds(folder().changing(ARTICLE, "---\n\nYou", line + "\n---\n\nYou"), ARTICLE, 5, words);
    }

    @Test
    void brokenYamlIsNamedWithItsLineInTheFile() {
        FolderOnDisk folder = folder().changing(ARTICLE, "title: How", "title: \"How");
        finds(folder, ARTICLE, 5, "not valid YAML", "mend the line or quote the text");
    }

    @Test
    void aColonInATitleIsNamedWithItsLine() {
        FolderOnDisk folder = folder().changing(ARTICLE, "title: How", "title: Returns: how");
        finds(folder, ARTICLE, 3, "not valid YAML", "quote the text");
    }

    @Test
    void aMissingTitleIsNamed() {
        FolderOnDisk folder = folder().changing(ARTICLE, "title: How long can I return things?\n", "");
        finds(folder, ARTICLE, 2, "the key 'title' is missing", "add 'title: …'");
    }

    @Test
    void anIdThatIsNotThePlaceIsNamed() {
        FolderOnDisk folder = folder().changing(ARTICLE, "id: returns/return-window", "id: returns/window");
        finds(folder, ARTICLE, 2, "found id 'returns/window'", "expected 'returns/return-window'", "correct the id");
    }

    @Test
    void anIdOfAnotherArticleIsNamedWithItsOwner() {
        FolderOnDisk folder =
                folder().with("articles/returns/refunds/en.md", FolderOnDisk.article("returns/return-window", "Text."));
        assertThat(folder.read().findings())
                .extracting(Finding::toString)
                .contains("articles/returns/return-window/en.md:2: the id 'returns/return-window' is already that of "
                        + "articles/returns/refunds/en.md; use the folder's place");
    }

    @Test
    void aLanguageThatIsWrittenTwiceIsNamedWithTheOtherFile() {
        String portuguese = FolderOnDisk.article("returns/return-window", "Texto: {{returns.window}}.");
        FolderOnDisk folder = folder().with("articles/returns/return-window/pt-BR.md", portuguese)
                .with("articles/returns/return-window/pt.md", portuguese);
        assertThat(folder.read().edition()).isEmpty();
        assertThat(folder.read().findings())
                .extracting(Finding::toString)
                .contains("articles/returns/return-window/pt.md:1: the article is already written in 'pt' in "
                        + "articles/returns/return-window/pt-BR.md; keep one of them");
    }

    @Test
    void aLastDayBeforeTheFirstIsNamed() {
        FolderOnDisk folder = folder().changing(
                        ARTICLE, "---\n\nYou", "effective_from: 2026-12-02\neffective_until: 2026-12-01\n---\n\nYou");
        finds(folder, ARTICLE, 6, "effective_until is before effective_from", "correct one");
    }

    @Test
    void aFileOfNoLanguageIsAWarning() {
        warns(
                folder().with("articles/returns/return-window/english.md", "text"),
                "articles/returns/return-window/english.md",
                0,
                "expected articles/<topic>/<slug>/<lang>.md");
    }

    @Test
    void norwegianIsTheLanguageNotTheAnswerNo() {
        FolderOnDisk folder = folder().changing("shop.yaml", "[en]", "[en, no]")
                .with("glossary.yaml", "concepts:\n  refund:\n    no: [tilbakebetaling]\n");
        assertThat(folder.read().findings())
                .extracting(Finding::text)
                .containsExactly("not translated into [no]; shoppers get articles/returns/return-window/en.md");
        assertThat(folder.edition().glossary().getFirst().terms().keySet()).hasToString("[no]");
    }
}
