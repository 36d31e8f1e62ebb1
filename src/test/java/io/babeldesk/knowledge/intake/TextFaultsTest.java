package io.babeldesk.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of an article's text. */
class TextFaultsTest extends IntakeVocabulary {

    @Test
    void aFactThatDoesNotExistIsNamed() {
        finds(
                folder().saying("Text.\n\nWithin {{returns.widow}}."),
                ARTICLE,
                BODY + 2,
                "no fact 'returns.widow'",
                "add");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{returns.window",
                "{{returns.window}",
                "{returns.window}",
                "returns.window}}",
                "{{Returns.Window}}",
                "{{returns window}}",
                "{{}}",
                "{{returns.window|genitiv}}",
                "{{returns.window|}}",
                "{{returns.window:genitive}}",
                "{{{returns.window}}}"
            })
    void bracesThatNameNoFactAreNamed(String braces) {
        finds(
                folder().saying("Return it within " + braces + " please."),
                ARTICLE,
                BODY,
                "expected {{topic.name}} or {{topic.name|genitive}}",
                "correct");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{returns.window|nominative}}",
                "{{returns.window|genitive}}",
                "{{returns.window|dative}}",
                "{{returns.window|accusative}}",
                "{{returns.window|instrumental}}",
                "{{returns.window|prepositional}}",
                "{{ returns.window }}",
                "{{?returns.window}} Where it exists.",
                "{{!returns.window}} Where it does not.",
                "{{shop.name}} {{contact.email}} {{contact.phone}} {{contact.page}} {{contact.hours}}"
            })
    void wellFormedFactsAreNoFault(String text) {
        isClean(folder().saying("Text. " + text));
    }

    @Test
    void inATableTheBarBeforeTheCaseIsEscaped() {
        isClean(folder().saying("Text.\n\n| what | how long |\n|---|---|\n| a | {{returns.window\\|genitive}} |"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Text.~~## Within {{returns.window}}~~More. | 9 | in a heading
                    Use `{{returns.window}}` here.             | 7 | in code
                    Text.~~```~{{returns.window}}~```          | 9 | in code
                    See [it](https://x.example/{{shop.name}}). | 7 | in a link
                    """)
    void aFactWhereNoneIsFilledInIsNamed(String text, int line, String where) {
        finds(folder().saying(text.replace('~', '\n')), ARTICLE, line, "a fact " + where, "not filled in", "move");
    }

    @Test
    void aFactInTheTitleIsNamed() {
        FolderOnDisk folder = folder().changing(ARTICLE, "title: How", "title: \"{{shop.name}}: how");
        finds(
                folder.changing(ARTICLE, "things?", "things?\""),
                ARTICLE,
                3,
                "a fact in 'title'",
                "not filled in",
                "say it without");
    }

    @Test
    void aLinkToNoArticleIsNamedWithItsLine() {
        finds(
                folder().saying("First line\nsee [there](article:returns/no-such)\nlast line."),
                ARTICLE,
                BODY + 1,
                "no article 'article:returns/no-such'",
                "correct or remove");
    }

    @Test
    void aBrokenLinkInATableRowIsNamedWithItsLine() {
        finds(
                folder().saying("Text.\n\n| a | b |\n|---|---|\n| c | d |\n| [x](article:no/no) | e |"),
                ARTICLE,
                BODY + 5,
                "no article 'article:no/no'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "/relative", "JAVASCRIPT:x", "ftp://x.example"})
    void aLinkOfAnotherSchemeIsNamed(String address) {
        finds(folder().saying("See [this](" + address + ")."), ARTICLE, BODY, address, "expected https:", "correct");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x.example", "mailto:a@x.example", "tel:+4420", "article:returns/return-window"})
    void aLinkOfAKnownSchemeIsNoFault(String address) {
        isClean(folder().saying("See [this](" + address + ")."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Text <b>bold</b>.          | 7 | HTML
                    Text.~~<div>block</div>    | 9 | HTML
                    Text ![x](https://x.test). | 7 | an image
                    Text.~~---                 | 9 | a ruled line
                    """)
    void whatShoppersAreNotShownIsAWarning(String text, int line, String what) {
        FolderOnDisk folder = folder().saying(text.replace('~', '\n'));
        assertThat(folder.read().edition()).isPresent();
        assertThat(folder.read().findings()).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.text()).contains("found " + what, "not shown", "write");
        });
    }

    @Test
    void aTextThatBeginsWithAHeadingIsNamed() {
        finds(folder().saying("## Part\n\nText."), ARTICLE, BODY - 1, "no text before the first heading", "answer");
    }

    @Test
    void anEmptySectionIsNamed() {
        finds(folder().saying("Text.\n\n## Part\n\n## Other\n\nText."), ARTICLE, BODY + 2, "'Part' is empty", "write");
    }

    @Test
    void aHeadingThatStandsTwiceIsNamed() {
        finds(
                folder().saying("Text.\n\n## Part\n\nText.\n\n## Part\n\nText."),
                ARTICLE,
                BODY + 6,
                "'Part' stands twice",
                "rename");
    }

    @Test
    void aHeadingWithoutWordsIsNamed() {
        finds(folder().saying("Text.\n\n## \n\nText."), ARTICLE, BODY + 2, "a heading without words", "write");
    }

    @Test
    void anArticleWithoutTextIsNamed() {
        finds(folder().saying(""), ARTICLE, BODY - 1, "no text before the first heading");
    }
}
