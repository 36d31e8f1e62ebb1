package io.babeldesk.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.CaseField;
import io.babeldesk.knowledge.HandoffRules;
import io.babeldesk.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoffFaultsTest extends IntakeVocabulary {

    private static final String GOOD = """
            rules:
              lost-child:
                act: hand-over
                urgent: true
                phrases:
                  en: [lost my child, speak/talk .. police*]
            offers:
              anger: 0.6
              failed_turns: 2
            deadlines:
              first_response: 10 minutes
              warning: 0.5
            routing:
              capacity: 2
            csat:
              pause: 2 days
              except:
                labels: [test]
            fields:
              order:
                label: {en: Order number}
                type: text
                required: true
              why:
                label: {en: Why, de: Warum}
                type: choice
                choices:
                  late: {en: Late}
            """;

    private FolderOnDisk good() {
        return folder().with("handoff.yaml", GOOD);
    }

    @Test
    void withoutAFileTheRulesOfTheProgramHold() {
        HandoffRules rules = folder().read().edition().orElseThrow().handoff();
        assertThat(rules).isSameAs(HandoffReader.builtIn());
        assertThat(rules.rules())
                .extracting(HandoffRules.Rule::name)
                .containsExactly(
                        "self-harm", "threat", "product-safety", "payment-fraud", "legal-threat", "asked-person");
        assertThat(rules.help().texts()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void whatAShopWritesHoldsAndTheRestIsAsTheProgramHasIt() {
        isClean(good());
        HandoffRules rules = good().read().edition().orElseThrow().handoff();
        assertThat(rules.rules()).extracting(HandoffRules.Rule::name).containsExactly("lost-child");
        assertThat(rules.offers().failedTurns()).isEqualTo(2);
        assertThat(rules.deadlines().firstResponse()).isEqualTo(Duration.ofMinutes(10));
        assertThat(rules.deadlines().reopen()).isEqualTo(Duration.ofDays(7));
        assertThat(rules.routing().capacity()).isEqualTo(2);
        assertThat(rules.csat()).isEqualTo(new HandoffRules.Csat(true, Duration.ofDays(2), Set.of("test"), Set.of()));
        assertThat(rules.help()).isEqualTo(HandoffReader.builtIn().help());
        assertThat(HandoffReader.builtIn().fields()).isEmpty();
        assertThat(rules.fields()).extracting(CaseField::key).containsExactly("order", "why");
        assertThat(rules.fields()).extracting(CaseField::required).containsExactly(true, false);
        assertThat(rules.fields().getLast().label(Language.of("de"))).isEqualTo("Warum");
        assertThat(rules.fields().getLast().choices().getFirst().label(Language.of("de")))
                .isEqualTo("Late");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            act: hand-over             | act: call              |  3 | hand-over or help
            urgent: true               | urgent: maybe          |  4 | true or false
            lost-child:                | Lost_Child:            |  2 | a name of letters
            "en: [lost my child"       | "en: [.. lost my"      |  6 | words apart by blanks
            "en: [lost my child"       | "en: [lost! my"        |  6 | a/b, word* or ..
            anger: 0.6                 | anger: 6               |  8 | a number from 0 to 1
            failed_turns: 2            | failed_turns: two      |  9 | a whole number from 0 to 20
            10 minutes                 | ten minutes            | 11 | a time such as 15 minutes
            10 minutes                 | 0 minutes              | 11 | a time such as 15 minutes
            warning: 0.5               | warnings: 0.5          | 12 | unknown key 'warnings'
            capacity: 2                | capacity: 0            | 14 | a whole number from 1 to 100
            routing:                   | rooting:               | 13 | unknown key 'rooting'
            2 days                     | two days               | 16 | a time such as 15 minutes
            except:                    | expect:                | 17 | unknown key 'expect'
            "labels: [test]"           | "rules: [lost-dog]"    | 18 | the name of a rule of this file
            "  order:"                 | "  Order!:"            | 20 | 1 to 40 letters
            type: text                 | type: colour           | 22 | text, number, choice or yes-no
            required: true             | required: maybe        | 23 | true or false
            "label: {en: Why, de"      | "label: {en: Why, zzzz" | 25 | is not a language code
            "label: {en: Why, de: Warum}" | "label: {}"         | 25 | there is no label
            type: choice               | type: number           | 27 | only a choice has choices
            "late: {en: Late}"         | "Too late: {en: Late}" | 28 | 1 to 40 letters
            """)
    void eachFaultIsNamedWithItsLine(String good, String bad, int line, String words) {
        finds(good().changing("handoff.yaml", good, bad), "handoff.yaml", line, words);
    }

    @Test
    void helpWithoutItsPartsIsNamed() {
        FolderOnDisk bare = folder().with("handoff.yaml", "help:\n  texts:\n    de: Hilfe\n  lines:\n    ZZ: \"1\"\n");
        assertThat(bare.read().findings())
                .extracting(finding -> finding.line() + " " + finding.text())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("1 'elsewhere' is missing"),
                        two -> assertThat(two).startsWith("2 there is no English text"),
                        three -> assertThat(three).startsWith("3 the text has no {lines}"),
                        four -> assertThat(four).startsWith("5 'ZZ' is not a country code"));
    }

    @Test
    void aRuleWithoutPhrasesNeverFits() {
        assertThat(good().changing("handoff.yaml", "phrases:", "phrase:").read().findings())
                .extracting(finding -> finding.line() + " " + finding.text())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("2 the rule 'lost-child' has no phrases"),
                        two -> assertThat(two).startsWith("5 unknown key 'phrase'"));
    }

    @Test
    void aHolidayThatIsNoDateIsNamed() {
        finds(
                folder().changing("shop.yaml", "hours:\n", "hours:\n  holidays: [2026-12-25, 25.12.]\n"),
                "shop.yaml",
                12,
                "a date such as 2026-12-25");
    }

    /** What a shop starts from is what the program falls back on. */
    @Test
    void theDemonstrationShopsFileIsTheOneThatIsBuiltIn() throws Exception {
        assertThat(HandoffReader.class.getResourceAsStream("handoff.yaml"))
                .hasSameContentAs(Files.newInputStream(Path.of("knowledge-base/handoff.yaml")));
    }
}
