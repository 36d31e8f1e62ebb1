package io.babeldesk.web;

import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.language.Language;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop's articles for agents who answer with them: found by words, in the shopper's language and for her country. */
final class ArticleSearchApi {

    private static final int LONGEST = 200;

    private final ArticleFinder finder;
    private final ShopFront front;
    private final CallerLanguage callerLanguage;

    ArticleSearchApi(ArticleFinder finder, ShopFront front, CallerLanguage callerLanguage) {
        this.finder = finder;
        this.front = front;
        this.callerLanguage = callerLanguage;
    }

    record Listed(List<One> data) {}

    /**
     * @param text plain, with the facts of her country
     * @param page where the shop shows it
     */
    record One(
            String article,
            String language,
            String title,
            @Nullable String heading,
            String text,
            boolean needsMarket,
            @Nullable String page) {}

    void register(Routes routes) {
        routes.get("/agent/v1/articles", this::search);
    }

    private void search(Context ctx) {
        String words = Query.text(ctx, "q").orElse("");
        if (words.length() > LONGEST) {
            throw Problem.parameter("q", "at most " + LONGEST + " characters");
        }
        ShopFront.Shop shop = front.shop();
        Language wished = Query.language(ctx, "lang").orElse(shop.defaultLanguage());
        Optional<Market> market = Query.market(ctx, "market", shop.markets());
        Json.answer(
                ctx,
                200,
                new Listed(finder.find(words, callerLanguage.of(ctx), wished, market).stream()
                        .map(ArticleSearchApi::wire)
                        .toList()));
    }

    private static One wire(ArticleFinder.Found found) {
        return new One(
                found.article(),
                found.language().code(),
                found.title(),
                found.heading().orElse(null),
                PlainText.of(found.blocks()),
                found.needsMarket(),
                found.page().map(URI::toString).orElse(null));
    }
}
