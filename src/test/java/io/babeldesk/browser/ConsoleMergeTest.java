package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A shopper who wrote twice, and what the shop wants to know. Lines are those of docs/console.md. */
class ConsoleMergeTest extends ConsoleVocabulary {

    private static Locator field(Agent agent, String name) {
        return agent.page.locator(".panel #field-" + name);
    }

    @Test
    @Line(33)
    void oneOfTwoConversationsGoesOnInTheOther() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        desk.plays("twin");
        mara.looksAt("Unassigned");
        mara.row("Johanna Bergmann").click();
        assertThat(mara.page.locator(".thread .state")).containsText("Waiting for a person");
        mara.button("Merge").click();
        assertThat(mara.page.locator(".sheet .choices input")).hasCount(1);
        mara.axeFindsNothing("the merge");
        mara.button("Merge for good").click();
        assertThat(mara.page.locator(".thread .state")).containsText("Yours");
        assertThat(mara.turns().last()).containsText("goes on here");
        assertThat(mara.page.locator(".panel .labels")).containsText("twin");
        Locator merged = mara.page.locator(".log .merged");
        merged.locator("summary").click();
        assertThat(merged).containsText("Where is parcel 1?");
        mara.axeFindsNothing("what was merged");
        merged.getByText("Open it").click();
        assertThat(mara.page.locator(".thread .state")).containsText("Closed");
        mara.button("It goes on in another conversation. Open that one").click();
        assertThat(mara.page.locator(".thread .state")).containsText("Yours");
    }

    @Test
    @Line(21)
    void whatTheShopWantsToKnowIsFilledInAndAskedForBeforeTheEnd() {
        desk.plays("require");
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        assertThat(field(mara, "order")).hasAttribute("aria-required", "true");
        mara.axeFindsNothing("the fields");
        mara.button("Resolve").click();
        assertThat(mara.page.locator(".toast")).hasText(Pattern.compile("Fill in first: Order number, Outcome\\..*"));
        assertThat(field(mara, "order")).isFocused();
        mara.page.keyboard().type("LW-204481");
        mara.page.keyboard().press("Enter");
        field(mara, "outcome").selectOption("refund");
        field(mara, "gift").selectOption("yes");
        mara.page.reload();
        mara.opens("Johanna Bergmann");
        assertThat(field(mara, "order")).hasValue("LW-204481");
        assertThat(field(mara, "outcome")).hasValue("refund");
        mara.button("Resolve").click();
        assertThat(mara.page.locator(".toast")).containsText("Resolved.");
    }

    @Test
    @Line(21)
    void whereThereIsNoRoomTheMissingFieldIsOpenedFromRightToLeft() {
        desk.plays("require");
        Agent mara = agent("mara", window(1100, 720).setLocale("ar").setColorScheme(ColorScheme.DARK));
        mara.opens("Johanna Bergmann");
        mara.button("حُلّت").click();
        Locator order = mara.page.locator(".sheet.side #field-order");
        assertThat(order).isFocused();
        mara.axeFindsNothing("the fields from right to left");
        order.fill("LW-204481");
        order.press("Enter");
        mara.page.locator(".sheet.side #field-outcome").selectOption("refund");
        mara.page.keyboard().press("Escape");
        mara.button("حُلّت").click();
        assertThat(mara.page.locator(".thread .state")).containsText("حلّها");
    }

    @Test
    @Line({20, 21})
    void aMacroSaysWhichFieldIsMissing() {
        desk.plays("require");
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.page.keyboard().press("m");
        mara.page.keyboard().type("refund");
        mara.page.keyboard().press("Enter");
        assertThat(mara.page.locator(".results > .refused")).containsText("Fill in first: Order number, Outcome.");
    }
}
