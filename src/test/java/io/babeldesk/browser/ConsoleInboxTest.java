package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an agent is told of, and the views that she makes. Lines are those of docs/console.md. */
class ConsoleInboxTest extends ConsoleVocabulary {

    private static Locator badge(Page page) {
        return page.locator(".bell .badge");
    }

    private static Locator told(Page page) {
        return page.locator(".inbox .told");
    }

    @Test
    @Line(31)
    void aColleagueIsMentionedByKeysAloneAlsoFromRightToLeft() {
        Agent mara = agent("mara", window(1440, 860).setLocale("ar").setColorScheme(ColorScheme.DARK));
        desk.plays("mention");
        assertThat(badge(mara.page)).isVisible();
        mara.page.locator(".bell").click();
        assertThat(told(mara.page)).isFocused();
        mara.axeFindsNothing("the inbox");
        mara.page.keyboard().press("Enter");
        assertThat(mara.page.locator(".thread .who h2")).hasText("Johanna Bergmann");
        mara.page.keyboard().press("n");
        mara.page.keyboard().type("انظر @");
        Locator picked = mara.page.locator(".picker [role=option]");
        assertThat(picked).hasCount(2);
        mara.page.keyboard().type("ai");
        assertThat(picked).hasText(Pattern.compile("Aiko Mori"));
        mara.page.keyboard().press("Escape");
        assertThat(picked).hasCount(0);
        mara.page.keyboard().type(", @yus");
        mara.page.keyboard().press("Enter");
        assertThat(mara.composer()).hasValue("انظر @ai, @Yusuf Haddad ");
        mara.page.reload();
        mara.opens("Johanna Bergmann");
        String sent = mara.page
                .waitForRequest("**/notes", () -> mara.composer().press("Control+Enter"))
                .postData();
        assertThat(sent).contains("\"mentions\":[\"agt_yusuf\"]");
        assertThat(mara.turns().last().locator(".mention")).hasText("@Yusuf Haddad");
        assertThat(mara.composer()).hasValue("");
    }

    @Test
    @Line(31)
    void whoeverIsMentionedIsToldAndHasReadItOnAllHerPages() {
        Agent mara = agent("mara");
        Page other = mara.page.context().newPage();
        other.navigate(desk.console());
        assertThat(other.locator(".shell")).isVisible();
        mara.page.evaluate("""
                () => {
                  window.Notification = class { static permission = 'granted'; static requestPermission = async () => 'granted';
                    constructor(title, { body }) { document.body.dataset.shown = title.replace(/[\u2068\u2069]/g, '') + ': ' + body; } };
                  Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
                }""");
        mara.page.locator(".me").click();
        mara.page.getByLabel("Desktop notifications").check();
        mara.page.keyboard().press("Escape");
        desk.plays("mention?text=@Mara+Lind+look");
        assertThat(badge(mara.page)).hasText("1");
        assertThat(badge(other)).hasText("1");
        desk.plays("mention?text=@Mara+Lind+and+look+again");
        assertThat(badge(other)).hasText("2");
        assertThat(mara.page.locator("body"))
                .hasAttribute("data-shown", "Aiko Mori mentioned you: @Mara Lind and look again");
        mara.page.evaluate("() => delete document.hidden");

        other.keyboard().press("i");
        assertThat(told(other)).hasCount(2);
        assertThat(told(other).first()).isFocused();
        assertThat(told(other).first())
                .containsText(Pattern.compile("mentioned you.*and look again.*Johanna Bergmann", Pattern.DOTALL));
        other.keyboard().press("Enter");
        assertThat(other.locator(".thread .who h2")).hasText("Johanna Bergmann");
        assertThat(other.locator(".turn.note .mention.me")).hasCount(2);
        assertThat(badge(other)).hasCount(0);
        assertThat(badge(mara.page)).hasCount(0);
        mara.page.reload();
        mara.page.locator(".bell").click();
        assertThat(told(mara.page)).hasCount(2);
        assertThat(mara.page.locator(".told.unread")).hasCount(0);
    }

    @Test
    @Line({3, 31})
    void theViewOfMentionsHoldsWhatSheHasNotOpenedSince() {
        Agent mara = agent("mara");
        assertThat(mara.count("Mentions")).hasText("0");
        mara.looksAt("Mentions");
        assertThat(mara.page.locator(".queue .empty")).containsText("you have not opened since");
        desk.plays("mention");
        assertThat(mara.count("Mentions")).hasText("1");
        mara.opens("Johanna Bergmann");
        assertThat(mara.count("Mentions")).hasText("0");
        assertThat(mara.row("Johanna Bergmann")).isVisible();
        mara.looksAt("Mine").opens("Camille Robert").looksAt("Mentions");
        assertThat(mara.row("Johanna Bergmann")).hasCount(0);
        desk.plays("mention");
        assertThat(badge(mara.page)).hasText("1");
        mara.page.locator(".bell").click();
        mara.button("Mark all read").click();
        assertThat(badge(mara.page)).hasCount(0);
        assertThat(mara.count("Mentions")).hasText("0");
    }

    @Test
    @Line(3)
    void aFilterGetsANameIsCountedLiveAndIsThereOnAnotherMachine() {
        Agent mara = agent("mara");
        Locator dialog = mara.page.locator("dialog.filter");
        mara.looksAt("All");
        mara.page.keyboard().press("f");
        dialog.getByLabel("Waiting for a person").check();
        dialog.getByLabel("Language").selectOption("de");
        assertThat(dialog.getByRole(AriaRole.STATUS)).hasText("0 conversations");
        mara.axeFindsNothing("the filter");
        dialog.getByLabel("Language").selectOption("es");
        dialog.getByLabel("Label").selectOption("vip");
        mara.button("Show").click();
        assertThat(mara.page.locator(".row .name")).hasText("Lucía Fernández");
        mara.button("Filter").click();
        dialog.getByLabel("Label").selectOption("");
        dialog.getByLabel("Language").selectOption("");
        dialog.getByLabel("Name").fill("Early");
        mara.button("Save").click();
        assertThat(mara.page.locator(".queue h2")).hasText("Early");
        assertThat(mara.count("Early")).hasText("3");
        desk.plays("escalate");
        assertThat(mara.count("Early")).hasText("4");

        Agent elsewhere = agent("mara");
        assertThat(elsewhere.count("Early")).hasText("4");
        elsewhere.looksAt("Early").button("Filter").click();
        elsewhere.page.locator("dialog.filter").getByLabel("Name").fill("Late");
        elsewhere.button("Save").click();
        assertThat(elsewhere.count("Late")).hasText("4");
        elsewhere.page.reload();
        assertThat(elsewhere.page.locator(".views [aria-current]")).containsText("Late");
        elsewhere.button("Filter").click();
        elsewhere.button("Remove").click();
        assertThat(elsewhere.page.locator(".views .saved")).hasCount(0);
        assertThat(elsewhere.page.locator(".queue h2")).hasText("Mine");
    }
}
