package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The console against the service itself: the way in, and what guards the page. */
class ConsoleSignInTest extends ConsoleVocabulary {

    private Page door() {
        return newPage(window(1440, 860), shop.service().url() + "/console");
    }

    @Test
    @Line(42)
    void signsInWithACookieThatNoScriptSees() {
        Page page = door();
        Agent admin = new Agent(page);
        admin.signsIn("admin", "a wrong one");
        assertThat(page.locator(".fault")).containsText("do not belong together");
        admin.signsIn("Admin", Service.ADMIN_PASSWORD);
        assertThat(page.locator(".shell")).isVisible();

        List<Cookie> cookies = page.context().cookies();
        assertThat(cookies).singleElement().satisfies(cookie -> {
            assertThat(cookie.name).isEqualTo("babeldesk_session");
            assertThat(cookie.httpOnly).isTrue();
        });
        assertThat(page.evaluate("() => document.cookie")).isEqualTo("");
        assertThat((String) page.evaluate("() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"))
                .doesNotContain(cookies.getFirst().value);

        page.reload();
        assertThat(page.locator(".shell")).isVisible();
        page.locator(".me").click();
        admin.button("Sign out").click();
        assertThat(page.locator("input[name=username]")).isVisible();
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void aNewColleagueChoosesHerPasswordFirst() {
        Page page = door();
        Agent admin = new Agent(page);
        admin.signsIn("admin", Service.ADMIN_PASSWORD);
        assertThat(page.locator(".shell")).isVisible();
        page.locator(".me").click();
        admin.button("Administration").click();
        Locator office = page.locator("dialog.office");
        office.getByText("New colleague").click();
        office.locator(".new [name=username]").fill("Lena");
        office.locator(".new [name=name]").fill("Lena");
        office.locator(".new [name=languages]").fill("de, en");
        admin.axeFindsNothing("the team");
        admin.button("Add").click();
        assertThat(office.locator(".item:not(.new)", new Locator.LocatorOptions().setHasText("Lena")))
                .containsText("German, English");
        String password = office.locator(".secret code").textContent();

        Page hers = door();
        new Agent(hers).signsIn("lena", password);
        hers.locator("input[name=current]").fill(password);
        hers.locator("input[name=chosen]").fill("lena is my name");
        hers.locator("button.primary").click();
        assertThat(hers.locator(".fault")).containsText("too easy to guess");
        hers.locator("input[name=chosen]").fill("three good words");
        hers.locator("button.primary").click();
        assertThat(hers.locator(".shell")).isVisible();
    }

    @Test
    @Line({17, 42})
    void cannedRepliesAreWrittenKeysMadeAndAllThatIsReadInTheAuditLog() {
        Page page = door();
        Agent admin = new Agent(page);
        admin.signsIn("admin", Service.ADMIN_PASSWORD);
        page.locator(".me").click();
        admin.button("Administration").click();
        Locator office = page.locator("dialog.office");
        admin.button("Canned replies").last().click();
        office.getByText("New canned reply").click();
        office.locator(".new [name=shortcut]").fill("thanks");
        office.locator(".new [name=title]").fill("Say thanks");
        office.locator(".new [name=text-en]").fill("Thank you, {{shopper.name}}!");
        office.locator(".new select").selectOption("de");
        office.locator(".new [name=text-de]").fill("Vielen Dank, {{shopper.name}}!");
        admin.axeFindsNothing("canned replies");
        admin.button("Add").click();
        Locator reply = office.locator(".item", new Locator.LocatorOptions().setHasText("/thanks"));
        assertThat(reply.locator("summary")).containsText("German, English");
        reply.locator("summary").click();
        reply.getByText("Remove").click();
        assertThat(reply).hasCount(0);

        admin.button("API keys").click();
        office.getByText("New API key").click();
        office.locator(".new [name=name]").fill("of the warehouse");
        office.locator(".new [value=read-conversations]").check();
        admin.axeFindsNothing("API keys");
        admin.button("Add").click();
        assertThat(office.locator(".secret code")).isVisible();
        admin.button("Revoke of the warehouse").click();
        assertThat(office.getByText("No keys.")).isVisible();

        admin.button("Audit log").click();
        assertThat(office.locator("tbody tr").first()).containsText("api-key-revoked");
        admin.axeFindsNothing("the audit log");
    }

    @Test
    void thePageLetsNoCodeInAndNoTextBecomeMarkup() {
        Page page = door();
        assertThat(page.locator("input[name=username]")).isVisible();
        assertThat(page.evaluate("""
                () => { try { document.body.innerHTML = '<b>x</b>'; return 'taken'; } catch (error) { return error.name; } }""")).isEqualTo("TypeError");
        assertThat(page.evaluate("""
                () => { try { trustedTypes.createPolicy('x', {}); return 'made'; } catch (error) { return error.name; } }""")).isEqualTo("TypeError");
        forgetComplaints();
    }
}
