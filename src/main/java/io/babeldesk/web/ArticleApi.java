package io.babeldesk.web;

import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The shop's articles, for whoever wants to read the source of an answer. */
final class ArticleApi {

    private final ShopFront shopFront;
    private final Visitors visitors;
    private final CallerLanguage callerLanguage;

    ArticleApi(ShopFront shopFront, Visitors visitors, CallerLanguage callerLanguage) {
        this.shopFront = shopFront;
        this.visitors = visitors;
        this.callerLanguage = callerLanguage;
    }

    record Shown(String article, String language, String title, List<WireBlocks.Node> blocks) {}

    void register(Routes routes) {
        routes.get("/api/v1/articles/{topic}/{slug}", this::show);
    }

    private void show(Context ctx) {
        visitors.admitAnyone(ctx, Limit.READ_PUBLIC);
        ShopFront.Shop shop = shopFront.shop();
        Optional<Language> wished = Query.language(ctx, "lang");
        if (wished.isEmpty()) {
            ctx.res().addHeader("Vary", "Accept-Language");
        }
        Optional<Market> market = Query.market(ctx, "market", shop.markets());
        Language language = wished.or(() -> callerLanguage.preferred(ctx)).orElse(shop.defaultLanguage());
        ShopFront.Article article = shopFront
                .article(ctx.pathParam("topic"), ctx.pathParam("slug"), language, market)
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_ARTICLE));
        ctx.header("Cache-Control", "public, max-age=60");
        ctx.header("Content-Language", article.language().code());
        Shown shown =
                new Shown(article.id(), article.language().code(), article.title(), WireBlocks.of(article.blocks()));
        Etags.answer(ctx, "application/json; charset=utf-8", Json.bytes(shown));
    }
}
