package io.babeldesk.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopFaultsTest extends IntakeVocabulary {

    @Test
    void aGoodFolderIsClean() {
        isClean(folder());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    site: demo             | site: De mo            |  1 | letters a-z
                    default_language: en   | default_language: e    |  3 | a language code such as en
                    languages: [en]        | languages: [en, x]     |  4 | found 'x' in 'languages'
                    languages: [en]        | languages: []          |  4 | no language is named
                    languages: [en]        | languages: [de]        |  3 | found 'en', which is not among
                    markets: [US, DE]      | markets: [US, XX]      |  5 | a country code such as DE
                    markets: [US, DE]      | markets: []            |  5 | no market is named
                    email: help@           | email: help at         |  7 | an e-mail address
                    phone: +44             | phone: call 44         |  8 | a phone number such as
                    page: https://larkwell.example/c | page: larkwell/c |  9 | begins with https://
                    Europe/Berlin          | Berlin                 | 12 | a time zone such as Europe/Berlin
                    monday: 08:00          | monday: 8              | 13 | opening hours such as 08:00-20:00
                    monday: 08:00-20:00    | monday: 20:00-08:00    | 13 | opening hours such as 08:00-20:00
                    monday:                | moonday:               | 13 | unknown key 'moonday'
                    """)
    void eachFaultIsNamedWithItsLine(String good, String bad, int line, String words) {
        finds(folder().changing("shop.yaml", good, bad), "shop.yaml", line, words);
    }

    @Test
    void aMissingKeyIsNamed() {
        finds(folder().changing("shop.yaml", "name: Larkwell\n", ""), "shop.yaml", 1, "'name' is missing", "add");
    }

    @Test
    void aMissingKeyOfTheContactIsNamedWhereTheContactStands() {
        finds(
                folder().changing("shop.yaml", "  phone: +44 20 7946 0958\n", ""),
                "shop.yaml",
                6,
                "'phone' is missing",
                "expected a phone number",
                "add it");
    }

    @Test
    void aKeyWrittenInAnotherWayIsMissingAndUnknown() {
        assertThat(folder().changing("shop.yaml", "privacy_page:", "privacy-page:")
                        .read()
                        .findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "shop.yaml:1: the key 'privacy_page' is missing, expected a web address that begins with "
                                + "https://; add it",
                        "shop.yaml:10: unknown key 'privacy-page'; known are contact, default_language, hours, "
                                + "languages, markets, name, privacy_page, site, starters: remove or correct it");
    }

    @Test
    void aStarterThatIsNoArticleIsNamedWithItsLine() {
        FolderOnDisk folder = folder().changing("shop.yaml", "hours:", "starters: [returns/return-widow]\nhours:");
        finds(folder, "shop.yaml", 11, "returns/return-widow", "correct");
    }
}
