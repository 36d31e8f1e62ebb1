package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is seen: sizes, colours, directions, small and odd screens. */
class LooksTest extends ShopperVocabulary {

    private static final Pattern TEXT = Pattern.compile("(\"[\\w.]+\":\")([^\"{}]{3,})(\")");

    /** Elements of the panel whose content does not fit, or that stick out of the window. */
    private static final String CLIPPED = """
            () => [...document.documentElement.lastElementChild.shadowRoot.querySelectorAll('dialog *')]
              .filter((e) => e.checkVisibility() && !e.closest('.hidden, svg'))
              .filter((e) => {
                const { left, right } = e.getBoundingClientRect();
                const cut = e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' && getComputedStyle(e).overflowX !== 'auto';
                return cut || left < -1 || right > innerWidth + 1;
              })
              .map((e) => e.className + ': ' + e.textContent.slice(0, 40))
            """;

    /** Contrast of two CSS colours (WCAG 2.2). */
    private static final String CONTRAST = """
            ([front, back]) => {
              const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
              const light = (colour) => {
                pen.fillStyle = colour;
                pen.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const [low, high] = [light(front), light(back)].sort((a, b) => a - b);
              return (high + 0.05) / (low + 0.05);
            }""";

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            de | DE | 1280 | Wie lange kann ich einen Artikel zurückgeben?
            ar | SA |  360 | كم يوم عندي لإرجاع المنتج؟
            ja | JP |  360 | 返品は届いてから何日以内ですか？
            ru | RU |  360 | Сколько дней у меня есть, чтобы вернуть товар?
            th | US |  360 | How long do I have to return an item?
            longer | GB | 320 | How long do I have to return an item?
            """)
    @Line({18, 26})
    void nothingIsClipped(String language, String market, int width, String question) {
        shopperUses(new Browser.NewContextOptions().setViewportSize(width, 640));
        boolean longer = language.equals("longer");
        if (longer) {
            page.route(
                    "**/widget-config?*",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody(lengthened(route.fetch().text()))));
        }
        shopperOpens(longer ? "en" : language, market);
        assertThat((List<?>) page.evaluate(CLIPPED)).isEmpty();
        shopperAsks(question);
        assertThat(answer().locator(".body")).isVisible();
        assertThat((List<?>) page.evaluate(CLIPPED)).isEmpty();
        panel().locator("header button").first().click();
        assertThat((List<?>) page.evaluate(CLIPPED)).isEmpty();
    }

    /** English with accents, and 40 % longer. */
    private static String lengthened(String config) {
        Matcher text = TEXT.matcher(config);
        return text.replaceAll(match -> Matcher.quoteReplacement(match.group(1)
                + match.group(2).replace('a', 'á').replace('e', 'ê').replace('o', 'ö')
                + " ~" + "ñ".repeat(match.group(2).length() * 2 / 5) + match.group(3)));
    }

    @Test
    @Line(16)
    void whatReadsFromLeftToRightDoesSoInArabicToo() {
        shopperOpens("ar", "SA");
        assertThat(panel()).hasCSS("direction", "rtl");

        shopperAsks("أين طلبي 204481-7 ورقمي +44 20 7946 0958 في https://larkwell.example/a-b ؟");

        Locator own = page.locator(".turn.shopper:not(.pending) bdi[dir=ltr]");
        assertThat(own).hasText(new String[] {"204481-7", "+44 20 7946 0958", "https://larkwell.example/a-b"});
        assertThat(page.locator(".turn.shopper .body")).hasAttribute("dir", "auto");
        Locator launcher = launcher();
        assertThat(launcher.boundingBox().x).as("mirrored").isLessThan(200);
    }

    @Test
    @Line(17)
    void timesAreTheShoppersOwn() {
        shopperUses(new Browser.NewContextOptions().setTimezoneId("Asia/Tokyo").setViewportSize(1280, 800));
        page.clock().setFixedTime("2026-03-10T23:30:00Z");
        page.route(
                "**/messages",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("""
                        {"data":[{"id":"trn_1","seq":1,"author":"shopper","text":"a","created_at":"2026-03-10T14:30:00Z"},
                                 {"id":"trn_2","seq":2,"author":"assistant","text":"b","created_at":"2026-03-10T23:29:00Z"}]}""")));
        page.addInitScript("localStorage.setItem('babeldesk:demo:conversation', '\"cnv_1\"')");
        page.route(
                "**/conversations/cnv_1",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"id\":\"cnv_1\",\"state\":\"assistant\"}")));
        page.route("**/events", Route::abort);
        lineIsCut();

        shopperOpens("ja", "JP");

        assertThat(page.locator(".turn.shopper")).containsText("昨日 23:30");
        assertThat(page.locator(".turn.assistant")).containsText("8:29");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    @Line(24)
    void textAndControlsAreLegibleWithEveryAccent(ColorScheme scheme) {
        shopperUses(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(1280, 800));
        shopperOpens("en", "GB");
        composer().fill("x");
        for (String accent : List.of(
                "#0e6b5e",
                "#ffff00",
                "#ffffff",
                "#000000",
                "#ff0000",
                "#00ff00",
                "#7fffd4",
                "#ff00ff",
                "#ddd",
                "no colour")) {
            page.evaluate("(accent) => babeldesk('theme', { accent })", accent);
            String surface = css(panel(), "backgroundColor");
            String filled = css(launcher(), "backgroundColor");
            assertThat(contrast(css(launcher(), "color"), filled))
                    .as("launcher in " + accent)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(css(starters().first(), "color"), surface))
                    .as("link in " + accent)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(css(page.locator(".composer"), "outlineColor"), surface))
                    .as("ring in " + accent)
                    .isGreaterThanOrEqualTo(3);
        }
        String surface = css(panel(), "backgroundColor");
        assertThat(contrast(css(page.locator(".composer"), "borderTopColor"), surface))
                .isGreaterThanOrEqualTo(3);
        assertThat(contrast(css(panel().locator("header p"), "color"), surface)).isGreaterThanOrEqualTo(4.5);
    }

    private String css(Locator element, String property) {
        return (String) element.evaluate("(element, property) => getComputedStyle(element)[property]", property);
    }

    private double contrast(String front, String back) {
        return ((Number) page.evaluate(CONTRAST, List.of(front, back))).doubleValue();
    }

    @Test
    @Line(25)
    void whatIsToBeTouchedIsLargeEnough() {
        shopperOpens("en", "GB");
        shopperAsks("How long do I have to return a jumper?");
        answerShows("30 days");
        for (Locator button :
                panel().locator("button:visible:not(.body button)").all()) {
            assertThat(button.boundingBox().height).as(button.textContent()).isGreaterThanOrEqualTo(24);
            assertThat(button.boundingBox().width).as(button.textContent()).isGreaterThanOrEqualTo(24);
        }
        for (Locator primary :
                List.of(launcher(), personButton(), panel().getByLabel("Send"), panel().getByLabel("Close chat"))) {
            assertThat(primary.boundingBox().height).as(primary.textContent()).isGreaterThanOrEqualTo(44);
        }
        answer().locator(".sources button").focus();
        assertThat(answer().locator(".sources button").boundingBox().y + 20)
                .as("focus is not under the composer")
                .isLessThan(page.locator(".composer").boundingBox().y);
    }

    @Test
    @Line(26)
    void largeTextAndWideSpacingLoseNothing() {
        shopperUses(new Browser.NewContextOptions().setViewportSize(320, 256));
        shopperOpens("en", "GB");
        page.evaluate("""
                () => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
                  document.documentElement.lastElementChild.shadowRoot.adoptedStyleSheets.push(sheet);
                }""");

        shopperAsks("How long do I have to return a jumper?");

        answerShows("30 days");
        assertThat((List<?>) page.evaluate(CLIPPED)).isEmpty();
        assertThat(composer()).isInViewport();
        assertThat(personButton()).isInViewport();
    }

    @Test
    @Line(26)
    void whoZoomsInWhileTheChatIsOpenGetsAllOfTheWindow() {
        shopperOpens("en", "GB");

        page.setViewportSize(320, 256);

        assertThat(panel()).hasCSS("width", "320px");
        assertThat(composer()).isFocused();
    }

    @Test
    @Line(27)
    void motionAndColoursFollowTheSystem() {
        shopperUses(new Browser.NewContextOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setForcedColors(ForcedColors.ACTIVE)
                .setViewportSize(1280, 800));
        shopperOpens("en", "GB");

        assertThat(panel()).hasCSS("animation-name", "none");
        assertThat(launcher()).hasCSS("border-top-width", "1px");
        assertThat(css(launcher().locator("svg:visible"), "stroke")).isNotEqualTo("none");
    }

    @Test
    @Line(28)
    void aSmallScreenIsFilledAboveTheKeyboard() {
        shopperUses(new Browser.NewContextOptions().setViewportSize(360, 640));
        shopperOpens("en", "GB");
        assertThat(panel()).hasCSS("width", "360px");
        assertThat(composer()).hasCSS("font-size", "16px");

        page.evaluate("""
                () => {
                  Object.defineProperty(visualViewport, 'height', { value: 340 });
                  visualViewport.dispatchEvent(new Event('resize'));
                }""");

        assertThat(panel()).hasCSS("height", "340px");
        assertThat(composer().boundingBox().y).isLessThan(340);
        Page sideways = newPage();
        sideways.setViewportSize(700, 400);
        sideways.navigate(page.url());
        sideways.locator(".launcher").click();
        assertThat(sideways.locator("dialog")).hasCSS("width", "700px");
    }
}
