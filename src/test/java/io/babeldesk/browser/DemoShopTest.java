package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo shop's page, and the widget on pages that are not the service's own. */
class DemoShopTest extends ShopperVocabulary {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            en | Washed linen throw
            zh | 水洗亚麻盖毯
            es | Manta de lino lavado
            fr | Plaid en lin lavé
            de | Plaid aus gewaschenem Leinen
            it | Plaid in lino lavato
            pt | Manta de linho lavado
            ru | Плед из умягчённого льна
            ar | غطاء من الكتّان المغسول
            ja | ウォッシュドリネンのスロー
            ko | 워시드 리넨 스로우
            tr | Yıkanmış keten koltuk şalı
            """)
    void pageAndWidgetSpeakTheLanguageThatWasChosen(String language, String product) throws IOException {
        shopperOpens(language);

        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("html")).hasAttribute("dir", language.equals("ar") ? "rtl" : "ltr");
        assertThat(page.locator("h1")).hasText(product);
        assertThat(page.locator("#lang")).hasValue(language);
        assertThat(composer()).hasAttribute("placeholder", widgetText(language, "write"));
        assertThat(page.locator("[data-text]:empty:not([role=status])").count()).isZero();
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
            en | GB | £75
            de | DE | 85 €
            ja | JP | ￥13,500
            pt | BR | R$ 489
            """)
    void thePriceIsTheCountrysOwn(String language, String market, String price) {
        shopperVisits(language, market);

        assertThat(page.locator("[data-price=throw]")).hasText(price);
        assertThat(page.locator("#no-price")).isHidden();
    }

    @Test
    void noPriceIsShownBeforeACountryIsChosen() {
        shopperVisits("en", "");

        assertThat(page.locator("#no-price")).isVisible();
        assertThat(page.locator("[data-price=throw]")).isHidden();
    }

    @Test
    void anotherLanguageOfThePageKeepsTheConversation() {
        shopperOpens("en", "GB");
        shopperAsks("How long do I have to return a jumper?");
        answerShows("30 days");

        page.locator("#lang").selectOption("es");

        assertThat(page.locator("html")).hasAttribute("lang", "es");
        assertThat(page.locator("#market")).hasValue("GB");
        conversationReads("How long do I have to return a jumper?", "30 days");
        shopperAsks("¿Cuánto tiempo tengo para devolver un artículo?");
        answerShows("30 días");
    }

    @Test
    void whoeverChoosesALanguageFindsHerselfAtTheSamePlace() {
        shopperVisits("en", "GB");

        page.locator("#lang").selectOption("ar");

        assertThat(page.locator("html")).hasAttribute("lang", "ar");
        assertThat(page.locator("#lang")).isFocused();
    }

    @Test
    void theQuestionsOfThePageAreAnsweredInTheChat() {
        shopperVisits("tr", "TR");

        shopperTaps(page.locator("[data-text=returns_ask]"));

        answerShows("30 gün");
        conversationReads("Ürünü ne kadar süre içinde iade edebilirim?", "30 gün");
    }

    @Test
    void theThrowCanBeSeenInAnotherColourAndFromNearby() {
        shopperVisits("de", "DE");

        page.locator("#ink").check();
        page.locator(".thumbs button").nth(2).click();
        page.locator("#add").click();

        assertThat(page.locator("#colour-name")).hasText("Nachtblau");
        assertThat(page.locator(".stage use")).hasAttribute("href", "#weave");
        assertThat(page.locator("#count")).hasText("1");
        assertThat(page.locator("#added")).hasText("Liegt jetzt im Warenkorb.");
    }

    /** Everything is the service's own, and no script comes from within the page; not even types of the DOM are trusted. */
    @Test
    void worksUnderAStrictContentSecurityPolicyWithTrustedTypes() {
        page.route(address.resolve("/?**").toString().replace("?", "\\?"), DemoShopTest::withTrustedTypes);
        Response response = Objects.requireNonNull(
                page.navigate(address.resolve("/?lang=en&market=GB").toString()));
        assertThat(response.headerValue("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "require-trusted-types-for")
                .doesNotContain("unsafe");

        launcher().click();
        shopperAsks("How long do I have to return a jumper?");

        answerShows("30 days");
        answer().locator(".sources button").click();
        assertThat(sheet().locator(".body")).containsText("30 days");
    }

    private static void withTrustedTypes(Route route) {
        var response = route.fetch();
        Map<String, String> headers = new HashMap<>(response.headers());
        headers.computeIfPresent(
                "content-security-policy",
                (name, policy) -> policy + "; require-trusted-types-for 'script'; trusted-types 'none'");
        route.fulfill(new Route.FulfillOptions().setResponse(response).setHeaders(headers));
    }

    /** As docs tell a shop to do it, on a page whose own styles spare nothing. */
    @Test
    void theSnippetAloneIsEnoughOnAnotherOrigin() throws IOException {
        String shopPage = """
                <!doctype html><html lang="es"><head><meta charset="utf-8"><title>Tienda</title><link rel="icon" href="data:,">
                <style>* { all: unset !important; } html { font-size: 40px; }</style></head><body><h1>Tienda</h1>
                <script async src="%s/widget/v1.js" data-site="demo" data-locale="auto" data-market="US"></script>
                </body></html>""".formatted(address);
        try (ShopPage elsewhere = new ShopPage(shopPage)) {
            page.navigate(elsewhere.url());

            launcher().click();
            shopperAsks("¿Cuánto tiempo tengo para devolver un artículo?");

            answerShows("45 días");
            assertThat(composer()).hasCSS("font-size", "15px");
        }
    }

    @Test
    void aSecondSnippetChangesNothing() {
        shopperVisits("en", "GB");

        page.evaluate("""
                () => new Promise((done) => {
                  const script = document.createElement('script');
                  script.src = '/widget/v1.js?again';
                  script.onload = done;
                  document.body.append(script);
                })""");

        assertThat(launcher()).hasCount(1);
    }
}
