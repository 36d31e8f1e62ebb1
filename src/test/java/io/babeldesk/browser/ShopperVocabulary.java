package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The words in which the browser tests are written. Each test has a visitor of its own, who was never there before. */
@ExtendWith(OpenShop.class)
abstract class ShopperVocabulary {

    /** For an answer on a busy machine; a quick one is not kept waiting. */
    private static final double PATIENCE_MS = 20_000;

    static final Browser.NewContextOptions DESKTOP =
            new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 800);
    /** What Chromium says of a request that failed: no fault of the page where the test cut the line. */
    private static final Pattern CUT = Pattern.compile("Failed to load resource: .*|.*net::ERR_.*");

    private final List<String> complaints = new ArrayList<>();
    private boolean lineIsCut;
    private int answersBefore;

    OpenShop.Premises shop;
    URI address;
    BrowserContext browser;
    Page page;

    @BeforeEach
    void openBrowser(OpenShop.Premises premises) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        shop = premises;
        address = premises.service().url();
        browser = newBrowser(DESKTOP);
        page = newPage();
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    /** Another window or taste than the usual. */
    void shopperUses(Browser.NewContextOptions options) {
        browser.close();
        browser = newBrowser(options);
        page = newPage();
    }

    private BrowserContext newBrowser(Browser.NewContextOptions options) {
        BrowserContext opened = shop.chromium().browser().newContext(options);
        opened.setDefaultTimeout(PATIENCE_MS);
        return opened;
    }

    Page newPage() {
        Page opened = browser.newPage();
        opened.onPageError(complaints::add);
        opened.onConsoleMessage(message -> {
            boolean harmless = lineIsCut && CUT.matcher(message.text()).matches();
            if (List.of("error", "warning").contains(message.type()) && !harmless) {
                complaints.add(message.text());
            }
        });
        return opened;
    }

    /** From here on, requests are meant to fail. */
    void lineIsCut() {
        lineIsCut = true;
    }

    void shopperVisits(String language, String market) {
        page.navigate(
                address.resolve("/?lang=" + language + "&market=" + market).toString());
        assertThat(launcher()).hasAttribute("aria-expanded", "false");
    }

    /** The country is not known. */
    void shopperOpens(String language) {
        shopperOpens(language, "");
    }

    void shopperOpens(String language, String market) {
        shopperVisits(language, market);
        launcher().click();
        assertThat(composer()).isFocused();
    }

    void shopperAsks(String text) {
        answersBefore = answers().count();
        composer().fill(text);
        composer().press("Enter");
    }

    /** A suggestion, or a question on the page. */
    void shopperTaps(Locator question) {
        answersBefore = answers().count();
        question.click();
    }

    /** The next answer. */
    Locator answer() {
        return answers().nth(answersBefore);
    }

    void answerShows(String text) {
        assertThat(answer().locator(".body")).containsText(text);
    }

    void answerCites(String title) {
        assertThat(answer().locator(".sources button")).hasText(title);
    }

    /** All that is said, in order, and nothing besides. */
    void conversationReads(String... parts) {
        assertThat(page.locator(".turn:not(.pending) .body")).containsText(parts);
        assertThat(page.locator(".turn")).hasCount(parts.length);
    }

    Locator answers() {
        return page.locator(".turn.assistant");
    }

    Locator launcher() {
        return page.locator(".launcher");
    }

    Locator panel() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator composer() {
        return panel().getByRole(AriaRole.TEXTBOX);
    }

    Locator starters() {
        return page.locator(".starters button");
    }

    /** An article, the options or how to reach the shop, over the conversation. */
    Locator sheet() {
        return page.locator(".sheet");
    }

    /** The heading of what is over the conversation. */
    Locator sheetTitle() {
        return sheet().getByRole(AriaRole.HEADING).first();
    }

    /** At the foot of the panel, whatever is above it. */
    Locator personButton() {
        return panel().getByRole(AriaRole.BUTTON).last();
    }

    static String widgetText(String language, String key) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("web-widget", "strings", language + ".json").toFile())
                .path(key)
                .asText();
    }
}
