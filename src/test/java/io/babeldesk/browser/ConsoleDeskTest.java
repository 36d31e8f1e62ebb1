package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The queue and what is done with a conversation. Lines are those of docs/console.md. */
class ConsoleDeskTest extends ConsoleVocabulary {

    @Test
    @Line(1)
    void threePanesFitALaptopAndAPhoneAndTheirWidthsAreRemembered() {
        Agent mara = agent("mara", window(1280, 720));
        mara.opens("Johanna Bergmann");
        for (String pane : new String[] {".views", ".queue", ".thread", "main > .panel"}) {
            assertThat(mara.page.locator(pane)).isVisible();
        }
        assertThat(mara.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        double before = mara.page.locator(".queue").boundingBox().width;
        mara.page.locator(".edge.first").focus();
        mara.page.keyboard().press("ArrowRight");
        mara.page.reload();
        assertThat(mara.page.locator(".queue")).isVisible();
        assertThat(mara.page.locator(".queue").boundingBox().width).isEqualTo(before + 20);

        mara.page.setViewportSize(360, 640);
        assertThat(mara.page.locator(".thread")).isHidden();
        mara.opens("Johanna Bergmann");
        assertThat(mara.page.locator(".queue")).isHidden();
        assertThat(mara.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        mara.button("Customer details").click();
        assertThat(mara.page.locator("dialog .panel")).containsText("Identity verified");
        mara.page.keyboard().press("Escape");
        mara.button("Back to the list").click();
        assertThat(mara.page.locator(".queue")).isVisible();
    }

    @Test
    @Line(2)
    void aRowTellsWhoInWhichLanguageSinceWhenUntilWhenAndWhy() {
        Agent mara = agent("mara");
        mara.looksAt("Unassigned");
        assertThat(mara.row("نورة العتيبي")).containsText(Pattern.compile("min"));
        assertThat(mara.row("نورة العتيبي"))
                .containsText(
                        new String[] {"هل من أحد هنا؟AR Arabic2 min overUrgentCharged twice, fears fraudChatpayment"});
    }

    @Test
    @Line(3)
    void viewsCountWhileThingsHappen() {
        Agent mara = agent("mara");
        assertThat(mara.count("Unassigned")).hasText("3");
        assertThat(mara.count("Snoozed")).hasText("1");
        desk.plays("escalate");
        assertThat(mara.count("Unassigned")).hasText("4");
        mara.looksAt("Resolved");
        assertThat(mara.row("佐藤 花")).isVisible();
    }

    @Test
    @Line(4)
    void aNewEscalationIsThereWithoutReloadInTheTitleAndOnTheDesktop() {
        Agent mara = agent("mara");
        mara.page.evaluate("""
                () => {
                  window.shown = [];
                  window.Notification = class { static permission = 'granted'; static requestPermission = async () => 'granted';
                    constructor(title) { window.shown.push(title); } };
                  Object.defineProperty(document, 'hidden', { get: () => true });
                }""");
        mara.page.locator(".me").click();
        mara.page.getByLabel("Desktop notifications").check();
        assertThat(mara.page).hasTitle("(4) Babeldesk");
        mara.looksAt("Unassigned");
        desk.plays("escalate");
        assertThat(mara.row("Shopper 1")).isVisible();
        assertThat(mara.page).hasTitle("(5) Babeldesk");
        mara.page.waitForFunction("() => window.shown.length === 1");
        assertThat(mara.page.evaluate("() => window.shown[0]")).isEqualTo("4 conversations are waiting");
    }

    @Test
    @Line(5)
    void theListDoesNotJumpUnderThePointer() {
        Agent mara = agent("mara");
        mara.looksAt("All");
        assertThat(mara.page.locator(".row .name").first()).hasText("نورة العتيبي");
        mara.page.locator(".sort select").selectOption("newest");
        String first = mara.page.locator(".row .name").first().textContent();
        mara.page.locator(".row").first().hover();
        desk.plays("escalate");
        assertThat(mara.row("Shopper 1")).isVisible();
        assertThat(mara.page.locator("[aria-posinset='1'] .name")).hasText(first);
        mara.page.locator(".top h1").hover();
        assertThat(mara.page.locator("[aria-posinset='1'] .name")).hasText("Shopper 1");
    }

    @Test
    @Line(6)
    void theSummaryIsOnTopAndSaysThatAProgramWroteIt() {
        Agent mara = agent("mara");
        mara.looksAt("Unassigned").opens("نورة العتيبي");
        assertThat(mara.page.locator(".summary"))
                .containsText(Pattern.compile(
                        "AI text.*charged twice.*Wants.*خُصم.*Tried.*Shown.*Charged twice.*LW-204481.*upset, getting worse",
                        Pattern.DOTALL));
        assertThat(mara.page.locator(".summary")).hasAttribute("open", "");
    }

    @Test
    @Line(7)
    void twoClaimAndOneGetsItAndTheOtherSeesWho() {
        Agent mara = agent("mara");
        Agent yusuf = agent("yusuf");
        mara.looksAt("Unassigned").opens("Lucía Fernández");
        yusuf.looksAt("Unassigned").opens("Lucía Fernández");
        // Yusuf's screen stands still, as if both had clicked in the same moment.
        yusuf.page.route("**/agent/v1/conversations/*", route -> {});
        mara.page.locator(".composer .primary").click();
        assertThat(mara.composer()).isVisible();
        yusuf.page.locator(".composer .primary").click();
        assertThat(yusuf.page.locator(".toast")).containsText("Mara Lind has this conversation");
        assertThat(mara.page.locator(".thread .state")).hasText("Yours, reply needed");
    }

    @Test
    @Line(8)
    void isTransferredToAPersonWithANote() {
        Agent mara = agent("mara");
        Agent yusuf = agent("yusuf");
        mara.opens("Camille Robert");
        mara.page.keyboard().press("t");
        assertThat(mara.page.locator(".choices .good")).hasText("Speaks French");
        mara.page
                .locator("label", new Page.LocatorOptions().setHasText("Yusuf Haddad"))
                .click();
        mara.page.locator("textarea[name=note]").fill("Needs an invoice in French");
        mara.page.locator("dialog .primary").click();
        assertThat(mara.page.locator(".thread .state")).hasText("With Yusuf Haddad");
        assertThat(yusuf.row("Camille Robert")).isVisible();
    }

    @Test
    @Line(9)
    void colleaguesAreSeenInListAndThread() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        desk.plays("viewing");
        assertThat(mara.row("Johanna Bergmann").locator(".others")).containsText("Yusuf Haddad is looking at this");
        assertThat(mara.page.locator(".thread .others")).containsText("Yusuf Haddad is looking at this");
        desk.plays("typing");
        assertThat(mara.page.locator(".collision")).containsText("Yusuf Haddad is writing a reply here");
    }

    @Test
    @Line(22)
    void isSnoozedAndComesBackWhenTheShopperWrites() {
        Agent mara = agent("mara");
        mara.opens("Camille Robert");
        String path = mara.row("Camille Robert").getAttribute("id").replace("row-", "");
        mara.page.keyboard().press("s");
        mara.page
                .locator(".choice", new Page.LocatorOptions().setHasText("Tomorrow morning"))
                .click();
        assertThat(mara.page.locator(".thread .state")).containsText("Snoozed until");
        assertThat(mara.count("Snoozed")).hasText("2");
        assertThat(mara.row("Camille Robert")).hasCount(0);
        desk.plays("message?c=" + path + "&text=Bonjour");
        mara.looksAt("All");
        assertThat(mara.row("Camille Robert")).containsText("Bonjour");
    }

    @Test
    @Line(23)
    void isResolvedUndoneAndResolvedWithTheNextInView() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.button("Resolve").click();
        assertThat(mara.page.locator(".thread .state")).containsText("Resolved by Mara Lind");
        mara.page.locator(".toast .link").click();
        assertThat(mara.page.locator(".thread .state")).hasText("Yours, reply needed");
        mara.button("More").click();
        mara.button("Resolve and open the next").click();
        assertThat(mara.page.locator(".thread .who h2")).hasText("Camille Robert");
    }

    @Test
    @Line(24)
    void deadlinesAreTextAndPictureNotColourAlone() {
        Agent mara = agent("mara");
        mara.looksAt("All");
        assertThat(mara.row("نورة العتيبي").locator(".due.over")).containsText("over");
        assertThat(mara.row("Johanna Bergmann").locator(".due.soon")).containsText("left");
        assertThat(mara.row("Priya Nair").locator(".due.fine"))
                .hasAttribute("title", Pattern.compile("^Next response: .*"));
        assertThat(mara.row("Camille Robert").locator(".due")).hasCount(0);
    }

    @Test
    @Line(25)
    void thePanelTellsWhoTheShopperIsAndWhetherThatIsSure() {
        Agent mara = agent("mara");
        mara.looksAt("Unassigned").opens("نورة العتيبي");
        assertThat(mara.page.locator("main > .panel"))
                .containsText(Pattern.compile(
                        "Identity verified by the shop.*Arabic \\(ar-SA\\).*Saudi Arabia.*Asia/Riyadh.*larkwell.example.*Consent.*شكرًا",
                        Pattern.DOTALL));
        mara.opens("Customer 5E0D");
        assertThat(mara.page.locator(".identity")).hasText("Not signed in to the shop");
    }

    @Test
    @Line(38)
    void whatTheShopperThoughtOfItStandsBelowIt() {
        Agent mara = agent("mara");
        mara.looksAt("Resolved").opens("佐藤 花");
        assertThat(mara.page.locator(".given")).hasText(Pattern.compile("Rating: ★★★★★ ?ありがとうございました"));
        assertThat(mara.page.locator("main > .panel")).containsText("★★★★★");
    }

    @Test
    @Line(37)
    void anOlderAnswerThatComesLateChangesNothing() {
        Agent mara = agent("mara");
        Agent aiko = agent("aiko");
        aiko.looksAt("All").opens("Johanna Bergmann");
        mara.opens("Johanna Bergmann");
        AtomicReference<Route> held = new AtomicReference<>();
        AtomicReference<APIResponse> late = new AtomicReference<>();
        mara.page.route(Pattern.compile(".*/agent/v1/conversations/[a-z0-9_]+$"), route -> {
            if (held.get() == null) {
                late.set(route.fetch());
                held.set(route);
            } else {
                route.resume();
            }
        });
        aiko.page.getByLabel("Priority").selectOption("high");
        mara.page.waitForCondition(() -> held.get() != null);
        aiko.page.getByLabel("Priority").selectOption("urgent");
        assertThat(mara.page.getByLabel("Priority")).hasValue("urgent");
        mara.page.waitForResponse(
                response -> response.url().endsWith(held.get().request().url().replaceAll(".*/", "")),
                () -> held.get().fulfill(new Route.FulfillOptions().setResponse(late.get())));
        mara.page.waitForTimeout(200);
        assertThat(mara.page.getByLabel("Priority")).hasValue("urgent");
    }

    @Test
    @Line(30)
    void whatTheShopperShowedIsLookedAtAndDownloaded() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        Locator files = mara.page.locator(".files > li");
        assertThat(files.nth(0)).containsText("PNG, 48 kB");
        assertThat(files.nth(0)).containsText("Drawn anew by the service");
        assertThat(files.nth(1)).containsText("PDF, 1.3 MB");
        assertThat(files.nth(1)).containsText("No virus found");
        assertThat(files.nth(2)).containsText("Not looked through for viruses");
        assertThat(mara.page.locator(".files img")).hasCount(1);

        mara.button("Look at Der Schirm mit dem Sprung").focus();
        mara.page.keyboard().press("Enter");
        Locator large = mara.page.locator("dialog.picture img");
        assertThat(large).isVisible();
        assertThat(large).hasAttribute("alt", "Der Schirm mit dem Sprung");
        mara.axeFindsNothing("a picture");
        mara.page.keyboard().press("Escape");
        assertThat(large).hasCount(0);

        for (String name : List.of("Lampe – Schirm.png", "Rechnung.pdf")) {
            Download download = mara.page.waitForDownload(
                    () -> mara.page.getByLabel("Download " + name).click());
            assertThat(download.suggestedFilename()).isEqualTo(name);
        }
    }

    @Test
    @Line(28)
    void goesBackToTheAssistantAndIsTakenOverAgain() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        mara.button("More").click();
        mara.button("Return to the assistant").click();
        assertThat(mara.page.locator(".thread .state")).hasText("With the assistant");
        assertThat(mara.composer()).hasCount(0);
        mara.button("Take over").click();
        assertThat(mara.composer()).isVisible();
    }

    @Test
    @Line(29)
    void aLeadWatchesTheAssistantAndWhispersOrStepsIn() {
        Agent mara = agent("mara");
        mara.looksAt("Assistant").opens("Customer 99AA");
        assertThat(mara.turns().last()).containsText("5,90 €");
        mara.page.locator(".modes .note").click();
        mara.composer().fill("Sicily has a surcharge from June");
        mara.composer().press("Control+Enter");
        assertThat(mara.turns().last()).hasClass(Pattern.compile("note"));
        mara.page.locator(".modes .reply").click();
        mara.button("Take over").click();
        assertThat(mara.page.locator(".thread .state")).hasText("Yours, reply needed");
    }

    @Test
    @Line(36)
    void availabilityIsToldToTheService() {
        Agent mara = agent("mara");
        String told = mara.page
                .waitForRequest(
                        "**/agent/v1/me/status",
                        () -> mara.page.locator(".status select").selectOption("away"))
                .postData();
        assertThat(told).isEqualTo("{\"status\":\"away\"}");
    }

    @Test
    @Line(36)
    void whoeverDoesNothingForLongIsAwayUntilSheMoves() {
        Page page = newPage(window(1440, 860), desk.console());
        page.clock().install();
        page.reload();
        Agent mara = new Agent(page);
        mara.signsIn("mara", "x");
        assertThat(page.locator(".status select")).hasValue("online");
        page.clock().fastForward("11:00");
        assertThat(page.locator(".status select")).hasValue("away");
        page.keyboard().press("Shift");
        assertThat(page.locator(".status select")).hasValue("online");
    }

    @Test
    @Line(37)
    void afterACutNothingIsLostOrDoubled() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        int before = mara.turns().count();
        mara.page.context().setOffline(true);
        desk.plays("cut");
        assertThat(mara.page.locator(".banner")).containsText("Reconnecting");
        desk.plays("message?text=Hallo+1");
        desk.plays("message?text=Hallo+2");
        mara.page.context().setOffline(false);
        assertThat(mara.turns().last()).containsText("Hallo 2");
        assertThat(mara.turns()).hasCount(before + 2);
        assertThat(mara.page.locator(".banner")).hasCount(0);
        desk.plays("message?text=Hallo+3");
        assertThat(mara.turns()).hasCount(before + 3);
    }

    @Test
    @Line(5)
    void whatNobodyWaitsForComesByWhatHappenedLast() {
        Agent mara = agent("mara");
        desk.plays("quiet");
        mara.looksAt("Assistant");
        assertThat(mara.page.locator("[aria-posinset='2'] .name")).hasText("Quiet 60");
        assertThat(mara.page.locator("[aria-posinset='3'] .name")).hasText("Quiet 59");
    }

    @Test
    @Line(41)
    void aThousandConversationsAreAWindowOfRows() {
        Agent mara = agent("mara");
        desk.plays("crowd");
        mara.page.reload();
        mara.looksAt("Unassigned");
        assertThat(mara.count("Unassigned")).hasText("1,003");
        assertThat(mara.page.locator(".row").count()).isLessThan(40);
        mara.page.locator(".list").focus();
        mara.page.keyboard().press("End");
        assertThat(mara.page.locator("[aria-posinset='1003']")).isVisible();
        assertThat(mara.page.locator(".row").count()).isLessThan(40);
        mara.page.keyboard().press("Enter");
        assertThat(mara.page.locator(".turn").first()).isVisible();
    }

    @Test
    @Line(37)
    void aConversationThatCannotBeReachedIsOpenedAsSoonAsItCan() {
        Agent mara = agent("mara");
        mara.page.route("**/agent/v1/conversations/*", Route::abort);
        mara.row("Johanna Bergmann").click();
        assertThat(mara.page.locator(".toast")).containsText("It will be tried again");
        assertThat(mara.page.locator(".thread.loading")).isVisible();

        mara.page.unroute("**/agent/v1/conversations/*");

        assertThat(mara.turns().first()).isVisible();
    }

    @Test
    @Line(37)
    void whatHappensBeforeTheStreamIsThereIsSeenAsWell() {
        Agent mara = agent("mara");
        List<Route> streams = new ArrayList<>();
        mara.page.route("**/agent/v1/events", streams::add);
        mara.page.reload();
        assertThat(mara.count("Unassigned")).hasText("3");

        desk.plays("escalate");
        mara.page.unroute("**/agent/v1/events");
        streams.forEach(Route::resume);

        assertThat(mara.count("Unassigned")).hasText("4");
    }
}
