package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Page and widget, looked over by axe with all its rules in every state that a shopper meets. */
class AccessibilityTest extends ShopperVocabulary {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** The element on which the widget hangs. */
    private static final String WIDGET = "html > div";

    @ParameterizedTest(name = "{0} {2} {3}x{4}")
    @CsvSource(delimiter = '|', textBlock = """
            en | GB | LIGHT | 1280 | 800 | How long do I have to return a jumper?        | 30 days
            de | DE | DARK  | 1280 | 800 | Wie lange kann ich einen Artikel zurückgeben? | 30 Tagen
            ar | SA | LIGHT | 1280 | 800 | كم يوم عندي لإرجاع المنتج؟                      | ١٥ يومًا
            ja | JP | LIGHT |  360 | 640 | 返品は届いてから何日以内ですか？                  | 21
            """)
    @Line(23)
    void nothingStandsInAnyonesWay(
            String language, String market, ColorScheme scheme, int width, int height, String question, String fact) {
        shopperUses(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height));
        shopperVisits(language, market);
        axeFindsNothing("the page with the panel closed", new AxeBuilder(page));

        launcher().click();
        assertThat(composer()).isFocused();
        axeFindsNothing("the page with the open panel", new AxeBuilder(page));

        shopperAsks(question);
        answerShows(fact);
        axeFindsNothing("an answer");

        answer().locator(".sources button").click();
        assertThat(sheet().locator(".body")).containsText(fact);
        axeFindsNothing("an article");

        sheet().locator(".back").click();
        personButton().click();
        assertThat(panel().locator(".turn.system")).isVisible();
        axeFindsNothing("waiting for a person");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the window")
                .isEqualTo(true);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    @Line(23)
    void whatGoesWrongStandsInNobodysWay(ColorScheme scheme) throws IOException {
        lineIsCut();
        shopperUses(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1280, 800));
        shopperOpens("en", "GB");
        shopperPicks("large.pdf", new byte[8_000_001]);
        assertThat(sheet().getByRole(AriaRole.ALERT)).isVisible();
        axeFindsNothing("a file that is too large");

        page.keyboard().press("Escape");
        serviceRefuses("**/messages", "text-too-long", "The message is too long.");
        shopperAsks("How long do I have to return a jumper?");
        assertThat(page.locator(".pending")).containsText("Not sent");
        browser.setOffline(true);
        assertThat(page.locator(".banner")).containsText("offline");
        axeFindsNothing("a message that was refused, and no line");

        browser.setOffline(false);
        page.evaluate("() => localStorage.clear()");
        page.route("**/api/v1/**", Route::abort);
        page.reload();
        launcher().click();
        assertThat(panel()).containsText("Offline");
        axeFindsNothing("no service");
    }

    private void axeFindsNothing(String place) {
        axeFindsNothing(place, new AxeBuilder(page).include(WIDGET));
    }

    private void axeFindsNothing(String place, AxeBuilder axe) {
        // In the page itself: there are no frames, for which axe would need a page of its own each time.
        AxeResults found = Axe.brief(axe).withTags(RULES).setLegacyMode(true).analyze();
        assertThat(found.getPasses())
                .as("what was looked at")
                .extracting(Rule::getId)
                .contains("button-name");
        assertThat(found.getViolations())
                .as(place)
                .extracting(
                        rule -> rule.getId() + ": " + rule.getNodes().getFirst().getTarget() + " "
                                + rule.getNodes().getFirst().getFailureSummary())
                .isEmpty();
    }
}
