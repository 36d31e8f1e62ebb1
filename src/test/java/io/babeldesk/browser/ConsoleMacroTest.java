package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Several actions at once, in one conversation and in many. Lines are those of docs/console.md. */
class ConsoleMacroTest extends ConsoleVocabulary {

    private static Locator results(Agent agent) {
        return agent.page.locator(".sheet.batch .results > li");
    }

    private static Locator sum(Agent agent) {
        return agent.page.locator(".sheet.batch .sum");
    }

    private static Locator selected(Agent agent) {
        return agent.page.locator(".row[aria-selected=true]");
    }

    private static void picks(Agent agent, String shopper) {
        agent.row(shopper).hover();
        agent.row(shopper).locator(".pick").click();
    }

    @Test
    @Line(20)
    void aMacroIsChosenByKeysSeenBeforeItRunsAndRunOnce() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.page.keyboard().press("m");
        mara.page.keyboard().type("refund");
        mara.axeFindsNothing("the macros");
        mara.page.keyboard().press("Enter");
        assertThat(sum(mara)).hasText("Ready: 1.");
        assertThat(results(mara)).hasCount(1);
        assertThat(results(mara)).containsText("Assign to me");
        assertThat(results(mara)).containsText("is so already");
        assertThat(results(mara).locator("q")).hasText(Pattern.compile("Ich habe die Erstattung veranlasst.*"));
        assertThat(results(mara).locator("q")).hasAttribute("lang", "de");
        mara.axeFindsNothing("what would happen");
        mara.button("Do it").click();
        assertThat(mara.page.locator("dialog[open]")).hasCount(0);
        assertThat(mara.page.locator(".thread .state")).containsText("Resolved");
        assertThat(mara.turns().last()).containsText("Ich habe die Erstattung veranlasst");
    }

    @Test
    @Line(20)
    void aMacroIsFoundAmongTheCommandsAndInTheMenuOfTheThread() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.page.keyboard().press("Control+k");
        mara.page.keyboard().type("greet");
        mara.page.keyboard().press("Enter");
        assertThat(mara.page.locator(".sheet.batch h2")).hasText("Greet by name");
        mara.button("Cancel").click();
        mara.page
                .locator(".actions")
                .getByLabel("Macros", new Locator.GetByLabelOptions().setExact(true))
                .click();
        assertThat(mara.page.locator(".sheet.palette [role=option]")).hasCount(3);
    }

    @Test
    @Line(20)
    void manyAreSelectedByKeysAndWhatCannotBeDoneIsNamedAndTriedAgain() {
        Agent mara = agent("mara");
        mara.looksAt("All");
        mara.page.keyboard().press("l");
        mara.page.keyboard().press("Home");
        mara.page.keyboard().press("Space");
        assertThat(selected(mara)).hasCount(1);
        mara.page.keyboard().press("Shift+ArrowDown");
        mara.page.keyboard().press("Shift+ArrowDown");
        assertThat(selected(mara)).hasCount(3);
        mara.page.keyboard().press("x");
        assertThat(selected(mara)).hasCount(2);
        mara.page.keyboard().press("Escape");
        assertThat(mara.page.locator(".bulk")).hasCount(0);
        mara.page.keyboard().press("Control+a");
        assertThat(mara.page.locator(".bulk output")).hasText("Selected: 7");
        mara.axeFindsNothing("rows that are selected");
        mara.page.keyboard().press("m");
        mara.page.keyboard().type("greet");
        mara.page.keyboard().press("Enter");
        assertThat(sum(mara)).hasText(Pattern.compile("Ready: 3\\. Not possible: 4\\."));
        assertThat(mara.page.locator(".results > .refused").first())
                .containsText(Pattern.compile("no text in|Not known"));
        mara.button("Do it").click();
        assertThat(sum(mara)).hasText(Pattern.compile("Done: 3\\. Failed: 4\\."));
        assertThat(results(mara)).hasCount(4);
        mara.button("Try the failed ones again").click();
        assertThat(sum(mara)).hasText(Pattern.compile("Ready: 0\\. Not possible: 4\\."));
        assertThat(mara.button("Do it")).isDisabled();
    }

    @Test
    @Line({20, 21})
    void labelsPriorityAssignmentAndTheEndAreSetInMany() {
        Agent mara = agent("mara", window(1440, 860).setColorScheme(ColorScheme.DARK));
        mara.looksAt("Unassigned");
        picks(mara, "نورة العتيبي");
        mara.row("Lucía Fernández").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        assertThat(selected(mara)).hasCount(2);
        Locator bar = mara.page.locator(".bulk");
        bar.getByLabel("Priority").selectOption("low");
        assertThat(results(mara).first()).containsText("Priority: Low");
        mara.button("Do it").click();
        assertThat(mara.page.locator("dialog[open]")).hasCount(0);
        assertThat(bar).hasCount(0);
        assertThat(mara.page.locator(".row.urgent")).hasCount(0);

        mara.row("Lucía Fernández").hover();
        picks(mara, "Lucía Fernández");
        bar.getByText("Labels").click();
        mara.page.locator(".sheet input[name=labels]").fill("late, vip");
        mara.axeFindsNothing("the labels");
        mara.button("Preview").click();
        mara.button("Do it").click();
        assertThat(mara.row("Lucía Fernández").locator(".tag", new Locator.LocatorOptions().setHasText("late")))
                .isVisible();

        bar.getByText("Select all").isVisible();
        picks(mara, "Lucía Fernández");
        bar.getByText("Select all").click();
        assertThat(selected(mara)).hasCount(3);
        bar.getByLabel("Assign").selectOption("agent agt_yusuf");
        mara.button("Do it").click();
        assertThat(mara.row("Lucía Fernández")).hasCount(0);
        assertThat(mara.count("Unassigned")).hasText("0");
        mara.looksAt("All");
        picks(mara, "Camille Robert");
        bar.getByText("Resolve").click();
        mara.button("Do it").click();
        assertThat(mara.row("Camille Robert")).hasCount(0);
    }

    @Test
    @Line(20)
    void whatHasChangedBetweenSightAndClickIsLeftAlone() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.page.keyboard().press("m");
        mara.page.keyboard().type("refund");
        mara.page.keyboard().press("Enter");
        assertThat(sum(mara)).hasText("Ready: 1.");
        desk.plays("message?text=Noch+etwas");
        assertThat(mara.turns().last()).containsText("Noch etwas");
        mara.button("Do it").click();
        assertThat(sum(mara)).hasText(Pattern.compile("Done: 0\\. Failed: 1\\."));
        assertThat(results(mara)).containsText("has changed since you saw it");
        mara.button("Try the failed ones again").click();
        assertThat(sum(mara)).hasText("Ready: 1.");
        mara.button("Do it").click();
        assertThat(mara.page.locator(".thread .state")).containsText("Resolved");
    }

    @Test
    @Line(20)
    void leadsWriteMacrosInTheOffice() {
        Agent mara = agent("mara", window(1440, 860).setLocale("ar"));
        mara.page.locator(".me").click();
        mara.button("الإدارة").click();
        mara.button("وحدات الماكرو").click();
        Locator fresh = mara.page.locator(".item.new");
        fresh.locator("summary").click();
        fresh.getByLabel("الاسم").fill("شكر");
        fresh.getByLabel("إضافة إجراء").selectOption("reply");
        fresh.locator(".actions-list select").selectOption("cnd_3");
        fresh.getByLabel("إضافة إجراء").selectOption("snooze");
        fresh.getByLabel("إضافة إجراء").selectOption("add-labels");
        fresh.locator(".actions-list input:not([type=number])").fill("شكر، مهم");
        fresh.getByLabel("تحريك لأعلى").last().click();
        mara.axeFindsNothing("the office of macros");
        mara.button("إضافة").click();
        Locator made = mara.page.locator(".item", new Page.LocatorOptions().setHasText("شكر"));
        assertThat(made.first().locator("small").first()).containsText("إضافة وسوم: شكر, مهم");
        made.first().locator("summary").click();
        made.first()
                .getByText("حذف", new Locator.GetByTextOptions().setExact(true))
                .click();
        mara.button("هل أنت متأكد؟ حذف").click();
        assertThat(mara.page.locator(".item:not(.new)")).hasCount(3);
    }
}
