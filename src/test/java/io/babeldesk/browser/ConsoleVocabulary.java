package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The words in which the tests of the console are written. Agents sign in to a desk that begins anew for each test. */
@ExtendWith(OpenShop.class)
abstract class ConsoleVocabulary {

    private static final double PATIENCE_MS = 20_000;
    /** What the browser itself says of answers that are meant: nobody is signed in yet, a colleague was faster. */
    private static final Pattern MEANT = Pattern.compile("Failed to load resource: .*|.*net::ERR_.*");

    private static StandIn standIn;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> opened = new ArrayList<>();

    OpenShop.Premises shop;
    StandIn desk;

    @BeforeAll
    static void startStandIn() {
        standIn = new StandIn();
    }

    @AfterAll
    static void stopStandIn() {
        standIn.close();
    }

    @BeforeEach
    void openDesk(OpenShop.Premises premises) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        shop = premises;
        desk = standIn;
        desk.plays("reset");
    }

    @AfterEach
    void closeBrowsers() {
        opened.forEach(BrowserContext::close);
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    /** What was complained of so far was meant. */
    void forgetComplaints() {
        complaints.clear();
    }

    static Browser.NewContextOptions window(int width, int height) {
        return new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    Agent agent(String username) {
        return agent(username, window(1440, 860));
    }

    /** Somebody at the desk, signed in, in a browser of her own. */
    Agent agent(String username, Browser.NewContextOptions options) {
        Agent agent = new Agent(newPage(options, desk.console()));
        // What is only hinted at, such as who looks, reaches nobody who is not there yet.
        agent.page.waitForResponse("**/agent/v1/events", () -> agent.signsIn(username, "x"));
        assertThat(agent.page.locator(".shell")).isVisible();
        return agent;
    }

    Page newPage(Browser.NewContextOptions options, String url) {
        BrowserContext context = shop.chromium().browser().newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        opened.add(context);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            boolean bad = List.of("error", "warning").contains(message.type());
            if (bad && !MEANT.matcher(message.text()).matches()) {
                complaints.add(message.text());
            }
        });
        page.navigate(url);
        return page;
    }

    /** One who works, by her browser. */
    static final class Agent {

        final Page page;

        Agent(Page page) {
            this.page = page;
        }

        void signsIn(String username, String password) {
            page.locator("input[name=username]").fill(username);
            page.locator("input[name=password]").fill(password);
            page.locator("button.primary").click();
        }

        Agent looksAt(String view) {
            page.locator(".views button", new Page.LocatorOptions().setHasText(view))
                    .click();
            return this;
        }

        Agent opens(String shopper) {
            row(shopper).click();
            assertThat(page.locator(".thread .who h2")).hasText(shopper);
            return this;
        }

        Locator row(String shopper) {
            return page.locator(".row", new Page.LocatorOptions().setHasText(shopper));
        }

        Locator count(String view) {
            return page.locator(".views button", new Page.LocatorOptions().setHasText(view))
                    .locator("output");
        }

        Locator composer() {
            return page.locator(".composer textarea");
        }

        Locator turns() {
            return page.locator(".turn:not(.pending)");
        }

        Locator pending() {
            return page.locator(".turn.pending");
        }

        Locator button(String name) {
            return page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        }

        /** Writes a reply and lets it go at once. */
        void replies(String text) {
            sends("Send now", text);
        }

        /** @param now what the button says that lets it go at once */
        void sends(String now, String text) {
            composer().fill(text);
            composer().press("Control+Enter");
            button(now).click();
        }

        void axeFindsNothing(String place) {
            // In the page itself: there are no frames, for which axe would need a page of its own each time.
            assertThat(Axe.violations(new AxeBuilder(page).setLegacyMode(true)))
                    .as(place)
                    .extracting(rule ->
                            rule.getId() + ": " + rule.getNodes().getFirst().getTarget() + " "
                                    + rule.getNodes().getFirst().getFailureSummary())
                    .isEmpty();
        }
    }
}
