package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shopper who writes Arabic, and an agent who reads German. Lines are those of docs/console.md. */
class ConsoleTranslationTest extends ConsoleVocabulary {

    private static final String NOURA = "نورة العتيبي";
    private static final String ASKED = "خُصم المبلغ مرتين من بطاقتي! رقم الطلب LW-204481";
    private static final String READ =
            "Der Betrag wurde zweimal von meiner Karte abgebucht! Die Bestellnummer ist LW-204481";
    private static final String WROTE = "Wir haben 349 SAR für Ihre Bestellung LW-204481 erstattet.";
    private static final String REPLY = "لقد رددنا 349 ريالًا عن طلبك LW-204481.";

    /** Mara, whose console speaks German, before the conversation in Arabic. */
    private Agent mara() {
        Agent mara = agent("mara", window(1440, 860).setLocale("de-DE"));
        mara.looksAt("Warteschlange").opens(NOURA);
        return mara;
    }

    private Agent maraHasIt() {
        Agent mara = mara();
        mara.page.locator(".not-mine .primary").click();
        assertThat(mara.composer()).isVisible();
        return mara;
    }

    private static Locator body(Agent agent, int turn) {
        return agent.turns().nth(turn).locator(".body");
    }

    private static Locator preview(Agent agent) {
        return agent.page.locator(".translated textarea");
    }

    private void shopperSays(String text) {
        desk.plays("message?text=" + URLEncoder.encode(text, UTF_8));
    }

    private static String body(Request request) {
        return String.valueOf(request.postData());
    }

    @Test
    @Line(14)
    void whatIsSaidInArabicIsReadInGermanWithTheOriginalAtHand() {
        desk.plays("model");
        Agent mara = mara();
        assertThat(body(mara, 0)).hasText(READ);
        assertThat(body(mara, 0)).hasAttribute("lang", "de");
        assertThat(body(mara, 0)).hasCSS("direction", "ltr");
        assertThat(body(mara, 1)).containsText("Werktagen");

        mara.turns()
                .first()
                .locator(
                        "button",
                        new Locator.LocatorOptions().setHasText("Maschinell übersetzt. Original auf Arabisch"))
                .click();
        assertThat(body(mara, 0)).hasText(ASKED);
        assertThat(body(mara, 0)).hasAttribute("lang", "ar");
        assertThat(body(mara, 0)).hasCSS("direction", "rtl");
        assertThat(body(mara, 1)).hasAttribute("lang", "de");
        mara.turns()
                .first()
                .locator("button", new Locator.LocatorOptions().setHasText("Übersetzung zeigen"))
                .click();
        assertThat(body(mara, 0)).hasText(READ);
    }

    @Test
    @Line(14)
    void theConversationsChoiceIsKept() {
        desk.plays("model");
        Agent mara = mara();
        mara.button("Originale").click();
        assertThat(body(mara, 0)).hasText(ASKED);
        assertThat(body(mara, 1)).hasAttribute("lang", "ar");
        mara.page.reload();
        mara.looksAt("Warteschlange").opens(NOURA);
        assertThat(body(mara, 0)).hasText(ASKED);
        assertThat(mara.button("Originale")).hasAttribute("aria-pressed", "true");
        mara.button("Originale").click();
        assertThat(body(mara, 0)).hasText(READ);
    }

    @Test
    @Line(14)
    void aMessageIsThereBeforeItsTranslation() {
        desk.plays("model");
        Agent mara = maraHasIt();
        assertThat(body(mara, 0)).hasText(READ);
        List<Route> held = new CopyOnWriteArrayList<>();
        mara.page.route("**/translation?*", held::add);
        shopperSays("دفعتُ 349 ريالًا عن الطلب LW-204481");
        Locator last = mara.turns().last();
        assertThat(last.locator(".body")).hasText("دفعتُ 349 ريالًا عن الطلب LW-204481");
        assertThat(last).containsText("Wird übersetzt …");
        held.forEach(Route::resume);
        assertThat(last.locator(".body")).hasText("Ich habe 349 Riyal für die Bestellung LW-204481 bezahlt");
    }

    @Test
    @Line(14)
    void whatCannotBeTranslatedStaysAsItIsAndIsTriedAgain() {
        desk.plays("model");
        Agent mara = maraHasIt();
        shopperSays("كلام untranslatable");
        Locator last = mara.turns().last();
        assertThat(last).containsText("Ließ sich nicht übersetzen.");
        assertThat(last.locator(".body")).hasText("كلام untranslatable");
        mara.page.waitForResponse(
                "**/translation?*",
                () -> last.locator("button", new Locator.LocatorOptions().setHasText("Noch einmal"))
                        .click());
    }

    @Test
    @Line({14, 37})
    void whileTheLineIsCutATranslationIsWaitedFor() {
        desk.plays("model");
        Agent mara = maraHasIt();
        AtomicInteger asked = new AtomicInteger();
        mara.page.route("**/translation?*", route -> {
            if (asked.getAndIncrement() == 0) {
                route.abort();
            } else {
                route.resume();
            }
        });
        shopperSays("دفعتُ 349 ريالًا عن الطلب LW-204481");
        assertThat(mara.turns().last().locator(".body"))
                .hasText("Ich habe 349 Riyal für die Bestellung LW-204481 bezahlt");
        Assertions.assertThat(asked).hasValue(2);
    }

    @Test
    @Line(15)
    void sheSeesMendsAndChecksWhatTheShopperWillRead() {
        desk.plays("model");
        Agent mara = maraHasIt();
        assertThat(mara.page.locator(".audience")).hasText("Geht maschinell übersetzt hinaus: Arabisch");
        mara.composer().first().fill(WROTE);
        mara.button("Übersetzung ansehen").click();
        assertThat(preview(mara)).hasValue(REPLY);
        assertThat(preview(mara)).hasAttribute("lang", "ar");
        assertThat(preview(mara)).hasCSS("direction", "rtl");
        assertThat(mara.page.locator(".translated .tag")).hasText("Maschinell übersetzt");
        mara.button("Zurückübersetzen").click();
        assertThat(mara.page.locator(".translated .back"))
                .containsText("Wir haben 349 Riyal für Ihre Bestellung LW-204481 zurückgezahlt.");

        preview(mara).fill(REPLY + " شكرًا");
        mara.page.locator(".composer .send").click();
        assertThat(mara.pending()).containsText("شكرًا");
        Request sent = mara.page.waitForRequest(
                "**/messages", () -> mara.button("Jetzt senden").click());
        Assertions.assertThat(body(sent))
                .contains(
                        "\"text\":\"" + REPLY + " شكرًا\"",
                        "\"original\":\"" + WROTE + "\"",
                        "\"translate_to\":\"ar\"");
        Locator last = mara.turns().last();
        assertThat(last.locator(".body")).hasText(WROTE);
        last.locator("button", new Locator.LocatorOptions().setHasText("Auf Arabisch zeigen"))
                .click();
        assertThat(last.locator(".body")).hasText(REPLY + " شكرًا");
        assertThat(mara.composer()).hasValue("");
        assertThat(preview(mara)).hasCount(0);
    }

    @Test
    @Line(15)
    void whatSheChangedIsLookedAtAnewBeforeItGoesOut() {
        desk.plays("model");
        Agent mara = maraHasIt();
        mara.composer().first().fill(WROTE);
        mara.button("Übersetzung ansehen").click();
        assertThat(preview(mara)).hasValue(REPLY);
        mara.composer().first().fill("Ich sehe es mir gleich an.");
        assertThat(mara.page.locator(".translated .changed")).isVisible();
        mara.composer().first().press("Control+Enter");
        assertThat(preview(mara)).hasValue("سأنظر في الأمر حالًا.");
        assertThat(mara.pending()).hasCount(0);
        mara.composer().first().press("Control+Enter");
        assertThat(mara.pending()).containsText("سأنظر في الأمر حالًا.");
    }

    @Test
    @Line({13, 15})
    void takenBackItIsThereWithItsTranslation() {
        desk.plays("model");
        Agent mara = maraHasIt();
        mara.composer().first().fill(WROTE);
        mara.button("Übersetzung ansehen").click();
        assertThat(preview(mara)).hasValue(REPLY);
        preview(mara).press("Control+Enter");
        assertThat(preview(mara)).hasCount(0);
        mara.button("Rückgängig").click();
        assertThat(mara.composer().first()).hasValue(WROTE);
        assertThat(preview(mara)).hasValue(REPLY);
        mara.page.reload();
        mara.looksAt("Meine").opens(NOURA);
        assertThat(mara.composer().first()).hasValue(WROTE);
        assertThat(preview(mara)).hasValue(REPLY);
    }

    @Test
    @Line(15)
    void withoutALookItIsTranslatedOnItsWayOrNotSentAtAll() {
        desk.plays("model");
        Agent mara = maraHasIt();
        mara.sends("Jetzt senden", WROTE);
        Locator last = mara.turns().last();
        assertThat(last.locator(".body")).hasText(WROTE);
        last.locator("button", new Locator.LocatorOptions().setHasText("Auf Arabisch zeigen"))
                .click();
        assertThat(last.locator(".body")).hasText(REPLY);

        int said = mara.turns().count();
        mara.sends("Jetzt senden", "Das ist untranslatable");
        assertThat(mara.pending()).containsText("could not be translated");
        assertThat(mara.turns()).hasCount(said);
        mara.button("Bearbeiten").click();
        assertThat(mara.composer()).hasValue("Das ist untranslatable");
        mara.composer().press("Control+Enter");
        mara.button("Jetzt senden").click();
        mara.button("Unübersetzt senden").click();
        assertThat(mara.pending()).hasCount(0);
        assertThat(mara.turns()).hasCount(said + 1);
        assertThat(mara.turns().last().locator(".body")).hasText("Das ist untranslatable");
    }

    @Test
    @Line(15)
    void sheMayWriteInTheShoppersLanguageHerself() {
        desk.plays("model");
        Agent mara = maraHasIt();
        mara.button("Übersetzen in: Arabisch").click();
        assertThat(mara.page.locator(".audience")).hasText("Gelesen wird Arabisch");
        assertThat(mara.button("Übersetzung ansehen")).hasCount(0);
        mara.composer().fill("شكرًا");
        mara.composer().press("Control+Enter");
        Request sent = mara.page.waitForRequest(
                "**/messages", () -> mara.button("Jetzt senden").click());
        Assertions.assertThat(body(sent)).doesNotContain("translate_to");
    }

    @Test
    @Line({14, 15})
    void withoutAModelTheButtonsSayWhyTheyAreOff() {
        Agent mara = maraHasIt();
        assertThat(body(mara, 0)).hasText(ASKED);
        Locator off = mara.button("Übersetzen");
        assertThat(off).isDisabled();
        assertThat(off).hasAccessibleDescription("Übersetzung aus: kein Sprachmodell eingerichtet");
        assertThat(mara.page.locator("#translation-off")).isVisible();
        assertThat(mara.button("Übersetzung ansehen")).isDisabled();
        assertThat(mara.button("Übersetzung ansehen"))
                .hasAccessibleDescription("Übersetzung aus: kein Sprachmodell eingerichtet");
        mara.axeFindsNothing("translation off");
    }

    @ParameterizedTest
    @CsvSource({"de-DE, LIGHT", "ar-SA, DARK"})
    @Line({14, 15, 35})
    void axeFindsNothingInAPreview(String locale, ColorScheme scheme) {
        desk.plays("model");
        Agent mara = agent("mara", window(1280, 720).setLocale(locale).setColorScheme(scheme));
        mara.page.locator(".views button").nth(1).click();
        mara.opens(NOURA);
        mara.page.locator(".not-mine .primary").click();
        assertThat(body(mara, 0)).hasText(READ);
        mara.composer().first().fill(WROTE);
        mara.page.locator(".tools .link").click();
        assertThat(preview(mara)).hasValue(REPLY);
        mara.page.locator(".translated > .link").click();
        assertThat(mara.page.locator(".translated .back")).containsText("zurückgezahlt");
        mara.axeFindsNothing(locale + " " + scheme);
    }
}
