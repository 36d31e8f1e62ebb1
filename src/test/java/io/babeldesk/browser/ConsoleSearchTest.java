package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Conversations found by what was said in them. */
class ConsoleSearchTest extends ConsoleVocabulary {

    private static Locator found(Agent agent) {
        return agent.page.locator("#found [role=option]");
    }

    @Test
    @Line(32)
    void whatWasSaidIsFoundMarkedAndOpenedByKeysAlone() {
        Agent mara = agent("mara");
        mara.page.locator(".list").focus();
        mara.page.keyboard().press("Slash");
        mara.page.keyboard().type("احتيال");
        assertThat(found(mara)).hasCount(1);
        assertThat(found(mara).locator("mark")).hasText("احتيال");
        assertThat(found(mara)).containsText("نورة العتيبي");
        mara.axeFindsNothing("what was found");
        mara.page.keyboard().press("Enter");
        assertThat(mara.page.locator(".thread .who h2")).hasText("نورة العتيبي");
        assertThat(mara.page.locator(".turn.wanted")).containsText("هذا احتيال");
        assertThat(mara.page.locator(".turn.wanted")).isInViewport();
    }

    @Test
    @Line(32)
    void isNarrowedByStateAndLanguageAndFindsTheShopperByName() {
        Agent mara = agent("mara");
        mara.page.locator(".queue > header").getByLabel("Search conversations").click();
        Locator input = mara.page.locator(".search input");
        input.fill("佐藤");
        assertThat(found(mara)).hasCount(1);
        assertThat(found(mara)).containsText("Resolved");
        mara.page.locator(".narrow select").first().selectOption("people");
        assertThat(mara.page.locator(".search [role=status]")).containsText("Nothing was found");
        mara.page.locator(".narrow select").first().selectOption("any");
        assertThat(found(mara)).hasCount(1);
        mara.page.locator(".narrow select").nth(1).selectOption("de");
        assertThat(found(mara)).hasCount(0);
        mara.page.keyboard().press("Escape");
        assertThat(mara.page.locator(".search")).hasCount(0);
    }
}
