package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
        String password = (String) page.evaluate("""
                async () => {
                  const { csrf_token } = await (await fetch('/agent/v1/me')).json();
                  const made = await fetch('/agent/v1/accounts', { method: 'POST', body: JSON.stringify({ username: 'lena' }),
                    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token } });
                  return (await made.json()).password;
                }""");

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
