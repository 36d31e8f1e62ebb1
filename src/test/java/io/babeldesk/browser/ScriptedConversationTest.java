package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and models do, told event by event. */
class ScriptedConversationTest extends ShopperVocabulary {

    private ScriptedFeed feed;

    @BeforeEach
    void feedIsScripted() {
        feed = new ScriptedFeed(page);
    }

    private void conversationBegins() {
        feed.takesOver();
        shopperOpens("en", "GB");
        shopperAsks("Where is my order LW-204481?");
        page.waitForFunction("() => window.connections > 0");
        assertThat(page.locator(".pending")).hasCount(0);
    }

    private void peopleAreThere(boolean open) {
        serviceSays("**/widget-config?*", "\"open\":(true|false)}", "\"open\":" + open + "}");
    }

    /** In the service's own answer, something else. */
    private void serviceSays(String where, String pattern, String instead) {
        page.route(
                where,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(route.fetch().text().replaceFirst(pattern, instead))));
    }

    @Test
    @Line({21, 22})
    void finishedTurnsAreAnnouncedOnceAndPiecesNever() {
        conversationBegins();
        page.evaluate("""
                () => {
                  const spoken = document.documentElement.lastElementChild.shadowRoot.querySelector('.hidden[role=status]');
                  window.said = [];
                  new MutationObserver(() => said.push(spoken.textContent)).observe(spoken, { childList: true });
                }""");
        assertThat(page.locator("[role=log]")).hasAttribute("aria-live", "off");
        assertThat(page.locator("[role=log]")).hasAttribute("aria-label", "Conversation");

        feed.answerBegins("trn_a");
        feed.hints("turn.delta", "{\"turn\":\"trn_a\",\"n\":0,\"text\":\"It is \"}");
        feed.hints("turn.delta", "{\"turn\":\"trn_a\",\"n\":1,\"text\":\"on its way.\"}");
        assertThat(page.locator(".turn.assistant .body")).hasText("It is on its way.");
        assertThat(page.locator(".progress")).containsText("Writing");
        assertThat(page.evaluate("() => said")).isEqualTo(List.of());
        feed.answerIs("trn_a", "It is on its way.");
        feed.hints("typing", "{\"name\":\"Mara\"}");
        assertThat(page.locator(".progress")).containsText("Mara is writing");
        feed.agentSays("trn_b", "Hello, this is Mara.");

        assertThat(page.locator(".turn.agent")).isVisible();
        assertThat(page.evaluate("() => said")).isEqualTo(List.of("It is on its way.", "Hello, this is Mara."));
    }

    @Test
    @Line(36)
    void stopEndsAnAnswerAtOnceAndKeepsWhatThereWas() {
        conversationBegins();
        feed.answerBegins("trn_a");
        feed.hints("turn.delta", "{\"turn\":\"trn_a\",\"n\":0,\"text\":\"It is \"}");

        Object gone = page.locator(".progress button").evaluate("""
                (stop) => {
                  stop.click();
                  return !stop.isConnected;
                }""");
        feed.hints("turn.delta", "{\"turn\":\"trn_a\",\"n\":1,\"text\":\"on its way.\"}");

        assertThat(gone).as("nothing is waited for").isEqualTo(true);
        assertThat(page.locator(".turn.assistant")).containsText("You stopped this answer");
        assertThat(page.locator(".turn.assistant .body")).hasText("It is");
    }

    @Test
    @Line(37)
    void whoeverLooksBackIsLeftAloneAndALongAnswerShowsItsBeginning() {
        conversationBegins();
        feed.answerBegins("trn_a");
        feed.answerIs("trn_a", "first line " + "and more words ".repeat(300));
        Locator log = page.locator("[role=log]");
        assertThat(page.locator(".turn.assistant .body")).isVisible();
        assertThat((Boolean) page.locator(".turn.assistant")
                        .evaluate("turn => turn.offsetTop >= turn.offsetParent.scrollTop"))
                .as("the first line is in view")
                .isTrue();

        log.evaluate("""
                (log) => new Promise((done) => {
                  log.addEventListener('scroll', done, { once: true });
                  log.scrollTop = 0;
                })""");
        feed.agentSays("trn_b", "Something new");

        Locator newest = page.locator(".newest");
        assertThat(newest).isVisible();
        assertThat(log).hasJSProperty("scrollTop", 0);
        newest.click();
        assertThat(newest).isHidden();
        assertThat(page.locator(".turn.agent")).isInViewport();
    }

    @Test
    @Line(41)
    void soundIsOffUntilItIsChosenAndIsRemembered() {
        page.addInitScript("""
                window.notes = 0;
                addEventListener('click', () => (window.touched = true));
                Object.defineProperty(navigator, 'userActivation', { value: { get hasBeenActive() { return window.touched; } } });
                window.OscillatorNode = class { constructor() { notes++; } connect(to) { return to; } start() {} stop() {} };
                window.GainNode = class { connect(to) { return to; } };
                window.AudioContext = class {};
                """);
        conversationBegins();
        feed.agentSays("trn_a", "one");
        assertThat(page.locator(".turn.agent")).hasCount(1);
        assertThat(page.evaluate("() => notes")).isEqualTo(0);

        panel().getByLabel("Options").click();
        panel().getByLabel("Sound for new messages").check();
        page.keyboard().press("Escape");
        feed.agentSays("trn_b", "two");
        assertThat(page.locator(".turn.agent")).hasCount(2);
        assertThat(page.evaluate("() => notes")).isEqualTo(1);

        page.reload();
        page.waitForFunction("() => window.connections > 0");
        feed.agentSays("trn_c", "three");
        assertThat(page.locator(".turn.agent")).hasCount(1);
        assertThat(page.evaluate("() => notes"))
                .as("before the page was touched")
                .isEqualTo(0);
        composer().click();
        feed.agentSays("trn_d", "four");
        assertThat(page.locator(".turn.agent")).hasCount(2);
        assertThat(page.evaluate("() => notes")).isEqualTo(1);
    }

    @Test
    @Line({42, 14})
    void aPersonComesAndIsNamedAtEachStep() {
        peopleAreThere(true);
        conversationBegins();
        page.evaluate("() => { window.handed = 0; babeldesk('on', 'handoff', () => handed++); }");
        assertThat(personButton()).hasText("Talk to a person");

        feed.tells("conversation.updated", "{\"state\":\"queued\",\"queue_position\":2}");
        assertThat(panel()).containsText("Your place in the queue: 2.");
        feed.tells("conversation.updated", "{\"state\":\"queued\",\"queue_position\":1}");
        assertThat(panel()).containsText("Your place in the queue: 1.");
        feed.tells("conversation.updated", "{\"state\":\"open\",\"agent\":{\"name\":\"Mara\"}}");
        feed.tells("turn.created", """
                {"turn":{"id":"trn_s","seq":1100,"author":"system","text":"Mara joined the chat","status":"complete"}}""");
        feed.agentSays("trn_a", "Hello");
        assertThat(panel()).containsText("In the chat: Mara");
        assertThat(page.locator(".turn.system")).hasText("Mara joined the chat");
        assertThat(page.locator(".turn.agent .body")).hasText("Hello");
        feed.tells("conversation.updated", "{\"state\":\"assistant\",\"agent\":null}");
        assertThat(personButton()).hasText("Talk to a person");
        assertThat(page.evaluate("() => handed")).isEqualTo(1);
    }

    @Test
    @Line(42)
    void outOfHoursTheQueueSaysWhenPeopleAreThere() {
        peopleAreThere(false);
        conversationBegins();

        feed.tells("conversation.updated", "{\"state\":\"queued\"}");

        assertThat(panel()).containsText("Our team is away right now");
    }

    @Test
    @Line(43)
    void whatAMachineTranslatedSaysSoAndShowsTheOriginal() {
        conversationBegins();

        feed.tells("turn.created", """
                {"turn":{"id":"trn_a","seq":1100,"author":"agent","name":"Mara","text":"Your parcel is here.",
                 "original":"Ihr Paket ist da.","status":"complete"}}""");

        Locator original = page.locator(".turn.agent details");
        assertThat(original.locator("p")).isHidden();
        original.locator("summary").click();
        assertThat(original.locator("p")).hasText("Ihr Paket ist da.");
    }

    @Test
    @Line(45)
    void theChatIsRatedOnceByKeyboardWhenItIsOverAndSheIsAsked() {
        List<String> scores = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/csat")) {
                scores.add(request.postData());
            }
        });
        conversationBegins();

        feed.hints("typing", "{\"name\":\"Mara\"}");
        feed.tells("conversation.updated", "{\"state\":\"resolved\"}");
        assertThat(page.locator(".progress")).hasCount(0);
        Locator four = panel().getByLabel("4 out of 5");
        assertThat(panel()).containsText("This conversation has ended.");
        assertThat(four).hasCount(0);
        feed.tells("csat.requested", "{\"csat_question\":\"Wie war dieser Chat?\",\"language\":\"de\"}");
        assertThat(panel()).containsText("Wie war dieser Chat?");
        four.focus();
        page.waitForResponse("**/csat", () -> page.keyboard().press("Enter"));

        Locator words = panel().getByPlaceholder("What was good, what could be better? (optional)");
        words.fill("Very patient");
        page.waitForResponse(
                "**/csat",
                () -> panel().locator(".sheet")
                        .getByText("Send", new Locator.GetByTextOptions().setExact(true))
                        .click());
        assertThat(words).isHidden();
        assertThat(four).hasCount(0);
        page.reload();
        page.waitForFunction("() => window.connections > 0");
        feed.tells("conversation.updated", "{\"state\":\"resolved\"}");
        assertThat(panel()).containsText("This conversation has ended.");
        assertThat(four).hasCount(0);
        assertThat(scores).containsExactly("{\"score\":4}", "{\"score\":4,\"comment\":\"Very patient\"}");
    }

    @Test
    @Line(40)
    void theTranscriptIsDownloadedAndMailedToAVerifiedAddressAlone() throws IOException {
        AtomicInteger mailed = new AtomicInteger();
        page.route("**/transcript", route -> {
            mailed.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setStatus(202));
        });
        conversationBegins();
        panel().getByLabel("Options").click();
        assertThat(panel().getByText("Send transcript to")).hasCount(0);
        Download copy = page.waitForDownload(
                () -> panel().getByText("Download transcript").click());
        try (InputStream in = copy.createReadStream()) {
            assertThat(in.readNBytes(3)).isEqualTo(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }

        serviceSays("**/session", "\\{", "{\"email\":\"anna@example.com\",");
        page.reload();
        page.waitForFunction("() => window.connections > 0");
        panel().getByLabel("Options").click();
        // While the service sends no mail.
        assertThat(panel().getByText("Send transcript to")).hasCount(0);

        serviceSays("**/widget-config?*", "\"mail\":false", "\"mail\":true");
        page.reload();
        page.waitForFunction("() => window.connections > 0");
        panel().getByLabel("Options").click();
        panel().getByText("Send transcript to anna@example.com").click();
        assertThat(page.locator(".banner")).hasText("The transcript is on its way.");
        assertThat(mailed.get()).isEqualTo(1);
    }

    @Test
    @Line(34)
    void aStaleNumberMakesTheWidgetReadEverythingAgain() {
        conversationBegins();
        feed.agentSays("trn_a", "from a log that was lost");
        assertThat(page.locator(".turn.agent")).hasCount(1);

        feed.hints("resync", "{\"seq\":1}");

        assertThat(page.locator(".turn.agent")).hasCount(0);
        assertThat(page.locator(".turn.shopper")).hasCount(1);
    }

    @Test
    @Line(38)
    void missedMessagesAreCountedInEveryTabAndReadInOne() {
        shopperVisits("en", "GB");
        Page second = newPage();
        page.evaluate("() => babeldesk('send', 'How long do I have to return a jumper?')");
        assertThat(page.locator(".launcher b")).hasText("1");
        assertThat(launcher()).hasAttribute("aria-label", "Open chat, 1 new message");

        second.navigate(page.url());
        assertThat(second.locator(".launcher b")).hasText("1");
        second.locator(".launcher").click();
        assertThat(second.locator(".launcher b")).isEmpty();

        assertThat(page.locator(".launcher b")).isEmpty();
        assertThat(launcher()).hasAttribute("aria-label", Pattern.compile("Open chat"));
    }
}
