package io.babeldesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.PassageRenderer.Rendering;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts put into a text; what a market does not have is left out. */
class PassageRendererTest {

    private static final String FACTS = """
            facts:
              all.same:
                rule: ALL-01
                kind: period
                default: 30 days
              all.differs:
                rule: ALL-02
                kind: period
                default: 30 days
                markets: {US: 45 days}
              german.only:
                rule: GER-01
                kind: period
                markets: {DE: 14 days}
            """;

    private final PassageRenderer renderer = new PassageRenderer(new FactWording(new Messages()));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path root;

    private Rendering render(String markdown, String market) {
        Edition edition = FolderOnDisk.in(root)
                .with("policies.yaml", FACTS)
                .saying(markdown)
                .edition();
        List<Block> template =
                edition.translations().getFirst().passages().getFirst().blocks();
        Optional<Market> known = market.isEmpty() ? Optional.empty() : Optional.of(new Market(market));
        return renderer.render(
                template,
                edition.policies(),
                Language.ENGLISH,
                known,
                edition.shop().markets());
    }

    private String text(String markdown, String market) {
        return PlainText.of(render(markdown, market).blocks());
    }

    @Test
    void statesTheFactOfTheMarket() {
        assertThat(text("Within {{all.differs}} please.", "US")).isEqualTo("Within 45 days please.");
        assertThat(text("Within {{all.differs}} please.", "DE")).isEqualTo("Within 30 days please.");
    }

    @Test
    void tellsWhichFactsItStatesAndByWhichRules() {
        Rendering rendering = render("Within {{all.differs}}, {{?all.same}} {{german.only}}.", "DE");
        assertThat(rendering.facts())
                .containsOnlyKeys("all.differs", "german.only")
                .containsEntry("german.only", "14 days");
        assertThat(rendering.rules()).containsEntry("all.differs", "ALL-02").containsEntry("german.only", "GER-01");
    }

    @Test
    void leavesOutAParagraphThatNamesAMissingFact() {
        String text = "First.\n\nWithin {{german.only}}.\n\nLast.";
        assertThat(text(text, "US")).isEqualTo("First.\n\nLast.");
        assertThat(text(text, "DE")).isEqualTo("First.\n\nWithin 14 days.\n\nLast.");
    }

    @Test
    void aFactInsideEmphasisOrALinkCountsForItsParagraph() {
        assertThat(text("A.\n\n**Within {{german.only}}** and [{{german.only}}](https://x.example).", "US"))
                .isEqualTo("A.");
        assertThat(text("**Within {{german.only}}** and [{{german.only}}](https://x.example).", "DE"))
                .isEqualTo("Within 14 days and 14 days.");
    }

    @Test
    void leavesOutAListItemAndWhatHangsBelowIt() {
        String list = "1. one\n2. two {{german.only}}\n   - below\n3. three";
        assertThat(text(list, "US")).isEqualTo("1. one\n2. three");
        assertThat(text(list, "DE")).contains("2. two 14 days", "below", "3. three");
    }

    @Test
    void leavesOutAListOfWhichNothingRemains() {
        assertThat(text("A.\n\n- {{german.only}}\n- {{german.only}} too", "US")).isEqualTo("A.");
    }

    @Test
    void leavesOutATableRowAndATableWithoutRows() {
        String table = "A.\n\n| what | how long |\n|---|---|\n| a | {{german.only}} |\n";
        assertThat(text(table, "US")).isEqualTo("A.");
        assertThat(text(table + "| b | {{all.same\\|genitive}} |\n", "US"))
                .isEqualTo("A.\n\nwhat | how long\nb | 30 days");
    }

    @Test
    void leavesOutAQuoteOfWhichNothingRemains() {
        assertThat(text("A.\n\n> {{german.only}}", "US")).isEqualTo("A.");
    }

    @Test
    void leavesOutAHeadingOfWhichNothingRemainsBelow() {
        String text = "A.\n\n### Germany\n\n{{german.only}}\n\n### All\n\n{{all.same}}";
        assertThat(text(text, "US")).isEqualTo("A.\n\nAll\n\n30 days");
        assertThat(text(text, "DE")).isEqualTo("A.\n\nGermany\n\n14 days\n\nAll\n\n30 days");
        assertThat(text("A.\n\n### Germany\n\n{{german.only}}", "US")).isEqualTo("A.");
    }

    @Test
    void leavesOutASectionOfWhichNothingRemains() {
        assertThat(render("{{german.only}}", "US").blocks()).isEmpty();
    }

    @Test
    void guardsDecideWithoutBeingShown() {
        String text = "{{?german.only}} In Germany.\n\n{{!german.only}} Elsewhere.";
        assertThat(text(text, "DE")).isEqualTo("In Germany.");
        assertThat(text(text, "US")).isEqualTo("Elsewhere.");
    }

    @Test
    void aGuardBeforeEmphasisAndInAListItemDecidesToo() {
        String text = "- {{?german.only}} **In** Germany.\n- {{!german.only}} Elsewhere.";
        assertThat(text(text, "DE")).isEqualTo("• In Germany.");
        assertThat(text(text, "US")).isEqualTo("• Elsewhere.");
    }

    @Test
    void needsTheMarketWhereAShownFactDiffers() {
        assertThat(render("{{all.differs}}", "").needsMarket()).isTrue();
        assertThat(render("{{german.only}}", "").needsMarket()).isTrue();
        assertThat(render("- a\n- {{german.only}}", "").needsMarket()).isTrue();
        assertThat(render("{{all.differs}}", "US").needsMarket()).isFalse();
    }

    @Test
    void needsNoMarketWhereNothingDiffers() {
        assertThat(render("Nothing to state.", "").needsMarket()).isFalse();
        assertThat(render("{{all.same}} {{shop.name}}", "").needsMarket()).isFalse();
        assertThat(text("{{all.same}} {{shop.name}}", "")).isEqualTo("30 days Larkwell");
    }

    @Test
    void aGuardNeedsTheMarketOnlyWhereTheFactExistsInSome() {
        assertThat(render("{{?german.only}} There.", "").needsMarket()).isTrue();
        assertThat(render("{{!german.only}} There.", "").needsMarket()).isTrue();
        assertThat(render("{{?all.differs}} Everywhere.", "").needsMarket()).isFalse();
        assertThat(text("{{?all.differs}} Everywhere.", "")).isEqualTo("Everywhere.");
    }

    @Test
    void contactsAreLinks() {
        Rendering rendering = render("{{contact.email}} {{contact.phone}} {{contact.page}}", "");
        assertThat(((Block.Paragraph) rendering.blocks().getFirst()).children())
                .filteredOn(inline -> inline instanceof Inline.Link)
                .extracting(inline -> ((Inline.Link) inline).href())
                .containsExactly(
                        "mailto:help@larkwell.example", "tel:+442079460958", "https://larkwell.example/contact");
        assertThat(PlainText.of(rendering.blocks()))
                .isEqualTo("help@larkwell.example +44 20 7946 0958 https://larkwell.example/contact");
    }

    @Test
    void amountsThatDifferOnlyInTheWayTheyAreWrittenAreTheSame() {
        Edition edition = FolderOnDisk.in(root)
                .with(
                        "policies.yaml",
                        "facts:\n  all.fee:\n    rule: F-1\n    kind: money\n    markets: {US: 5 USD, DE: 5.00 USD}\n")
                .saying("{{all.fee}}")
                .edition();
        assertThat(edition.policies()
                        .fact("all.fee")
                        .orElseThrow()
                        .differs(edition.shop().markets()))
                .isFalse();
    }
}
