package io.babeldesk.web;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A small shop with one article in two languages. */
final class DemoShop implements ShopFront, ArticleFinder {

    static final String ARTICLE = "returns/return-window";

    private final List<Language> languages = List.of(Language.ENGLISH, Language.of("de"), Language.of("ar"));
    private volatile boolean broken;
    private volatile Optional<String> edition = Optional.of("edition-1");

    /** Every question to it fails from now on. */
    void breaks() {
        broken = true;
    }

    void losesItsKnowledgeBase() {
        edition = Optional.empty();
    }

    @Override
    public Shop shop() {
        return new Shop(
                "demo",
                "Larkwell",
                Language.ENGLISH,
                languages,
                List.of(new Market("DE"), new Market("US")),
                new Contact(
                        Optional.of("help@larkwell.example"),
                        Optional.of("+44 20 7946 0958"),
                        Optional.of(URI.create("https://larkwell.example/contact"))),
                Optional.of(URI.create("https://larkwell.example/privacy")));
    }

    @Override
    public Hours hours(Language language) {
        if (broken) {
            throw new IllegalStateException("broken on purpose");
        }
        return new Hours("Europe/Berlin", "Mon–Fri 8–20", true);
    }

    @Override
    public List<String> starters(Language language) {
        return List.of("How long can I return things?");
    }

    @Override
    public Optional<Article> article(String topic, String slug, Language language, Optional<Market> market) {
        if (!ARTICLE.equals(topic + "/" + slug)) {
            return Optional.empty();
        }
        boolean german = language.equals(Language.of("de"));
        return Optional.of(new Article(
                ARTICLE,
                german ? language : Language.ENGLISH,
                german ? "Wie lange kann ich zurückgeben?" : "How long can I return things?",
                everyBlock()));
    }

    /** Finds the one article by any word of its title. */
    @Override
    public List<Found> find(String words, Language typedIn, Language wished, Optional<Market> market) {
        return article("returns", "return-window", wished, market)
                .filter(one -> one.title().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .map(one -> new Found(
                        one.id(),
                        one.language(),
                        one.title(),
                        Optional.of("Exceptions"),
                        one.blocks(),
                        market.isEmpty(),
                        Optional.of(URI.create("https://larkwell.example/help/" + one.id()))))
                .stream()
                .toList();
    }

    @Override
    public Optional<String> edition() {
        return edition;
    }

    /** One of each kind that there is. */
    static List<Block> everyBlock() {
        List<Inline> words = List.of(
                new Inline.Text("Within "),
                new Inline.Strong(List.of(new Inline.Text("30 days"))),
                new Inline.Emphasis(List.of(new Inline.Text(" always "))),
                new Inline.Code("RMA-1"),
                new Inline.Link("https://larkwell.example", List.of(new Inline.Text("shop"))));
        Block paragraph = new Block.Paragraph(words);
        return List.of(
                paragraph,
                new Block.Heading(2, words),
                new Block.Bullets(false, List.of(List.of(paragraph))),
                new Block.Bullets(true, List.of(List.of(paragraph), List.of(paragraph))),
                new Block.Table(List.of(words, words), List.of(List.of(words, words))),
                new Block.Quote(List.of(paragraph)),
                new Block.CodeBlock("a < b"));
    }
}
