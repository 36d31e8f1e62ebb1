package io.babeldesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KbCommandsTest extends CommandsVocabulary {

    private static final String QUESTIONS = """
            language: en
            questions:
              - question: How long can I return things?
                market: US
                article: returns/return-window
                must_contain: [returns.window]
                must_not_say: [45 days]
              - question: What is the capital of Mongolia?
                refused: true
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path root;

    private int kb(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "kb";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--knowledge-base";
        all[all.length - 1] = root.toString();
        return run(all);
    }

    @Test
    void kbCheck_ofAGoodBaseSaysNothing() {
        FolderOnDisk.in(root);
        assertThat(kb("check")).isZero();
        assertThat(standardOutput()).isEmpty();
        assertThat(standardError()).isEmpty();
    }

    @Test
    void kbCheck_namesEachFaultOnALineAndFails() {
        FolderOnDisk.in(root)
                .saying("Within {{returns.widow}}.\n\nSee [x](article:no/such).")
                .changing("policies.yaml", "30 days", "a month");
        assertThat(kb("check")).isEqualTo(1);
        assertThat(standardOutput().lines())
                .containsExactly(
                        FolderOnDisk.ARTICLE
                                + ":7: there is no fact 'returns.widow' in policies.yaml; add it or correct the name",
                        FolderOnDisk.ARTICLE
                                + ":9: broken link: there is no article 'article:no/such'; correct or remove it",
                        "policies.yaml:5: found 'a month' for 'default', expected a period such as '30 days', "
                                + "'3-5 working days', '24 months' or '48 hours'; correct it");
    }

    @Test
    void kbCheck_ofAWarningSucceeds() {
        FolderOnDisk.in(root).saying("You have 30 days.");
        assertThat(kb("check")).isZero();
        assertThat(standardOutput()).startsWith(FolderOnDisk.ARTICLE + ":7: warning: found '30 days'");
    }

    @Test
    void kbCheck_countsTheTermsOfTheGlossaryAndNamesWhatALanguageLacks() {
        FolderOnDisk.in(root).with("glossary.yaml", """
                concepts:
                  refund:
                    en: [refund, money back]
                    de: [Erstattung]
                  label:
                    en: [label]
                """);
        assertThat(kb("check", "--glossary")).isZero();
        assertThat(standardOutput().lines())
                .containsExactly(
                        "glossary   concepts   terms  lacking",
                        "de                1       1  label",
                        "en                2       3  -");
    }

    @Test
    void kbCheck_missingFolder() {
        assertThat(run(
                        "kb",
                        "check",
                        "--knowledge-base",
                        root.resolve("nowhere").toString()))
                .isEqualTo(1);
        assertThat(standardOutput()).contains("there is no such folder");
    }

    @Test
    void theDemoBaseHasNoErrors() {
        assertThat(run("kb", "check")).as(standardOutput()).isZero();
    }

    @Test
    void kbTest_printsATableByLanguage() {
        FolderOnDisk.in(root).with("questions/en.yaml", QUESTIONS);
        assertThat(kb("test")).isZero();
        assertThat(standardOutput().lines().toList()).hasSize(5).satisfies(lines -> {
            assertThat(lines.get(0))
                    .matches("saved questions +questions +found % +foreign +declined% +unclear +asked % +broken");
            assertThat(lines.get(1)).matches("en +1 +100.0 +1 +100.0 +0 +0.0 +0");
            assertThat(lines.get(2)).matches("all +1 +100.0 +1 +100.0 +0 +0.0 +0");
            assertThat(lines.get(3)).startsWith("held out");
        });
        assertThat(standardError()).isEmpty();
    }

    @Test
    void kbTest_failsWhereAQuestionBreaksAndNamesItOnlyWhenAsked() {
        FolderOnDisk.in(root).with("questions/en.yaml", QUESTIONS.replace("[45 days]", "[30 days]"));
        assertThat(kb("test")).isEqualTo(1);
        assertThat(standardOutput()).doesNotContain("How long can I");
        assertThat(kb("test", "--verbose")).isEqualTo(1);
        assertThat(standardOutput())
                .contains("questions/en.yaml:3: How long can I return things? — says '30 days', which it must not");
    }

    @Test
    void kbTest_countsWhatMustBeAskedBack() {
        String withoutMarket = "  - question: How long can I return things?\n    asked_back: true\n";
        FolderOnDisk.in(root)
                .changing("policies.yaml", "default: 30 days", "markets: {US: 30 days, DE: 14 days}")
                .with("questions/en.yaml", QUESTIONS + withoutMarket);
        assertThat(kb("test")).isZero();
        assertThat(standardOutput().lines().toList().get(1)).matches("en +1 +100.0 +1 +100.0 +1 +100.0 +0");
    }

    @Test
    void kbTest_namesAFactThatTheReplyLacks() {
        FolderOnDisk.in(root).with("questions/en.yaml", QUESTIONS).saying("You can return items at any time.");
        assertThat(kb("test", "--verbose")).isEqualTo(1);
        assertThat(standardOutput()).contains("does not state returns.window");
    }

    @Test
    void kbTest_neverNamesAHeldOutQuestion() {
        FolderOnDisk.in(root).with("questions/held-out/en.yaml", QUESTIONS.replace("[45 days]", "[30 days]"));
        assertThat(kb("test", "--verbose")).isEqualTo(1);
        assertThat(standardOutput()).contains("held out").doesNotContain("How long can I");
    }

    @Test
    void kbTest_asJson() {
        FolderOnDisk.in(root).with("questions/en.yaml", QUESTIONS);
        assertThat(kb("test", "--json")).isZero();
        JsonNode row = json().at("/saved/en");
        assertThat(row.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("questions", "found", "foreign", "declined", "unclear", "asked", "broken");
        assertThat(row.path("found").asDouble()).isEqualTo(100);
        assertThat(json().path("held_out").path("all").path("questions").asInt())
                .isZero();
    }

    @Test
    void kbTest_setsConfidenceAgainstWhatIsRight() {
        FolderOnDisk.in(root).with("questions/en.yaml", QUESTIONS);
        assertThat(kb("test", "--reliability")).isZero();
        assertThat(standardOutput().lines().toList()).hasSize(5).satisfies(lines -> {
            assertThat(lines.get(0))
                    .matches("saved questions +questions +0-20 % .* 80-100 % +error +false answers% +false refusals%");
            assertThat(lines.get(1)).matches("en +2 +0 of 1 .*100 of 1.* 0.0 +0.0");
            assertThat(lines.get(3)).startsWith("held out");
        });
        assertThat(kb("test", "--json")).isZero();
        assertThat(json().at("/reliability/en/n").asInt()).isEqualTo(2);
        assertThat(json().at("/reliability/en/0-20/right").asDouble()).isZero();
        assertThat(json().at("/held_out_reliability/all/false_answer").isMissingNode())
                .isTrue();
    }

    @Test
    void kbTest_canPutItsQuestionsWithASlip() {
        FolderOnDisk.in(root).with("questions/en.yaml", QUESTIONS.replace("[45 days]", "[30 days]"));
        assertThat(kb("test", "--misspelt", "--verbose")).isEqualTo(1);
        assertThat(standardOutput()).contains("questions/en.yaml:3: ").doesNotContain("How long can I return things?");
    }

    @Test
    void kbTest_ofAFaultyBaseNamesTheFaultsOnStandardError() {
        FolderOnDisk.in(root).saying("Within {{returns.widow}}.");
        assertThat(kb("test")).isEqualTo(1);
        assertThat(standardOutput()).isEmpty();
        assertThat(standardError()).contains("mend them", "no fact 'returns.widow'");
    }
}
