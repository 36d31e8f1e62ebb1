package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Replies, notes and drafts. Lines are those of docs/console.md. */
class ConsoleWritingTest extends ConsoleVocabulary {

    @Test
    @Line(10)
    void aStaleReplyIsStoppedKeptAndSentOnlyIfSheInsists() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.composer().fill("Die neue Lampe geht heute hinaus.");
        desk.plays("message?text=Ach+lieber+doch+Geld");
        assertThat(mara.turns().last()).containsText("Ach lieber doch Geld");
        mara.composer().press("Control+Enter");
        mara.button("Send now").click();
        assertThat(mara.pending()).containsText("A new message came in while you wrote. Your reply was not sent.");
        mara.button("Edit").click();
        assertThat(mara.composer()).hasValue("Die neue Lampe geht heute hinaus.");
        mara.composer().press("Control+Enter");
        mara.button("Send now").click();
        mara.button("Send anyway").click();
        assertThat(mara.turns().last()).containsText("Die neue Lampe geht heute hinaus.");
        assertThat(mara.pending()).hasCount(0);
    }

    @Test
    @Line(11)
    void draftsSurviveAReloadAndMarkTheirRow() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.composer().fill("Noch nicht fertig");
        mara.opens("Camille Robert");
        assertThat(mara.composer()).hasValue("");
        assertThat(mara.row("Johanna Bergmann").locator(".has-draft")).containsText("Draft");
        mara.page.reload();
        mara.opens("Johanna Bergmann");
        assertThat(mara.composer()).hasValue("Noch nicht fertig");
        mara.composer().fill("");
        assertThat(mara.page.locator(".has-draft")).hasCount(0);
    }

    @Test
    @Line(12)
    void aNoteLooksReadsAndIsSentUnlikeAReply() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        assertThat(mara.page.locator(".audience")).hasText("The customer reads German");
        mara.page.locator(".modes .note").click();
        assertThat(mara.page.locator(".audience")).hasText("Only your team sees this");
        assertThat(mara.page.locator(".composer .send")).hasText("Add note");
        mara.composer().fill("Reserved a lamp");
        String path = mara.page
                .waitForRequest("**/conversations/*/*", () -> mara.composer().press("Control+Enter"))
                .url();
        assertThat(path).endsWith("/notes");
        Locator note = mara.turns().last();
        assertThat(note).hasClass(Pattern.compile("note"));
        assertThat(note.locator(".tag")).hasText("Only your team sees this");
        assertThat(note.locator("header > svg")).isVisible();
    }

    @Test
    @Line(13)
    void sendsByKeyIsTakenBackInTimeAndTriesAgain() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.composer().fill("Einen Moment");
        mara.composer().press("Control+Enter");
        assertThat(mara.composer()).hasValue("");
        assertThat(mara.pending()).containsText("Goes out in");
        mara.button("Undo").click();
        assertThat(mara.pending()).hasCount(0);
        assertThat(mara.composer()).hasValue("Einen Moment");

        mara.replies("please fail");
        assertThat(mara.pending()).containsText("The service is busy.");
        mara.button("Edit").click();
        mara.composer().fill("");
        int before = mara.turns().count();
        mara.page.route("**/messages", route -> {
            // The service takes it, and the answer is lost on the way.
            route.fetch();
            route.abort();
        });
        mara.replies("Nur einmal");
        assertThat(mara.pending()).containsText("cannot be reached");
        mara.page.unroute("**/messages");
        mara.button("Try again").click();
        assertThat(mara.pending()).hasCount(0);
        assertThat(mara.turns()).hasCount(before + 1);
        assertThat(mara.turns().last()).containsText("Nur einmal");
    }

    @Test
    @Line(13)
    void aReloadBeforeItWentOutLosesNothing() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.composer().fill("Fast weg");
        mara.composer().press("Control+Enter");
        mara.page.reload();
        mara.opens("Johanna Bergmann");
        assertThat(mara.composer()).hasValue("Fast weg");
    }

    @Test
    @Line(16)
    void eachBubbleHasItsLanguageAndDirection() {
        Agent mara = agent("mara");
        mara.looksAt("Unassigned").opens("نورة العتيبي");
        Locator body = mara.turns().first().locator(".body");
        assertThat(body).hasAttribute("lang", "ar");
        assertThat(body).hasCSS("direction", "rtl");
        assertThat(mara.page.locator("html")).hasAttribute("dir", "ltr");
        mara.page.locator(".composer .primary").click();
        mara.composer().fill("مرحبا");
        assertThat(mara.composer()).hasCSS("direction", "rtl");
        mara.composer().fill("Hello");
        assertThat(mara.composer()).hasCSS("direction", "ltr");
    }

    @Test
    @Line(17)
    void cannedRepliesAreFoundPreviewedAndInTheShoppersLanguage() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.composer().fill("/");
        assertThat(mara.page.locator(".picker [role=option]")).hasCount(3);
        mara.composer().fill("/hel");
        assertThat(mara.page.locator(".preview"))
                .hasText(
                        "Guten Tag Johanna Bergmann, hier ist Mara Lind. Ich habe alles gelesen und sehe es mir gleich an.");
        mara.composer().press("Enter");
        assertThat(mara.composer()).hasValue(Pattern.compile("^Guten Tag Johanna Bergmann"));
        assertThat(mara.page.locator(".picker")).hasCount(0);

        mara.looksAt("Unassigned").opens("Customer 5E0D");
        mara.page.locator(".composer .primary").click();
        mara.composer().fill("/hello");
        assertThat(mara.page.locator(".preview .tag")).hasText("Only in English");
        mara.composer().press("Enter");
        assertThat(mara.page.locator(".gaps")).hasText("Not filled in: shopper.name");
    }

    @Test
    @Line(18)
    void articlesAreQuotedOrLinkedInTheCustomersLanguageByKeysAlone() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.composer().fill("Guten Tag! ");
        mara.composer().press("End");
        mara.composer().pressSequentially("??tage");
        Locator offered = mara.page.locator(".picker [role=option]");
        assertThat(offered).hasCount(4);
        assertThat(mara.page.locator(".preview"))
                .hasText("Sie können Artikel innerhalb von 30 Tagen nach der Lieferung zurückgeben.");
        mara.axeFindsNothing("articles");
        mara.composer().press("Enter");
        assertThat(mara.composer())
                .hasValue("Guten Tag! Sie können Artikel innerhalb von 30 Tagen nach der Lieferung zurückgeben.");
        assertThat(offered).hasCount(0);

        mara.composer().pressSequentially(" ??tage");
        assertThat(offered).hasCount(4);
        mara.composer().press("ArrowDown");
        mara.composer().press("Tab");
        assertThat(mara.composer())
                .hasValue(
                        Pattern.compile(
                                "zurückgeben\\. Wie lange kann ich zurückgeben\\?: https://larkwell\\.example/help/returns/return-window$"));

        mara.composer().fill("Wirklich??");
        assertThat(offered).hasCount(0);
        mara.composer().fill("??hold");
        assertThat(mara.page.locator(".preview .tag")).hasText("Only in English");
        mara.composer().press("Escape");
        assertThat(offered).hasCount(0);
        assertThat(mara.composer()).hasValue("??hold");
        assertThat(mara.composer()).isFocused();
        mara.composer().fill("");
        mara.button("Articles").click();
        assertThat(mara.composer()).hasValue("??");
        assertThat(offered).not().hasCount(0);
    }

    @Test
    @Line(42)
    void anEndedSessionKeepsTheDraftAndIsBegunAnewInPlace() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.composer().fill("Noch da");
        desk.plays("expire");
        mara.composer().press("Control+Enter");
        mara.button("Send now").click();
        Locator again = mara.page.locator("dialog.again");
        assertThat(again).containsText("What you have written is still here.");
        mara.page.keyboard().press("Escape");
        assertThat(again).isVisible();
        again.locator("input[name=password]").fill("wrong");
        again.locator(".primary").click();
        assertThat(again.locator(".fault")).containsText("do not belong together");
        again.locator("input[name=password]").fill("x");
        again.locator(".primary").click();
        assertThat(again).isHidden();
        assertThat(mara.turns().last()).containsText("Noch da");
    }

    @Test
    @Line(42)
    void signsOutEverywhere() {
        Agent mara = agent("mara");
        mara.page.locator(".me").click();
        mara.page.waitForRequest(
                request -> request.method().equals("DELETE") && request.url().endsWith("/agent/v1/sessions"),
                () -> mara.button("Sign out everywhere").click());
        assertThat(mara.page.locator("input[name=username]")).isVisible();
    }

    @Test
    void nothingThatAnyoneWritesBecomesMarkup() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        String attack = "<img src=x onerror=alert(1)><script>alert(1)</script>";
        desk.plays("message?text=" + URLEncoder.encode(attack, UTF_8));
        assertThat(mara.turns().last()).containsText(attack);
        mara.replies(attack);
        assertThat(mara.turns().last()).containsText(attack);
        assertThat(mara.row("Johanna Bergmann")).containsText("<img src=x");
        assertThat(mara.page.locator(".turn .body img, .row img, .composer img, .body script"))
                .hasCount(0);
    }

    @Test
    @Line(14)
    void aTranslatedMessageShowsItsOriginal() {
        Agent mara = agent("mara");
        mara.page.route("**/agent/v1/conversations/*", route -> {
            APIResponse response = route.fetch();
            String body = response.text()
                    .replaceFirst(
                            "\"text\":\"Meine Lampe[^\"]*\"",
                            "\"text\":\"My lamp arrived with a crack\",\"translated\":true,"
                                    + "\"original\":{\"text\":\"Meine Lampe hat einen Sprung\",\"language\":\"de\"}");
            route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(body));
        });
        mara.opens("Johanna Bergmann");
        Locator first = mara.turns().first();
        assertThat(first).containsText("My lamp arrived with a crack");
        first.locator("button", new Locator.LocatorOptions().setHasText("Machine translated"))
                .click();
        assertThat(first.locator(".body")).hasText("Meine Lampe hat einen Sprung");
        assertThat(first.locator(".body")).hasAttribute("lang", "de");
        first.locator("button", new Locator.LocatorOptions().setHasText("Show the translation"))
                .click();
        assertThat(first.locator(".body")).hasText("My lamp arrived with a crack");

        mara.opens("Camille Robert").opens("Johanna Bergmann");
        mara.button("Originals").click();
        assertThat(first.locator(".body")).hasText("Meine Lampe hat einen Sprung");
    }

    @Test
    @Line(35)
    void aNewMessageOfTheOpenConversationIsAnnouncedOnce() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        assertThat(mara.page.locator("[role=log]")).hasAttribute("aria-live", "off");
        desk.plays("message?text=Sind+Sie+da%3F");
        assertThat(mara.page.locator(".thread > [role=status]", new Page.LocatorOptions().setHasText("Sind Sie da?")))
                .hasCount(1);
    }

    @Test
    @Line(19)
    void theAssistantWhispersAndNothingGoesOutByItself() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        assertThat(mara.page.locator(".whisper")).containsText("Beschädigte Ware: …");
        int said = mara.turns().count();
        assertThat(mara.page.locator(".whisper p")).hasAttribute("lang", "de");
        mara.composer().fill("Guten Tag!");
        mara.button("Use").click();

        assertThat(mara.composer()).hasValue("Guten Tag!\nBeschädigte Ware: …");
        assertThat(mara.composer()).isFocused();
        assertThat(mara.page.locator(".whisper")).hasCount(0);
        assertThat(mara.turns()).hasCount(said);
        desk.plays("message?text=Hallo%3F");
        mara.button("Dismiss").click();
        assertThat(mara.page.locator(".whisper")).hasCount(0);
    }

    @Test
    @Line(19)
    void whatBecameOfAWhisperIsToldWhenSheSendsOrDismisses() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        Request first = told(mara, () -> {
            mara.button("Use").click();
            mara.composer().press("Control+Enter");
            mara.button("Send now").click();
        });
        assertThat(first.postData()).isEqualTo("{\"outcome\":\"accepted\"}");
        String here = "message?c=" + first.url().replaceAll(".*/conversations/([^/]+)/.*", "$1") + "&text=";
        desk.plays(here + "Und+wann%3F");
        assertThat(told(mara, () -> {
                            mara.button("Use").click();
                            mara.composer().press("Control+End");
                            mara.composer().pressSequentially(" Gern geschehen!");
                            mara.composer().press("Control+Enter");
                            mara.button("Send now").click();
                        })
                        .postData())
                .isEqualTo("{\"outcome\":\"edited\"}");
        desk.plays(here + "Wirklich%3F");
        assertThat(mara.page.locator(".whisper")).isVisible();
        assertThat(told(mara, () -> mara.replies("Einen Moment bitte.")).postData())
                .isEqualTo("{\"outcome\":\"rejected\"}");
        desk.plays(here + "Hallo%3F");
        assertThat(told(mara, () -> mara.button("Dismiss").click()).postData()).isEqualTo("{\"outcome\":\"rejected\"}");
    }

    private static Request told(Agent agent, Runnable deed) {
        return agent.page.waitForRequest(request -> request.url().endsWith("/outcome"), deed);
    }

    @Test
    @Line(19)
    void whispersCanBeSwitchedOffAndNothingIsAskedTwice() {
        Agent mara = agent("mara");
        List<String> asked = new ArrayList<>();
        mara.page.onRequest(request -> {
            if (request.url().matches(".*/(suggest|summary)")) {
                asked.add(request.url().replaceAll(".*/", ""));
            }
        });
        mara.opens("Johanna Bergmann");
        assertThat(mara.page.locator(".whisper")).isVisible();
        mara.looksAt("Unassigned").opens("نورة العتيبي");
        assertThat(mara.page.locator(".told")).hasCount(1);
        mara.looksAt("Mine").opens("Johanna Bergmann");
        assertThat(mara.page.locator(".whisper")).isVisible();
        mara.looksAt("Unassigned").opens("نورة العتيبي");
        assertThat(mara.page.locator(".told")).hasCount(1);
        assertThat(asked).containsExactlyInAnyOrder("suggest", "summary");

        mara.page.locator(".me").click();
        mara.page.getByLabel("Suggestions by the assistant").uncheck();
        mara.page.keyboard().press("Escape");
        mara.looksAt("Mine").opens("Johanna Bergmann");
        assertThat(mara.page.locator(".composer textarea")).isVisible();
        assertThat(mara.page.locator(".whisper")).hasCount(0);
        mara.page.reload();
        mara.looksAt("Mine").opens("Johanna Bergmann");
        assertThat(mara.page.locator(".composer textarea")).isVisible();
        assertThat(mara.page.locator(".whisper")).hasCount(0);
        assertThat(asked).hasSize(2);
    }
}
