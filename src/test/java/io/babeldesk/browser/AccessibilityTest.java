package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Page and widget, looked over by axe with all its rules in every state that a shopper meets. */
class AccessibilityTest extends ShopperVocabulary {

    @ParameterizedTest(name = "{0} {2} {3}x{4}")
    @CsvSource(delimiter = '|', textBlock = """
            en | GB | LIGHT | 1280 | 800 | How long do I have to return a jumper?        | 30 days
            de | DE | DARK  | 1280 | 800 | Wie lange kann ich einen Artikel zurückgeben? | 30 Tagen
            ar | SA | LIGHT | 1280 | 800 | كم يوم عندي لإرجاع المنتج؟                      | ١٥ يومًا
            ja | JP | LIGHT |  360 | 640 | 返品は届いてから何日以内ですか？                  | 21
            """)
    void nothingStandsInAnyonesWay(
            String language, String market, ColorScheme scheme, int width, int height, String question, String fact) {
        shopperUses(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height));
        shopperVisits(language, market);
        axeFindsNothing("the page with the panel closed");

        launcher().click();
        assertThat(composer()).isFocused();
        axeFindsNothing("the open panel");

        shopperAsks(question);
        answerShows(fact);
        axeFindsNothing("an answer");

        answer().locator(".sources button").click();
        assertThat(sheet().locator(".body")).containsText(fact);
        axeFindsNothing("an article");

        sheet().locator(".back").click();
        personButton().click();
        assertThat(sheet().locator("a[href^='tel:']")).isVisible();
        axeFindsNothing("how to reach a person");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the window")
                .isEqualTo(true);
    }

    private void axeFindsNothing(String place) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(place)
                .extracting(
                        rule -> rule.getId() + ": " + rule.getNodes().getFirst().getTarget() + " "
                                + rule.getNodes().getFirst().getFailureSummary())
                .isEmpty();
    }
}
