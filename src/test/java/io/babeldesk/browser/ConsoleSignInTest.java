package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.babeldesk.desk.Authenticator;
import io.babeldesk.desk.oidc.LocalProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void theFirstFieldIsChosenForHerOnceAndNeverTakenBack() {
        Page page = newPage(window(1440, 860), "about:blank");
        page.addInitScript("""
                new MutationObserver((_, watching) => {
                  const password = document.querySelector('input[name=password]');
                  if (!password) return;
                  watching.disconnect();
                  window.chosen = document.activeElement.name;
                  password.focus();
                }).observe(document, { childList: true, subtree: true });
                """);
        page.navigate(shop.service().url() + "/console");
        page.waitForFunction("() => window.chosen !== undefined");
        page.evaluate("() => new Promise((done) => setTimeout(done, 300))");
        assertThat(page.evaluate("() => window.chosen")).isEqualTo("username");
        assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("password");
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
        hers.locator("input[name=repeated]").fill("lena was my name");
        hers.locator("button.primary").click();
        assertThat(hers.locator(".fault")).containsText("not the same");
        hers.locator("input[name=repeated]").fill("lena is my name");
        hers.locator("button.primary").click();
        assertThat(hers.locator(".fault")).containsText("too easy to guess");
        hers.locator("input[name=chosen]").fill("three good words");
        hers.locator("input[name=repeated]").fill("three good words");
        hers.locator("button.primary").click();
        assertThat(hers.locator(".shell")).isVisible();
    }

    @Test
    @Line(42)
    void comesInThroughAProviderAndIsToldInWordsWhenSheCannot(@TempDir Path data) {
        try (LocalProvider provider = new LocalProvider();
                Service service = new Service(
                        data,
                        Map.of(
                                "OIDC_ISSUER", provider.issuer().toString(),
                                "OIDC_CLIENT_ID", LocalProvider.CLIENT,
                                "OIDC_CLIENT_SECRET", LocalProvider.SECRET,
                                "OIDC_NAME", "Example ID",
                                "OIDC_NEW_ACCOUNTS", "agent",
                                "OIDC_ONLY", "true",
                                "OIDC_DOMAINS", "shop.example"))) {
            Page page = newPage(window(1440, 860), service.url() + "/console");
            Agent mara = new Agent(page);
            provider.vouchesFor(Map.of("sub", "e-1", "email", "eve@evil.example", "email_verified", true));
            mara.button("Sign in with Example ID").click();
            assertThat(page.locator(".fault").first()).containsText("not let in here");
            assertThat(page).hasURL(service.url() + "/console");
            mara.axeFindsNothing("the door with a provider");

            provider.vouchesFor(
                    Map.of("sub", "m-1", "email", "mara@shop.example", "email_verified", true, "name", "Mara Lind"));
            mara.button("Sign in with Example ID").click();
            assertThat(page.locator(".shell")).isVisible();
            assertThat(page.context().cookies())
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue());
            page.locator(".me").click();
            assertThat(page.locator("#me")).containsText("Mara Lind");
            mara.button("Sign out").click();

            provider.goesAway();
            mara.button("Sign in with Example ID").click();
            assertThat(page.locator(".provider .fault")).containsText("cannot be reached");
            mara.button("Sign in with a password").click();
            page.locator("input[name=username]").fill("admin");
            page.locator("input[name=password]").fill(Service.ADMIN_PASSWORD);
            mara.button("Sign in").click();
            assertThat(page.locator(".shell")).isVisible();
        }
    }

    @Test
    @Line(42)
    void aCodeGoesWithThePasswordAndOtherSessionsAreEnded(@TempDir Path data) {
        try (Service service = new Service(data, Map.of("SECOND_FACTOR_ROLES", "admin"))) {
            String url = service.url() + "/console";
            Page page = newPage(window(1440, 860), url);
            Agent admin = new Agent(page);
            admin.signsIn("admin", Service.ADMIN_PASSWORD);
            assertThat(page.locator("h1")).hasText("Set up a second factor");
            page.locator("input[name=current]").fill(Service.ADMIN_PASSWORD);
            admin.button("Set up").click();
            assertThat(page.locator("svg.qr")).isVisible();
            admin.axeFindsNothing("a second factor is set up");
            Authenticator app = new Authenticator(page.locator(".grouped").textContent(), Clock.systemUTC());
            page.locator("input[name=code]").fill(app.code());
            admin.button("Confirm").click();
            assertThat(page.locator(".codes li")).hasCount(10);
            String paper = page.locator(".codes li").first().textContent();
            String another = page.locator(".codes li").last().textContent();
            admin.axeFindsNothing("codes on paper");
            admin.button("I have kept them").click();
            assertThat(page.locator(".shell")).isVisible();

            Page elsewhere = newPage(window(1440, 860), url);
            Agent again = new Agent(elsewhere);
            again.signsIn("admin", Service.ADMIN_PASSWORD);
            assertThat(elsewhere.locator(".fault").last()).containsText("authenticator app");
            elsewhere.locator("input[name=code]").fill(paper);
            again.button("Sign in").click();
            assertThat(elsewhere.locator(".shell")).isVisible();

            page.locator(".me").click();
            admin.button("Account").click();
            Locator own = page.locator("dialog.own");
            assertThat(own.locator(".session")).hasCount(2);
            assertThat(own.locator(".session").first()).containsText("Chrome on Linux");
            assertThat(own.locator(".session .tag")).hasText("This one");
            assertThat(own.getByText("9 recovery codes are left")).isVisible();
            admin.axeFindsNothing("her account");
            admin.button("End all others").click();
            assertThat(own.locator(".session")).hasCount(1);
            elsewhere.reload();
            assertThat(elsewhere.locator("input[name=username]")).isVisible();
            own.locator("input[name=code]").fill(another);
            admin.button("Switch off").click();
            assertThat(own.getByText("Set up").last()).isVisible();
        }
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
        assertThat(reply).hasCount(1);
        admin.button("Really? Remove").click();
        assertThat(reply).hasCount(0);

        admin.button("API keys").click();
        office.getByText("New API key").click();
        office.locator(".new [name=name]").fill("of the warehouse");
        office.locator(".new [value=read-conversations]").check();
        admin.axeFindsNothing("API keys");
        admin.button("Add").click();
        assertThat(office.locator(".secret code")).isVisible();
        admin.button("Revoke of the warehouse").click();
        admin.button("Really? Revoke of the warehouse").click();
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
