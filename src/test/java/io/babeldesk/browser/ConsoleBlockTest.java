package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Who only wants to harm is kept out. Lines are those of docs/console.md. */
class ConsoleBlockTest extends ConsoleVocabulary {

    @Test
    @Line(33)
    void aLeadBlocksAndLiftsTheBlock() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.button("Block the customer").click();
        Locator sheet = mara.page.locator(".sheet.small");
        sheet.locator("textarea").fill("Insults everybody");
        sheet.getByLabel("A day").check();
        mara.axeFindsNothing("the block");
        mara.button("Block").click();
        assertThat(mara.page.locator(".thread .state")).containsText("Closed");
        Locator state = mara.page.locator(".panel .blocked");
        assertThat(state).containsText("Blocked until");
        assertThat(state).containsText("Insults everybody");
        mara.axeFindsNothing("whom is blocked");
        mara.page.locator(".me").click();
        mara.button("Administration").click();
        mara.button("Blocked customers").click();
        assertThat(mara.page.locator(".office .item.line")).containsText("Johanna Bergmann");
        mara.axeFindsNothing("all who are blocked");
        mara.page.locator(".office").getByText("Lift the block").click();
        assertThat(mara.page.locator(".office")).containsText("Nobody is blocked.");
        mara.page.keyboard().press("Escape");
        assertThat(state).hasCount(0);
    }

    @Test
    @Line(33)
    void whoMayNotBlockSeesNoWayTo() {
        Agent yusuf = agent("yusuf", window(1440, 860).setLocale("ar").setColorScheme(ColorScheme.DARK));
        yusuf.opens("Priya Nair");
        assertThat(yusuf.page.locator(".panel .link.block")).hasCount(0);
        yusuf.page.locator(".me").click();
        assertThat(yusuf.button("الإدارة")).hasCount(0);
    }
}
