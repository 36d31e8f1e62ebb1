package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes the pictures of docs/screenshots. Not among the tests: run it by {@code mvn -Dtest=Screenshots test}. */
class Screenshots extends ShopperVocabulary {

    private static final Path FOLDER = Path.of("docs", "screenshots");
    private static final String QUESTION = "How long do I have to return a jumper?";

    private ScriptedFeed feed;

    @BeforeEach
    void feedIsScripted() {
        feed = new ScriptedFeed(page);
    }

    private static Browser.NewContextOptions window(int width, int height, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private void uses(int width, int height, ColorScheme scheme) {
        shopperUses(window(width, height, scheme));
        feed = new ScriptedFeed(page);
    }

    private void take(String name) {
        page.waitForTimeout(150);
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    private void conversationBegins(String text) {
        feed.takesOver();
        shopperOpens("en", "GB");
        shopperAsks(text);
        page.waitForFunction("() => window.connections > 0");
        assertThat(page.locator(".pending")).hasCount(0);
    }

    @Test
    void closedOpenAndAnswered() {
        uses(1100, 800, ColorScheme.LIGHT);
        shopperVisits("en", "GB");
        take("01-closed");
        launcher().click();
        take("02-open");
        shopperAsks(QUESTION);
        answerShows("30 days");
        take("03-answer-with-source");
        answer().locator(".sources button").click();
        assertThat(sheet().locator(".body")).containsText("30 days");
        take("04-article");
        page.keyboard().press("Escape");
        panel().getByLabel("Options").click();
        take("05-options");
    }

    @Test
    void streaming() {
        uses(1100, 800, ColorScheme.LIGHT);
        conversationBegins("What do I do if my mug arrived broken?");
        feed.answerBegins("trn_a");
        feed.hints(
                "turn.delta",
                "{\"turn\":\"trn_a\",\"n\":0,\"text\":\"I am sorry about that. Please send us a photo of the mug and of the parcel within 14 days of delivery. \"}");
        take("06-streaming");
    }

    @Test
    void rightToLeft() {
        uses(1100, 800, ColorScheme.LIGHT);
        shopperOpens("ar", "SA");
        shopperAsks("كم يوم عندي لإرجاع الطلب LW-204481؟");
        assertThat(answer().locator(".body")).isVisible();
        take("07-right-to-left");
    }

    @Test
    void dark() {
        uses(1100, 800, ColorScheme.DARK);
        shopperOpens("de", "DE");
        shopperAsks("Wie lange dauert die Lieferung und was kostet sie?");
        answerShows("4,90");
        take("08-dark");
    }

    @Test
    void mobile() {
        uses(390, 780, ColorScheme.LIGHT);
        shopperOpens("ja", "JP");
        shopperAsks("返品は届いてから何日以内ですか？");
        answerShows("21");
        take("09-mobile");
    }

    @Test
    void offlineAndRefused() {
        lineIsCut();
        uses(1100, 800, ColorScheme.LIGHT);
        shopperOpens("en", "GB");
        shopperAsks(QUESTION);
        answerShows("30 days");
        page.route(
                "**/messages",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"code\":\"text-too-long\",\"detail\":\"The message is too long.\"}")));
        shopperAsks("What does standard delivery cost?");
        assertThat(page.locator(".pending")).containsText("Not sent");
        take("10-refused");
        page.unroute("**/messages");
        browser.setOffline(true);
        shopperAsks("And to Japan?");
        assertThat(page.locator(".banner")).containsText("offline");
        take("11-offline");
    }

    @Test
    void unreachable() {
        lineIsCut();
        uses(1100, 800, ColorScheme.LIGHT);
        page.route("**/api/v1/**", Route::abort);
        shopperVisits("en", "GB");
        launcher().click();
        take("12-unreachable");
    }

    @Test
    void handedOver() {
        uses(1100, 800, ColorScheme.LIGHT);
        conversationBegins("My order LW-204481 has not arrived and nobody answers my mails.");
        feed.tells("conversation.updated", "{\"state\":\"queued\",\"queue_position\":2}");
        take("13-queued");
        feed.tells("conversation.updated", "{\"state\":\"open\",\"agent\":{\"name\":\"Mara\"}}");
        feed.tells("turn.created", """
                {"turn":{"id":"trn_s","seq":1003,"author":"system","text":"Mara joined the chat","status":"complete"}}""");
        feed.agentSays(
                "trn_a", "Hello, this is Mara. I have read everything and asked the carrier; one moment, please.");
        feed.hints("typing", "{\"name\":\"Mara\"}");
        take("14-with-a-person");
        feed.tells("conversation.updated", "{\"state\":\"resolved\"}");
        take("15-ended");
    }

    @Test
    void longerTextsInGermanOnAPhone() {
        uses(360, 700, ColorScheme.DARK);
        shopperOpens("ru", "RU");
        panel().locator("header button").first().click();
        take("16-mobile-options");
    }
}
