package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shopper who writes Arabic and an agent who reads German, each in a browser, from the first word to the report. */
class TwoBrowsersTest extends ConsoleVocabulary {

    private static final String CRY = "هذه ثالث مرة أسأل! خدمتكم سيئة جدا وأنا غاضب جدا";
    private static final String YES = "نعم، أريد شخصًا";
    private static final String ASKED = "خُصم المبلغ مرتين من بطاقتي، رقم الطلب LW-204481";
    private static final String READ =
            "Der Betrag wurde zweimal von meiner Karte abgebucht, die Bestellnummer ist LW-204481";
    private static final String WROTE = "Wir haben 349 SAR für Ihre Bestellung LW-204481 erstattet.";
    private static final String REPLY = "لقد رددنا لك 349 SAR عن طلبك LW-204481.";
    private static final String THANKS = "شكرا جزيلا";
    private static final String SHOWN = "هذا كشف الحساب";

    /** As a model is told: what must not change stands under marks. */
    private static final Map<String, String> PHRASES = Map.of(
            "خُصم المبلغ مرتين من بطاقتي، رقم الطلب [[ORDER_1]]",
            "Der Betrag wurde zweimal von meiner Karte abgebucht, die Bestellnummer ist [[ORDER_1]]",
            "Wir haben [[AMOUNT_1]] für Ihre Bestellung [[ORDER_1]] erstattet.",
            "لقد رددنا لك [[AMOUNT_1]] عن طلبك [[ORDER_1]].",
            THANKS,
            "Vielen Dank",
            SHOWN,
            "Das ist der Kontoauszug",
            CRY,
            "Das ist das dritte Mal, dass ich frage! Ihr Service ist sehr schlecht und ich bin sehr wütend",
            YES,
            "Ja, ich möchte einen Menschen");

    private Service service;
    private PhraseBook model;

    @BeforeEach
    void openShop(@TempDir Path data) {
        model = new PhraseBook(PHRASES);
        service = new Service(data, Map.of("LLM_BASE_URL", model.url().toString()));
    }

    @AfterEach
    void closeShop() {
        service.close();
        model.close();
    }

    private Agent admin() {
        Agent admin = new Agent(newPage(window(1440, 860).setLocale("de-DE"), service.url() + "/console"));
        admin.signsIn("admin", Service.ADMIN_PASSWORD);
        assertThat(admin.page.locator(".shell")).isVisible();
        // Whoever is busy is given nothing, and takes what she wants.
        admin.page.locator(".status select").selectOption("busy");
        admin.looksAt("Warteschlange");
        return admin;
    }

    private Page shopper() {
        Page shopper = newPage(
                window(1100, 800), service.url().resolve("/?lang=ar&market=SA").toString());
        shopper.locator(".launcher").click();
        return shopper;
    }

    private static Locator panel(Page shopper) {
        return shopper.getByRole(AriaRole.DIALOG).first();
    }

    private static void says(Page shopper, String text) {
        Locator composer = panel(shopper).getByRole(AriaRole.TEXTBOX);
        composer.fill(text);
        composer.press("Enter");
    }

    private static Locator body(Agent agent) {
        return agent.turns().last().locator(".body");
    }

    private static void inBothThemes(Agent agent, String place) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            agent.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            agent.axeFindsNothing(place + ", " + scheme);
        }
    }

    private static String widget(String key) throws IOException {
        return ShopperVocabulary.widgetText("ar", key);
    }

    @Test
    @Line({2, 6, 7, 14, 15, 16, 23, 28, 30, 37, 38, 39})
    void fromAngerToTheReportInTwoLanguagesWhileTheLineBreaksOnEitherSide(@TempDir Path device) throws IOException {
        Agent admin = admin();
        Page shopper = shopper();
        sheIsAngryAndIsHeard(shopper, admin);
        sheIsUnderstood(shopper, admin);
        sheShowsSomething(shopper, admin, device);
        sheIsAnsweredInHerLanguageAcrossABreak(shopper, admin);
        sheThanksAcrossABreak(shopper, admin);
        itEndsAndSheSaysWhatSheThinks(shopper, admin);
        itIsInTheReport(admin);
    }

    private static void sheIsAngryAndIsHeard(Page shopper, Agent admin) {
        says(shopper, CRY);
        shopper.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(YES))
                .click();
        admin.row(YES)
                .filter(new Locator.FilterOptions().setHasText("Hat das Angebot"))
                .click();
        assertThat(admin.page.locator(".summary")).containsText("ثالث مرة");
        assertThat(admin.page.locator(".summary .mood")).containsText("verärgert");
        admin.page.locator(".not-mine .primary").click();
        assertThat(admin.page.locator(".audience")).hasText("Geht maschinell übersetzt hinaus: Arabisch");
    }

    private void sheIsUnderstood(Page shopper, Agent admin) {
        says(shopper, ASKED);
        assertThat(body(admin)).hasText(READ);
        assertThat(body(admin)).hasCSS("direction", "ltr");
        admin.turns()
                .last()
                .locator("button", new Locator.LocatorOptions().setHasText("Original auf Arabisch"))
                .click();
        assertThat(body(admin)).hasText(ASKED);
        assertThat(body(admin)).hasAttribute("lang", "ar");
        assertThat(body(admin)).hasCSS("direction", "rtl");
        assertThat(String.join("\n", model.asked)).doesNotContain("204481");
    }

    private static void sheShowsSomething(Page shopper, Agent admin, Path device) throws IOException {
        Path picture = Files.write(device.resolve("statement.png"), UploadTest.PICTURE);
        Locator attach = panel(shopper).getByLabel(widget("attach"));
        shopper.waitForFileChooser(attach::click).setFiles(picture);
        Locator sheet = shopper.locator(".sheet");
        sheet.getByRole(AriaRole.TEXTBOX).fill(SHOWN);
        send(shopper).click();
        Locator shown = admin.turns().last().locator(".files img");
        assertThat(shown).hasAttribute("alt", SHOWN);
        assertThat(shown).hasJSProperty("naturalWidth", 10);
        assertThat(admin.turns().last().locator(".files")).containsText("Vom Dienst neu gezeichnet");
        assertThat(body(admin)).hasText("Das ist der Kontoauszug");
    }

    private static Locator send(Page shopper) throws IOException {
        return shopper.locator(".sheet")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(widget("send")));
    }

    private static void sheIsAnsweredInHerLanguageAcrossABreak(Page shopper, Agent admin) throws IOException {
        admin.composer().first().fill(WROTE);
        admin.button("Übersetzung ansehen").click();
        Locator preview = admin.page.locator(".translated textarea");
        assertThat(preview).hasValue(REPLY);
        inBothThemes(admin, "a preview");
        shopper.context().setOffline(true);
        preview.press("Control+Enter");
        admin.button("Jetzt senden").click();
        assertThat(body(admin)).hasText(WROTE);
        shopper.context().setOffline(false);
        Locator reply = shopper.locator(".turn.agent");
        assertThat(reply).hasCount(1);
        assertThat(reply.locator(".body")).hasText(REPLY);
        assertThat(reply.locator("summary")).hasText(widget("translated"));
        reply.locator("summary").click();
        assertThat(reply.locator("details p")).hasText(WROTE);
    }

    private static void sheThanksAcrossABreak(Page shopper, Agent admin) {
        admin.page.context().setOffline(true);
        says(shopper, THANKS);
        assertThat(shopper.locator(".turn.shopper:not(.pending)")).hasCount(5);
        admin.page.context().setOffline(false);
        assertThat(body(admin)).hasText("Vielen Dank");
    }

    private static void itEndsAndSheSaysWhatSheThinks(Page shopper, Agent admin) throws IOException {
        admin.button("Erledigen").click();
        assertThat(admin.page.locator(".thread .state")).containsText("Erledigt");
        assertThat(panel(shopper)).containsText(widget("ended"));
        Locator stars = panel(shopper)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("5|٥")));
        shopper.waitForResponse("**/csat", () -> stars.last().click());
        shopper.locator(".sheet").getByRole(AriaRole.TEXTBOX).fill("صبورة جدا");
        Locator send = send(shopper);
        shopper.waitForResponse("**/csat", send::click);
        assertThat(admin.page.locator(".log .given")).containsText("★★★★★");
        assertThat(admin.page.locator(".log .given q")).hasText("صبورة جدا");
        inBothThemes(admin, "the conversation");
    }

    private static void itIsInTheReport(Agent admin) {
        admin.page.locator(".me").click();
        admin.page.locator("#me button").first().click();
        Locator reports = admin.page.locator(".reports");
        reports.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Zufriedenheit").setExact(true))
                .click();
        reports.locator(".asked").first().locator("select").nth(1).selectOption("language");
        assertThat(reports.locator("tbody tr")).hasCount(1);
        assertThat(reports.locator("tbody th")).hasText("Arabisch");
        assertThat(reports.locator("tbody td").first()).hasText("5");
        inBothThemes(admin, "the report");
        reports.locator("tbody td .link").first().click();
        assertThat(reports.getByRole(AriaRole.STATUS)).hasText("1 Gespräch oder Beitrag");
        reports.locator("li button").first().click();
        assertThat(admin.page.locator(".thread .state")).containsText("Erledigt");
    }
}
