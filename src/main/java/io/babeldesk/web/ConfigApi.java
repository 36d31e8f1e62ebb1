package io.babeldesk.web;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the widget shows before anything was said, in the shopper's language. */
final class ConfigApi {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private final ShopFront shopFront;
    private final Messages messages;
    private final WidgetStrings strings;
    private final CallerLanguage callerLanguage;
    private final Visitors visitors;
    private final int textLimit;
    private final boolean identity;

    ConfigApi(
            ShopFront shopFront,
            Messages messages,
            CallerLanguage callerLanguage,
            Visitors visitors,
            int textLimit,
            boolean identity) {
        this.shopFront = shopFront;
        this.messages = messages;
        this.strings = new WidgetStrings();
        this.callerLanguage = callerLanguage;
        this.visitors = visitors;
        this.textLimit = textLimit;
        this.identity = identity;
    }

    record Config(
            String site,
            String name,
            String locale,
            String direction,
            Map<String, String> theme,
            String greeting,
            String disclosure,
            @Nullable String privacyUrl,
            Reach contact,
            Hours hours,
            LimitsOfInput limits,
            Features features,
            List<MarketName> markets,
            List<String> suggestions,
            List<String> locales,
            Map<String, String> strings) {}

    record Contact(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String url) {}

    /** @param blocks all of it, to be shown */
    record Reach(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String url,
            List<WireBlocks.Node> blocks) {}

    record Hours(String timeZone, String text, boolean open) {}

    record LimitsOfInput(int textLength, int fileBytes) {}

    record Features(boolean files, boolean handoff, boolean identity) {}

    record MarketName(String code, String name) {}

    void register(Routes routes) {
        routes.get("/api/v1/widget-config", this::get);
    }

    private void get(Context ctx) {
        visitors.admitAnyone(ctx, Limit.READ_PUBLIC);
        checkSite(Query.text(ctx, "site").orElseThrow(() -> Problem.parameter("site", "the name of the shop")));
        Optional<Language> wished = Query.language(ctx, "locale");
        if (wished.isEmpty()) {
            ctx.res().addHeader("Vary", "Accept-Language");
        }
        Config config = of(wished.or(() -> callerLanguage.preferred(ctx)));
        ctx.header("Cache-Control", "public, max-age=60");
        ctx.header("Content-Language", config.locale());
        Etags.answer(ctx, "application/json; charset=utf-8", Json.bytes(config));
    }

    /** @throws Problem unless it is the shop that this service serves */
    void checkSite(String site) {
        if (!site.equals(shopFront.shop().site())) {
            throw Problem.of(ProblemCode.UNKNOWN_SITE);
        }
    }

    Config of(Optional<Language> wished) {
        ShopFront.Shop shop = shopFront.shop();
        Language language = wished.filter(this::isSpoken).orElse(shop.defaultLanguage());
        ShopFront.Hours hours = shopFront.hours(language);
        Map<String, String> names = Map.of("shop", shop.name());
        return new Config(
                shop.site(),
                shop.name(),
                language.code(),
                RIGHT_TO_LEFT.contains(language.code()) ? "rtl" : "ltr",
                Map.of(),
                messages.say(language, "widget.greeting", names),
                messages.say(language, "widget.disclosure", names),
                shop.privacyPage().map(Object::toString).orElse(null),
                reach(contact(shop.contact()), hours.text()),
                new Hours(hours.timeZone(), hours.text(), hours.open()),
                new LimitsOfInput(textLimit, FileApi.FILE_BYTES),
                new Features(true, true, identity),
                shop.markets().stream().map(market -> named(market, language)).toList(),
                shopFront.starters(language),
                shop.languages().stream()
                        .filter(this::isWritten)
                        .map(Language::code)
                        .toList(),
                strings.of(language));
    }

    static Contact contact(ShopFront.Contact contact) {
        return new Contact(
                contact.email().orElse(null),
                contact.phone().orElse(null),
                contact.page().map(Object::toString).orElse(null));
    }

    private static Reach reach(Contact contact, String hours) {
        List<Block> blocks = new ArrayList<>();
        if (contact.email() != null) {
            blocks.add(link("mailto:" + contact.email(), contact.email()));
        }
        if (contact.phone() != null) {
            blocks.add(link("tel:" + contact.phone().replaceAll("[^+0-9]", ""), contact.phone()));
        }
        if (contact.url() != null) {
            blocks.add(link(contact.url(), contact.url()));
        }
        blocks.add(new Block.Paragraph(List.of(new Inline.Text(hours))));
        return new Reach(contact.email(), contact.phone(), contact.url(), WireBlocks.of(blocks));
    }

    private static Block link(String href, String label) {
        return new Block.Paragraph(List.of(new Inline.Link(href, List.of(new Inline.Text(label)))));
    }

    private boolean isWritten(Language language) {
        return !strings.of(language).isEmpty();
    }

    /** Languages of the widget that the shop has no articles in are spoken too: a greeting costs nothing. */
    private boolean isSpoken(Language language) {
        return shopFront.shop().languages().contains(language) || messages.has(language, "widget.greeting");
    }

    private static MarketName named(Market market, Language language) {
        return new MarketName(market.code(), Locale.of("", market.code()).getDisplayCountry(language.locale()));
    }
}
