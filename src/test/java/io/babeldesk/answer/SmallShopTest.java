package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop with articles that hold for a time, in one market, or are not written in every language. */
class SmallShopTest extends AnswerVocabulary {

    private static final String TEA = "articles/shop/tea/en.md";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path root;

    @SuppressWarnings("NullAway.Init") // set before each test
    private FolderOnDisk folder;

    @BeforeEach
    void write() {
        folder = FolderOnDisk.in(root)
                .changing("shop.yaml", "[en]", "[en, de]")
                .with(TEA, tea("", "Which teapots do you sell?", "We sell porcelain teapots."));
    }

    private static String tea(String keys, String title, String body) {
        return """
               ---
               id: shop/tea
               title: %s
               questions: [%s, do you have teapots, what teapots are there]
               %s---

               %s
               """.formatted(title, title, keys, body);
    }

    private Reply asked(String question, String page, String market) {
        shop = open(folder.edition());
        return shopperSays(question, page, market);
    }

    private static void isAnswered(Reply reply) {
        assertThat(reply).as(text(reply)).isInstanceOf(Reply.Answered.class);
        assertThat(source(reply).article()).isEqualTo("shop/tea");
    }

    private static void isNotAnswered(Reply reply) {
        assertThat(reply).isNotInstanceOf(Reply.Answered.class);
        assertThat(reply.saying().provenance().hits())
                .noneMatch(hit -> hit.article().equals("shop/tea"));
    }

    @ParameterizedTest
    @CsvSource({
        "effective_from: 2026-12-01, true",
        "effective_from: 2026-12-02, false",
        "effective_until: 2026-12-01, true",
        "effective_until: 2026-11-30, false",
        "market: DE, true",
        "market: [US], false"
    })
    void anArticleIsCitedOnlyWhenAndWhereItHolds(String key, boolean holds) {
        folder.with(TEA, tea(key + "\n", "Which teapots do you sell?", "We sell porcelain teapots."));
        Reply reply = asked("Which teapots do you sell?", "en", "DE");
        if (holds) {
            isAnswered(reply);
        } else {
            isNotAnswered(reply);
        }
    }

    @Test
    void anArticleThatIsMissingInOneLanguageComesInTheDefaultOne(@TempDir Path other) {
        folder = FolderOnDisk.copyOf(Path.of("knowledge-base"), other)
                .without("articles/warranty/warranty-repair/de.md")
                .without("articles/warranty/trade-in-repair/de.md");
        Reply reply = asked("Wie lange habe ich Garantie?", "de", "DE");
        assertThat(source(reply).article()).isEqualTo("warranty/warranty-repair");
        assertThat(source(reply).language()).isEqualTo(Language.ENGLISH);
        assertThat(reply.saying().language()).isEqualTo(Language.of("de"));
        assertThat(text(reply).lines().findFirst().orElseThrow())
                .contains("Englisch")
                .endsWith(":");
        assertThat(source(asked("Wie lange kann ich etwas zurückgeben?", "de", "DE"))
                        .language())
                .isEqualTo(Language.of("de"));
    }

    @Test
    void aPassageOfWhichNothingHoldsInTheMarketIsNotCited() {
        folder.with(
                        "policies.yaml",
                        folder.text("policies.yaml")
                                + "  tea.price:\n    rule: TEA-1\n    kind: money\n    markets: {US: 5.00 USD}\n")
                .with(TEA, tea("", "Which teapots do you sell?", "A teapot costs {{tea.price}}."));
        assertThat(text(asked("Which teapots do you sell?", "en", "US"))).isEqualTo("A teapot costs $5.00.");
        assertThat(text(asked("Which teapots do you sell?", "en", "DE"))).doesNotContain("costs");
    }
}
