package io.babeldesk.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlossaryAndQuestionsFaultsTest extends IntakeVocabulary {

    private FolderOnDisk glossary(String concepts) {
        return folder().with("glossary.yaml", "concepts:\n" + concepts);
    }

    private FolderOnDisk questions(String entry) {
        return folder().with("questions/en.yaml", "language: en\nquestions:\n" + entry);
    }

    @Test
    void aLanguageThatIsNoneIsNamed() {
        finds(glossary("  refund:\n    english: [refund]\n"), "glossary.yaml", 3, "'english' is not a language code");
    }

    @Test
    void termsThatAreNoListAreNamed() {
        finds(glossary("  refund:\n    en: refund\n"), "glossary.yaml", 3, "'en' is not a list");
    }

    @Test
    void aLanguageThatStandsTwiceIsNamed() {
        finds(glossary("  refund:\n    en: [refund]\n    en: [money]\n"), "glossary.yaml", 4, "'en' stands twice");
    }

    @Test
    void aRoleThatIsNoneIsNamed() {
        finds(
                glossary("  shoes:\n    role: ware\n    en: [shoes]\n"),
                "glossary.yaml",
                3,
                "found 'ware' for 'role', expected matter, measure, circumstance or thing");
    }

    @Test
    void aConceptWithARoleIsClean() {
        isClean(glossary("  shoes:\n    role: thing\n    en: [shoes]\n"));
    }

    @Test
    void anEmptyTermIsAWarning() {
        warns(glossary("  refund:\n    en: [refund, '']\n"), "glossary.yaml", 3, "'refund' has an empty term");
    }

    @Test
    void aTermOfTwoConceptsIsAWarning() {
        warns(
                glossary("  refund:\n    en: [Money]\n  price:\n    en: [money]\n"),
                "glossary.yaml",
                5,
                "the term 'money' stands under refund and price",
                "keep it");
    }

    @Test
    void aGoodQuestionIsClean() {
        isClean(questions("""
                          - question: how long
                            market: US
                            article: returns/return-window
                            must_contain: [returns.window]
                            must_not_say: [45 days]
                          - question: write me a poem
                            refused: true
                        """));
    }

    @Test
    void aQuestionOfAnUnknownArticleIsNamed() {
        finds(
                questions("  - question: how long\n    article: returns/no-such\n"),
                "questions/en.yaml",
                4,
                "there is no article 'returns/no-such'",
                "write the id of one");
    }

    @Test
    void aQuestionOfAnUnknownFactIsNamed() {
        finds(
                questions("  - question: how\n    article: returns/return-window\n    must_contain: [returns.fee]\n"),
                "questions/en.yaml",
                5,
                "there is no fact 'returns.fee'",
                "correct the key");
    }

    @Test
    void aQuestionWithNothingExpectedIsNamed() {
        finds(questions("  - question: how long\n"), "questions/en.yaml", 3, "neither 'article:' nor 'refused: true'");
    }

    @Test
    void aQuestionWithBothExpectationsIsNamed() {
        finds(
                questions("  - question: how\n    article: returns/return-window\n    refused: true\n"),
                "questions/en.yaml",
                3,
                "more than one of 'article:', 'refused: true'");
    }

    @Test
    void aQuestionFromAMarketThatTheShopDoesNotSellToIsNamed() {
        finds(
                questions("  - question: how\n    market: FR\n    article: returns/return-window\n"),
                "questions/en.yaml",
                4,
                "'FR' is not a market of shop.yaml");
    }

    @Test
    void aQuestionWithoutWordsIsNamed() {
        finds(
                questions("  - article: returns/return-window\n"),
                "questions/en.yaml",
                3,
                "the key 'question' is missing");
    }

    @Test
    void anUnknownKeyIsNamed() {
        finds(
                questions("  - question: how\n    article: returns/return-window\n    must_say: [x]\n"),
                "questions/en.yaml",
                5,
                "unknown key 'must_say'");
    }

    @Test
    void aFileWithoutALanguageIsNamed() {
        finds(
                folder().with("questions/en.yaml", "questions:\n  - question: x\n    refused: true\n"),
                "questions/en.yaml",
                1,
                "the key 'language' is missing");
    }

    @Test
    void heldOutQuestionsAreCheckedAndMarked() {
        FolderOnDisk folder = folder().with(
                        "questions/held-out/en.yaml", "language: en\nquestions:\n  - question: x\n    refused: true\n");
        isClean(folder);
        assertThat(folder.edition().questions()).singleElement().satisfies(question -> {
            assertThat(question.heldOut()).isTrue();
            assertThat(question.place()).isEqualTo("questions/held-out/en.yaml:3");
        });
    }
}
