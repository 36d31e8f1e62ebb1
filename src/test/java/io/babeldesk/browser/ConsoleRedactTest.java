package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What should never have been written is taken out. Lines are those of docs/console.md. */
class ConsoleRedactTest extends ConsoleVocabulary {

    private static Locator sheet(Agent agent) {
        return agent.page.locator(".sheet.redact");
    }

    @Test
    @Line(33)
    void aMarkedPartGoesOnAllScreens() {
        Agent mara = agent("mara");
        Agent yusuf = agent("yusuf");
        mara.opens("Johanna Bergmann");
        yusuf.looksAt("All").opens("Johanna Bergmann");
        Locator turn = mara.turns().filter(new Locator.FilterOptions().setHasText("bis Freitag"));
        turn.hover();
        turn.locator(".redact").click();
        mara.axeFindsNothing("what has to go");
        Locator area = sheet(mara).locator("textarea");
        area.evaluate("""
                area => {
                  const from = area.value.indexOf('bis Freitag');
                  area.focus();
                  area.setSelectionRange(from, from + 'bis Freitag'.length);
                }""");
        assertThat(sheet(mara).locator("q")).hasText("bis Freitag");
        assertThat(mara.button("Remove for good")).isDisabled();
        sheet(mara).getByRole(AriaRole.CHECKBOX).check();
        mara.button("Remove for good").click();
        for (Agent agent : List.of(mara, yusuf)) {
            assertThat(agent.turns().last()).containsText(Pattern.compile("Sie müsste \\[removed] hier sein"));
            assertThat(agent.page.locator("body")).not().containsText("bis Freitag");
        }
    }

    @Test
    @Line(33)
    void byKeysAMessageIsChosenAndGoesWhole() {
        Agent mara = agent("mara", window(1440, 860).setLocale("ar").setColorScheme(ColorScheme.DARK));
        mara.opens("Johanna Bergmann");
        mara.page.keyboard().press("Control+k");
        mara.page.keyboard().type("إزالة نص");
        mara.page.keyboard().press("Enter");
        assertThat(sheet(mara)).isVisible();
        mara.axeFindsNothing("what has to go, from right to left");
        sheet(mara)
                .locator("select")
                .selectOption(mara.page
                        .locator(".sheet.redact option", new Page.LocatorOptions().setHasText("Same batch"))
                        .getAttribute("value"));
        assertThat(sheet(mara).locator("textarea")).hasValue(Pattern.compile("Same batch.*"));
        assertThat(sheet(mara).locator(".sum")).hasText("ستُزال الرسالة كلها مع ملفاتها.");
        sheet(mara).getByRole(AriaRole.CHECKBOX).check();
        mara.button("إزالة نهائية").click();
        assertThat(mara.page.locator(".turn.note .body")).hasText("[removed]");
    }
}
