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
        return admin;
    }

    @Test
    @Line({4, 8, 10, 12, 23, 37})
    void aShopperAndAnAgentTalkFromTheFirstCryToTheEnd() {
        Agent admin = admin();
        admin.page.locator(".status select").selectOption("online");
        Page shopper = shopperOpens("ar", "SA");
        says(shopper, "أريد التحدث إلى شخص من فضلك");
        Locator row = admin.row("Arabic");
        assertThat(row).isVisible();
        row.click();
        assertThat(admin.page.locator(".summary")).containsText("أريد التحدث إلى شخص");
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

    @Test
    @Line({7, 22, 25, 36})
    void whatTheServiceKeepsIsSetFromTheConsole() {
        Agent admin = admin();
        // Whoever is busy is given nothing, and takes what she wants.
        admin.page.locator(".status select").selectOption("busy");
        admin.looksAt("Unassigned");
        Page shopper = shopperOpens("de", "DE");
        says(shopper, "Ich möchte mit einem Mitarbeiter sprechen, Nummer 4711");
        admin.row("German").click();
        assertThat(admin.page.locator(".identity")).hasText("Not signed in to the shop");
        admin.page.keyboard().press("c");
        assertThat(admin.page.locator(".thread .state")).hasText(OWN);
        admin.page.locator(".panel select").selectOption("urgent");
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
        assertThat(admin.row("German")).containsText("Urgent");
        says(shopper, "Doch noch etwas");
        admin.looksAt("Mine");
        assertThat(admin.row("Doch noch etwas")).isVisible();
    }
}
