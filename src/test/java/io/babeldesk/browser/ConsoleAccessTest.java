package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything by keyboard, for everyone, in each language. Lines are those of docs/console.md. */
class ConsoleAccessTest extends ConsoleVocabulary {

    @ParameterizedTest(name = "{0} {1} {2}x{3}")
    @CsvSource({"en-GB, LIGHT, 1440, 860", "ar, DARK, 360, 720"})
    @Line(35)
    void axeFindsNothing(String locale, ColorScheme scheme, int width, int height) {
        Agent door = new Agent(newPage(window(width, height).setLocale(locale).setColorScheme(scheme), desk.console()));
        assertThat(door.page.locator("input[name=username]")).isFocused();
        door.axeFindsNothing("the way in");
        Agent mara = agent("mara", window(width, height).setLocale(locale).setColorScheme(scheme));
        assertThat(mara.page.locator(".row").first()).isVisible();
        mara.axeFindsNothing("the queue");
        mara.opens("Johanna Bergmann");
        assertThat(mara.turns().first()).isVisible();
        desk.plays("typing");
        assertThat(mara.page.locator(".collision")).isVisible();
        mara.composer().fill("/");
        assertThat(mara.page.locator(".picker")).isVisible();
        mara.axeFindsNothing("a conversation with everything open");
        mara.composer().fill("");
        mara.page.locator(".modes .note").click();
        mara.composer().fill("@");
        assertThat(mara.page.locator(".picker")).isVisible();
        mara.axeFindsNothing("a note");
        mara.composer().press("Escape");
        mara.composer().press("Escape");
        mara.page.keyboard().press("t");
        assertThat(mara.page.locator("dialog[open]")).isVisible();
        mara.axeFindsNothing("the transfer");
        mara.page.keyboard().press("Escape");
        mara.page.keyboard().press("Shift+Slash");
        assertThat(mara.page.locator("dialog[open] .keys")).isVisible();
        mara.axeFindsNothing("the keys");
    }

    @Test
    @Line(35)
    void theListIsOneStopOfTheTabulatorAndArrowsMoveInIt() {
        Agent mara = agent("mara");
        mara.looksAt("All");
        Locator list = mara.page.locator(".list");
        assertThat(mara.row("Johanna Bergmann")).isVisible();
        list.focus();
        mara.page.keyboard().press("ArrowDown");
        assertThat(list).isFocused();
        assertThat(list).hasAttribute("aria-activedescendant", Pattern.compile("row-.*"));
        mara.page.keyboard().press("Enter");
        assertThat(mara.page.locator(".row[aria-selected=true] .name")).hasText("Johanna Bergmann");
        mara.page.keyboard().press("End");
        mara.page.keyboard().press("Enter");
        assertThat(mara.page.locator(".row[aria-selected=true]")).hasAttribute("aria-posinset", "7");
    }

    @Test
    @Line(35)
    void aWholeConversationWithoutAPointer() {
        Agent mara = agent("mara");
        mara.page.keyboard().press("2");
        assertThat(mara.row("نورة العتيبي")).isVisible();
        mara.page.keyboard().press("j");
        assertThat(mara.page.locator(".thread .who h2")).hasText("نورة العتيبي");
        mara.page.keyboard().press("c");
        assertThat(mara.page.locator(".thread .state")).hasText("Yours, reply needed");
        mara.page.keyboard().press("r");
        assertThat(mara.composer()).isFocused();
        mara.page.keyboard().type("سأتحقق من الأمر");
        mara.page.keyboard().press("Control+Enter");
        mara.button("Send now").press("Enter");
        assertThat(mara.turns().last()).containsText("سأتحقق من الأمر");
        assertThat(mara.page.locator(".thread .state")).hasText("Yours, waiting for the customer");
        mara.composer().press("Escape");
        mara.page.keyboard().press("e");
        assertThat(mara.page.locator(".thread .state")).containsText("Resolved by Mara Lind");
    }

    @Test
    @Line(34)
    void shortcutsRestWhileSheWritesAndCanBeTurnedOff() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.page.keyboard().press("n");
        mara.page.keyboard().type("eat here");
        assertThat(mara.composer()).hasValue("eat here");
        assertThat(mara.page.locator(".modes .note input")).isChecked();
        mara.page.locator(".modes .reply").click();
        assertThat(mara.composer()).hasValue("");
        mara.page.locator(".modes .note").click();
        assertThat(mara.page.locator(".thread .state")).hasText("Yours, reply needed");
        mara.composer().press("Escape");
        mara.page.keyboard().press("Shift+Slash");
        mara.page.locator("dialog[open] input[type=checkbox]").uncheck();
        mara.page.keyboard().press("Escape");
        mara.page.keyboard().press("e");
        mara.page.keyboard().press("t");
        assertThat(mara.page.locator("dialog[open]")).hasCount(0);
        assertThat(mara.page.locator(".thread .state")).hasText("Yours, reply needed");
        mara.page.keyboard().press("Control+k");
        assertThat(mara.page.locator("dialog.palette input")).isFocused();
        mara.page.keyboard().type("trans");
        assertThat(mara.page.locator("#commands [role=option]")).hasCount(1);
        mara.page.keyboard().press("Enter");
        assertThat(mara.page.locator("dialog[open] h2")).hasText("Transfer");
    }

    @Test
    @Line(43)
    void speaksTheBrowsersLanguageOrTheChosenOne() {
        Agent mara = agent("mara", window(1440, 860).setLocale("ar-EG"));
        assertThat(mara.page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(mara.page.locator(".views [aria-current]")).containsText("محادثاتي");
        double queue = mara.page.locator(".queue").boundingBox().x;
        assertThat(mara.page.locator(".thread").boundingBox().x)
                .as("the thread is left of the list")
                .isLessThan(queue);
        mara.page.locator(".me").click();
        mara.page.locator(".row-field select").selectOption("de");
        assertThat(mara.page.locator(".views [aria-current]")).containsText("Meine");
        mara.page.reload();
        assertThat(mara.page.locator(".views [aria-current]")).containsText("Meine");
        assertThat(mara.page.locator("html")).hasAttribute("lang", "de");
    }

    @Test
    @Line(43)
    void textOfTwiceTheSizeIsNotCutOff() {
        Agent mara = agent("mara", window(720, 430));
        mara.opens("Johanna Bergmann");
        assertThat(mara.composer()).isVisible();
        assertThat(mara.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void whoeverGotHerPasswordFromSomebodyElseChoosesOne() {
        Page page = newPage(window(1440, 860), desk.console());
        Agent fresh = new Agent(page);
        fresh.signsIn("mara", "wrong");
        assertThat(page.locator(".fault")).containsText("do not belong together");
        fresh.signsIn("mara", "first");
        page.locator("input[name=current]").fill("first");
        page.locator("input[name=chosen]").fill("a few good words");
        page.locator("input[name=repeated]").fill("a few good words");
        page.locator("button.primary").click();
        assertThat(page.locator(".shell")).isVisible();
    }
}
