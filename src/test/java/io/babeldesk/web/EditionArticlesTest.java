package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.index.DemoIndex;
import io.babeldesk.knowledge.index.PassageIndex;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.retrieval.Retriever;
import io.babeldesk.web.ArticleFinder.Found;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an agent finds in the demo shop's articles. */
class EditionArticlesTest {

    private static final Language GERMAN = Language.of("de");
    private static final Language ARABIC = Language.of("ar");
    private static final Optional<Market> AT_HOME = Optional.of(new Market("DE"));

    private static final PassageIndex INDEX = DemoIndex.open();
    private static final KnowledgeBase BASE = new KnowledgeBase(INDEX, _ -> {});
    private static final EditionArticles ARTICLES = new EditionArticles(
            BASE,
            new Retriever(Clock.systemUTC()),
            new PassageRenderer(new FactWording(new Messages())),
            Optional.of("https://larkwell.example/{language}/help/{article}"),
            Clock.systemUTC());

    static {
        BASE.publish(new KnowledgeFolder(Path.of("knowledge-base"), Clock.systemUTC())
                .read()
                .edition()
                .orElseThrow());
    }

    @AfterAll
    static void close() {
        BASE.close();
        INDEX.close();
    }

    private static Found first(String words, Language typedIn, Language wished, Optional<Market> market) {
        return ARTICLES.find(words, typedIn, wished, market).getFirst();
    }

    @Test
    void findsWhatTheArticleSaysInTheShoppersLanguageAndCountry() {
        Found found = first("wie lange kann ich etwas zurückgeben", Language.ENGLISH, GERMAN, AT_HOME);
        assertThat(found.article()).isEqualTo("returns/return-window");
        assertThat(found.language()).isEqualTo(GERMAN);
        assertThat(PlainText.of(found.blocks())).containsPattern("\\d+ Tage").doesNotContain("{{");
        assertThat(found.needsMarket()).isFalse();
        assertThat(found.page()).contains(URI.create("https://larkwell.example/de/help/returns/return-window"));
    }

    @Test
    void findsItAlsoByWordsOfTheAgentsOwnLanguage() {
        Found found =
                first("how long do I have to return an item", Language.ENGLISH, ARABIC, Optional.of(new Market("SA")));
        assertThat(found.article()).startsWith("returns/");
        assertThat(found.language()).isEqualTo(ARABIC);
    }

    @Test
    void findsATitleByAWordThatIsHalfTyped() {
        assertThat(ARTICLES.find("retu", Language.ENGLISH, Language.ENGLISH, AT_HOME))
                .isNotEmpty()
                .allMatch(found ->
                        found.title().toLowerCase(java.util.Locale.ROOT).contains("retu"));
    }

    @Test
    void anArticleThatIsNotWrittenInThatLanguageComesInTheDefault() {
        assertThat(first("how long do I have to return an item", Language.ENGLISH, Language.of("nl"), AT_HOME)
                        .language())
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void withNothingToLookForItOffersWhatShoppersAreOffered() {
        assertThat(ARTICLES.find(" ", GERMAN, GERMAN, AT_HOME))
                .extracting(Found::article)
                .containsExactly(
                        "delivery/track-order",
                        "returns/return-window",
                        "refunds/refund-times",
                        "delivery/delivery-times-costs");
    }

    @Test
    void saysWhereItDependsOnACountryThatIsNotKnown() {
        assertThat(ARTICLES.find("delivery times and costs", Language.ENGLISH, Language.ENGLISH, Optional.empty()))
                .anyMatch(Found::needsMarket);
    }
}
