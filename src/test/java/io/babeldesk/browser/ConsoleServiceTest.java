package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Both sides of a conversation in real browsers on the service itself: a shopper's chat and an agent's console. */
class ConsoleServiceTest extends ConsoleVocabulary {

    private static final Pattern OWN = Pattern.compile("Yours, .*");

    private Page shopperOpens(String language, String market) {
        Page page = newPage(
                window(1100, 800),
                shop.service()
                        .url()
                        .resolve("/?lang=" + language + "&market=" + market)
                        .toString());
        page.locator(".launcher").click();
        return page;
    }

    private static void says(Page shopper, String text) {
        Locator composer = shopper.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX);
        composer.fill(text);
        composer.press("Enter");
    }

    private Agent admin() {
        Agent admin = new Agent(newPage(window(1440, 860), shop.service().url() + "/console"));
        admin.signsIn("admin", Service.ADMIN_PASSWORD);
        assertThat(admin.page.locator(".shell")).isVisible();
        // The service has the conversations of other tests as well, and only rows in sight are there.
        admin.page.locator(".sort select").selectOption("newest");
        return admin;
    }

    @Test
    @Line({4, 10, 12, 23, 37})
    void aShopperAndAnAgentTalkFromTheFirstCryToTheEnd() {
        Agent admin = admin();
        // Else she is given what other shoppers of these tests wait with.
        admin.page.locator(".status select").selectOption("busy");
        admin.looksAt("Unassigned");
        Page shopper = shopperOpens("ar", "SA");
        says(shopper, "أريد التحدث إلى شخص من فضلك");
        Locator row = admin.row("أريد التحدث إلى شخص من فضلك");
        assertThat(row).isVisible();
        row.click();
        assertThat(admin.page.locator(".summary")).containsText("أريد التحدث إلى شخص");
        admin.button("Claim").first().click();
        assertThat(admin.page.locator(".thread .state")).hasText(OWN);

        admin.replies("مرحبًا، كيف أساعدك؟");
        assertThat(shopper.locator(".turn.agent")).containsText("مرحبًا، كيف أساعدك؟");
        says(shopper, "طلبي لم يصل");
        assertThat(admin.turns().last()).containsText("طلبي لم يصل");

        admin.page.locator(".modes .note").click();
        admin.composer().fill("Called the carrier");
        admin.composer().press("Control+Enter");
        assertThat(admin.turns().last()).hasClass(Pattern.compile("note"));
        admin.page.locator(".modes .reply").click();

        admin.composer().fill("سأتحقق الآن");
        says(shopper, "هل أنت هنا؟");
        assertThat(admin.turns().last()).containsText("هل أنت هنا؟");
        admin.composer().press("Control+Enter");
        admin.button("Send now").click();
        assertThat(admin.pending()).containsText("A new message came in");
        admin.button("Send anyway").click();
        assertThat(shopper.locator(".turn.agent").last()).containsText("سأتحقق الآن");

        admin.page.context().setOffline(true);
        says(shopper, "شكرًا");
        assertThat(shopper.locator(".turn.shopper:not(.pending)")).hasCount(4);
        admin.page.context().setOffline(false);
        assertThat(admin.turns().last()).containsText("شكرًا");

        admin.button("Resolve").click();
        assertThat(admin.page.locator(".thread .state")).containsText("Resolved");
        assertThat(shopper.getByRole(AriaRole.DIALOG)).not().containsText("Called the carrier");
    }

    /** Somebody who is given nothing, signed in for the first time. */
    private Agent hiredBy(Agent admin, String username) {
        Object password = admin.page.evaluate("""
                async (username) => {
                  const me = await (await fetch('/agent/v1/me')).json();
                  const body = JSON.stringify({ username, display_name: username, roles: ['agent'], capacity: 0 });
                  const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': me.csrf_token };
                  return (await (await fetch('/agent/v1/accounts', { method: 'POST', headers, body })).json()).password;
                }""", username);
        Agent hired = new Agent(newPage(window(1440, 860), shop.service().url() + "/console"));
        hired.signsIn(username, password.toString());
        hired.page.locator("input[name=current]").fill(password.toString());
        hired.page.locator("input[name=chosen]").fill("three good words");
        hired.page.locator("input[name=repeated]").fill("three good words");
        hired.page.locator("button.primary").click();
        assertThat(hired.page.locator(".shell")).isVisible();
        return hired;
    }

    @Test
    @Line({12, 31})
    void aColleagueIsMentionedAndTheShopperHearsNothingOfIt() {
        Agent admin = admin();
        admin.page.locator(".status select").selectOption("busy");
        Agent bea = hiredBy(admin, "bea");
        admin.page.reload();
        admin.looksAt("Assistant");
        Page shopper = shopperOpens("de", "DE");
        says(shopper, "Wie lange kann ich etwas zurückgeben? Nummer 3131");
        admin.row("Nummer 3131").click();
        admin.page.locator(".modes .note").click();
        admin.composer().pressSequentially("@be");
        assertThat(admin.page.locator(".picker [role=option]")).hasText(Pattern.compile("bea"));
        admin.composer().press("Enter");
        admin.composer().pressSequentially("keep an eye on it");
        admin.composer().press("Control+Enter");
        assertThat(admin.turns().last().locator(".mention")).hasText("@bea");

        assertThat(bea.page.locator(".bell .badge")).hasText("1");
        assertThat(bea.count("Mentions")).hasText("1");
        bea.page.locator(".bell").click();
        bea.page.locator(".told.unread").click();
        assertThat(bea.turns().last().locator(".mention.me")).hasText("@bea");
        assertThat(bea.page.locator(".bell .badge")).hasCount(0);
        bea.page.reload();
        bea.page.locator(".bell").click();
        assertThat(bea.page.locator(".told:not(.unread)")).containsText("keep an eye on it");
        assertThat(shopper.getByRole(AriaRole.DIALOG)).not().containsText("keep an eye");
    }

    @Test
    @Line({7, 22, 25, 36})
    void whatTheServiceKeepsIsSetFromTheConsole() {
        Agent admin = admin();
        // Whoever is busy is given nothing, and takes what she wants.
        admin.page.locator(".status select").selectOption("busy");
        admin.looksAt("Unassigned");
        Page shopper = shopperOpens("de", "DE");
        says(shopper, "Ich möchte mit einem Mitarbeiter sprechen, Nummer 4711");
        admin.row("Nummer 4711").click();
        assertThat(admin.page.locator(".identity")).hasText("Not signed in to the shop");
        admin.page.keyboard().press("c");
        assertThat(admin.page.locator(".thread .state")).hasText(OWN);
        admin.page.getByLabel("Priority").selectOption("urgent");
        admin.page.locator(".labels input").fill("vip");
        admin.page.locator(".labels input").press("Enter");
        assertThat(admin.page.locator(".labels .tag")).hasText("vip");
        admin.page.locator(".log").focus();
        admin.page.keyboard().press("s");
        admin.page
                .locator(".choice", new Page.LocatorOptions().setHasText("Tomorrow morning"))
                .click();
        assertThat(admin.page.locator(".thread .state")).containsText("Snoozed until");
        admin.page.reload();
        assertThat(admin.page.locator(".status select")).hasValue("busy");
        admin.looksAt("Snoozed");
        assertThat(admin.row("Nummer 4711")).containsText("Urgent");
        says(shopper, "Doch noch etwas");
        admin.looksAt("Mine");
        assertThat(admin.row("Doch noch etwas")).isVisible();
    }
}
