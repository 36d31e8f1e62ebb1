package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything can be done without a pointer. */
class KeyboardTest extends ShopperVocabulary {

    private static final int ENOUGH_TABS = 80;

    @Test
    @Line(29)
    void enterSendsAndShiftEnterBreaksTheLine() {
        shopperOpens("en", "GB");

        composer().pressSequentially("How long do I have");
        composer().press("Shift+Enter");
        composer().pressSequentially("to return a jumper?");
        assertThat(composer()).hasValue("How long do I have\nto return a jumper?");
        assertThat(page.locator(".turn")).hasCount(0);
        composer().press("Enter");

        assertThat(composer()).hasValue("");
        assertThat(composer()).isFocused();
        answerShows("30 days");
    }

    @Test
    @Line(29)
    void theEnterThatEndsAWordOfAnInputMethodDoesNotSend() {
        shopperOpens("ja", "JP");
        composer().fill("へんぴん");

        composer()
                .dispatchEvent(
                        "keydown", Map.of("key", "Enter", "isComposing", true, "bubbles", true, "cancelable", true));

        assertThat(composer()).hasValue("へんぴん");
        assertThat(page.locator(".turn")).hasCount(0);
    }

    @Test
    @Line(19)
    void escapeClosesAndGivesTheFocusBack() {
        shopperOpens("en", "GB");

        composer().press("Escape");

        assertThat(panel()).isHidden();
        assertThat(launcher()).isFocused();
        assertThat(launcher()).hasAttribute("aria-expanded", "false");
    }

    @Test
    @Line(20)
    void aWholeConversationWithoutAPointer() {
        shopperVisits("en", "GB");

        tabTo(launcher());
        page.keyboard().press("Enter");
        assertThat(composer()).isFocused();
        page.keyboard().type("How long do I have to return a jumper?");
        page.keyboard().press("Enter");
        answerShows("30 days");

        Locator source = answer().locator(".sources button");
        tabBackTo(source);
        page.keyboard().press("Enter");
        assertThat(sheetTitle()).isFocused();
        page.keyboard().press("Escape");
        assertThat(source).isFocused();
        tabTo(personButton());
        page.keyboard().press("Enter");
        assertThat(panel().locator(".turn.system")).isVisible();
        page.keyboard().press("Escape");
        assertThat(launcher()).isFocused();
    }

    @Test
    @Line(20)
    void theFocusStaysInsideAPanelThatFillsTheScreen() {
        shopperUses(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(360, 640));
        shopperOpens("en", "GB");

        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            String place = (String) page.evaluate("() => document.activeElement.tagName");
            assertThat(place).as("focus after %d tabs", i + 1).isIn("DIV", "BODY");
        }

        composer().press("Escape");
        assertThat(launcher()).isFocused();
    }

    private void tabTo(Locator target) {
        press("Tab", target);
    }

    private void tabBackTo(Locator target) {
        press("Shift+Tab", target);
    }

    private void press(String key, Locator target) {
        for (int i = 0; i < ENOUGH_TABS && !hasFocus(target); i++) {
            page.keyboard().press(key);
        }
        assertThat(target).isFocused();
    }

    private static boolean hasFocus(Locator target) {
        return (Boolean) target.evaluate("element => element.getRootNode().activeElement === element");
    }
}
