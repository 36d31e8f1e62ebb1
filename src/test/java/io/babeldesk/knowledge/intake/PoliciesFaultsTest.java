package io.babeldesk.knowledge.intake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesFaultsTest extends IntakeVocabulary {

    private FolderOnDisk policies(String facts) {
        return folder().with("policies.yaml", "facts:\n" + facts).saying("You can return items.");
    }

    private FolderOnDisk fact(String kind, String value) {
        return policies("""
                  some.fact:
                    rule: SOM-01
                    kind: %s
                    default: %s
                """.formatted(kind, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    period   | 30 days
                    period   | 3-5 working days
                    period   | 1 week
                    money    | 4.90 EUR
                    money    | 800 JPY
                    percent  | 19 %
                    percent  | 5.5%
                    count    | 3
                    clock    | "14:00"
                    date     | 2026-12-24
                    currency | EUR
                    list     | [Visa, PayPal]
                    text     | anything at all
                    address  | 4100 Fernhill Road
                    email    | help@larkwell.example
                    phone    | +44 20 7946 0958
                    link     | https://larkwell.example
                    """)
    void eachKindIsWrittenAsTheManualSays(String kind, String value) {
        isClean(fact(kind, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    period   | thirty days      | '30 days'
                    period   | 5-3 days         | '3-5 working days'
                    period   | 30               | '30 days'
                    period   | 99999 days       | '30 days'
                    money    | €4.90            | '4.90 EUR'
                    money    | 4,90 EUR         | '4.90 EUR'
                    money    | 4.90 EUX         | '4.90 EUR'
                    money    | 4.90 JPY         | '800 JPY'
                    percent  | 19               | '19 %'
                    count    | three            | '3'
                    clock    | "24:00"          | "14:00"
                    clock    | 2 pm             | "14:00"
                    date     | 2026-02-30       | '2026-12-24'
                    currency | Euro             | 'EUR'
                    email    | at the desk      | an e-mail address
                    phone    | ring             | '+44 20 7946 0958'
                    link     | javascript:x     | https://
                    list     | Visa             | is not a list
                    """, quoteCharacter = '~')
    void aValueOfAnotherFormIsNamedWithTheFormThatIsExpected(String kind, String value, String expected) {
        finds(fact(kind, value), "policies.yaml", 5, expected);
    }

    @Test
    void anUnknownKindIsAnsweredWithAllThatThereAre() {
        finds(fact("perid", "30 days"), "policies.yaml", 4, "'perid'", "period, money, percent");
    }

    @Test
    void anUnknownKeyIsNamedWithTheKnownOnes() {
        finds(
                fact("count", "3\n    value: 4"),
                "policies.yaml",
                6,
                "unknown key 'value'",
                "default, kind, markets, note, rule");
    }

    @Test
    void aKeyThatStandsTwiceIsNamedWhereItStandsAgain() {
        finds(fact("count", "3\n    default: 4"), "policies.yaml", 6, "'default' stands twice");
    }

    @Test
    void aFactThatStandsTwiceIsNamedWhereItStandsAgain() {
        String fact = """
                  some.fact:
                    rule: SOM-0%d
                    kind: count
                    default: 3
                """;
        finds(policies(fact.formatted(1) + fact.formatted(2)), "policies.yaml", 6, "'some.fact' stands twice");
    }

    @Test
    void aRuleOfTwoFactsIsNamedWithTheOtherFact() {
        String facts = fact("count", "3").text("policies.yaml");
        finds(
                folder().with(
                                "policies.yaml",
                                facts + facts.replace("facts:\n", "").replace("some", "other"))
                        .saying("You can return items."),
                "policies.yaml",
                7,
                "'SOM-01' is already that of some.fact",
                "choose another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"somefact", "Some.Fact", "some.fact.more", "some_thing.fact"})
    void aFactIsNamedByTopicAndName(String key) {
        FolderOnDisk folder = fact("count", "3").changing("policies.yaml", "some.fact", key);
        finds(folder, "policies.yaml", 2, "found the fact '" + key + "'", "expected topic.name");
    }

    @Test
    void aFactWithoutAnyValueIsNamed() {
        FolderOnDisk folder = fact("count", "3").changing("policies.yaml", "    default: 3\n", "");
        finds(folder, "policies.yaml", 4, "'some.fact' has no value", "add 'default:' or 'markets:'");
    }

    @Test
    void aMarketThatTheShopDoesNotSellToIsNamed() {
        FolderOnDisk folder = fact("count", "3\n    markets: {FR: 4}");
        finds(folder, "policies.yaml", 6, "'FR' is not a market of shop.yaml");
    }

    @Test
    void aValueOfOneMarketIsCheckedToo() {
        FolderOnDisk folder = fact("count", "3\n    markets:\n      DE: four");
        finds(folder, "policies.yaml", 7, "found 'four' for 'DE'", "expected a whole number such as '3'");
    }

    @Test
    void aValueThatWasForgottenIsNamed() {
        finds(fact("count", ""), "policies.yaml", 5, "'default' has no text", "write one value");
    }

    @Test
    void aFileWithoutFactsIsNamed() {
        finds(
                folder().with("policies.yaml", "fact:\n").saying("You can return items."),
                "policies.yaml",
                1,
                "unknown key 'fact'");
    }
}
