package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers by which a shop steers, and agents' marks. Lines are those of docs/console.md. */
class ConsoleReportsTest extends ConsoleVocabulary {

    private static void opensReports(Agent lead) {
        lead.page.locator(".me").click();
        lead.page.locator("#me button").first().click();
        assertThat(lead.page.locator(".reports .figures")).isVisible();
    }

    private static Locator report(Agent lead, int place) {
        return lead.page.locator(".reports nav button").nth(place);
    }

    private static Locator numbers(Agent lead) {
        return lead.page.locator(".reports .figures .value");
    }

    /** The number that an address asks for, as its answer tells how many there are. */
    private static int total(Page page, Runnable click) {
        return Integer.parseInt(page.waitForResponse(
                        response -> response.url().contains("/conversations?")
                                && response.url().contains("number="),
                        click)
                .text()
                .replaceAll(".*\"total\":([0-9]+).*", "$1"));
    }

    @Test
    @Line(39)
    void eachNumberOpensTheConversationsBehindItAndIsAsMany() {
        Agent mara = agent("mara");
        opensReports(mara);
        Locator behind = mara.page.locator(".behind");
        for (int place = 0; place < 3; place++) {
            int shown = Integer.parseInt(numbers(mara).nth(place).innerText().replaceAll("\\D", ""));
            Locator number = numbers(mara).nth(place);
            assertThat(total(mara.page, number::click)).isEqualTo(shown);
            assertThat(behind.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("^" + shown + " conversation.*"));
            assertThat(behind.locator("h3")).isFocused();
            mara.button("Back to the report").click();
        }
        report(mara, 1).click();
        Locator share = mara.page.locator(".figures small .link").first();
        int part = Integer.parseInt(share.innerText());
        assertThat(total(mara.page, share::click)).isEqualTo(part);
        mara.button("Back to the report").click();
        Locator cell = mara.page.locator(".reports tbody td .link").first();
        assertThat(total(mara.page, cell::click)).isPositive();
        assertThat(behind.locator("h3")).hasText(Pattern.compile("Solved, confirmed, .+"));
        behind.locator("li button").first().click();
        assertThat(mara.page.locator(".reports")).hasCount(0);
        assertThat(mara.page.locator(".thread .who h2")).isVisible();
    }

    @Test
    @Line(39)
    void periodTimeZoneAndWhatItIsToldApartByAreAskedOfTheService() {
        Agent mara = agent("mara", window(1440, 860).setTimezoneId("Australia/Adelaide"));
        opensReports(mara);
        Locator reports = mara.page.locator(".reports");
        // The period, what it is told apart by, and the time zone.
        Locator asked = reports.locator(".asked").first().locator("select");
        assertThat(asked.nth(2)).hasValue("Australia/Adelaide");
        assertThat(reports.locator("tbody tr")).hasCount(28);
        assertThat(reports.locator("tbody tr").last()).containsText("so far");
        asked.first().selectOption("week");
        assertThat(reports.locator("tbody tr")).hasCount(7);
        asked.nth(1).selectOption("language");
        assertThat(reports.locator("tbody th").first()).hasText("German");
        String csv = String.valueOf(reports.getByText("CSV").getAttribute("href"));
        assertThat(csv).contains("/reports/volume?", "tz=Australia%2FAdelaide", "by=language", "format=csv");
        asked.first().selectOption("custom");
        reports.locator("input[type=date]").first().fill("2020-02-01");
        reports.locator("input[type=date]").last().fill("2020-02-02");
        assertThat(reports.locator(".empty")).hasText("Nothing happened in this period.");
        assertThat(reports.locator(".chart")).hasCount(0);
        assertThat(numbers(mara).first()).hasText("0");
        assertThat(numbers(mara).last()).hasText("–");
    }

    @Test
    @Line(39)
    void bothErrorsStandBesideTheCutOffThatMakesThem() {
        Agent mara = agent("mara");
        opensReports(mara);
        report(mara, 6).click();
        assertThat(mara.page.locator(".reports .notes")).containsText("from a confidence of 0.3 on");
        assertThat(mara.page.locator(".reports tbody th").first()).hasText("0–0.1");
        assertThat(mara.page.locator(".figures dt")).hasText(new String[] {"False answers", "False refusals"});
        assertThat(mara.page.locator(".figures .formula").first()).containsText("marked wrong by an agent");
    }

    @Test
    @Line(40)
    void aChartIsReadByArrowsAndSaysWhatTheTableSays() {
        Agent mara = agent("mara");
        opensReports(mara);
        Locator plot = mara.page.locator(".plot");
        assertThat(plot.locator("canvas")).isVisible();
        plot.focus();
        Locator heard = mara.page.locator(".chart [role=status]");
        Locator rows = mara.page.locator(".reports tbody tr");
        mara.page.keyboard().press("ArrowRight");
        assertThat(heard)
                .containsText(rows.first().locator("th").innerText() + ": Conversations "
                        + rows.first().locator("td").first().innerText() + ";");
        mara.page.keyboard().press("End");
        assertThat(heard)
                .containsText("so far: Conversations "
                        + rows.last().locator("td").first().innerText() + ";");
        mara.page.keyboard().press("ArrowLeft");
        assertThat(heard).containsText(rows.nth(26).locator("th").innerText());
        assertThat(mara.page.locator(".legend .swatch")).hasCount(3);
        report(mara, 1).click();
        mara.page.locator(".reports").getByLabel("In the chart").selectOption("time");
        assertThat(mara.page.locator(".legend li"))
                .hasText(new String[] {"Time to resolution, half within", "Time to resolution, 9 of 10 within"});
    }

    @Test
    @Line(40)
    void arrowsAndNumbersFollowTheLanguage() {
        Agent mara = agent("mara", window(1440, 860).setLocale("ar"));
        opensReports(mara);
        mara.page.locator(".plot").focus();
        mara.page.keyboard().press("Home");
        String first = mara.page.locator(".reports tbody th").first().innerText();
        String second = mara.page.locator(".reports tbody th").nth(1).innerText();
        Locator heard = mara.page.locator(".chart [role=status]");
        assertThat(heard).containsText(first);
        mara.page.keyboard().press("ArrowLeft");
        assertThat(heard).containsText(second);
        Agent german = agent("mara", window(1440, 860).setLocale("de-DE"));
        opensReports(german);
        assertThat(numbers(german).last()).hasText(Pattern.compile("[0-9]+,[0-9]\\s%"));
    }

    @ParameterizedTest(name = "{0} {1} {2}x{3}")
    @CsvSource({"en-GB, LIGHT, 1440, 860, 1", "ar, DARK, 360, 720, 3"})
    @Line(40)
    void axeFindsNothingInAnyReport(String locale, ColorScheme scheme, int width, int height, int step) {
        Agent mara = agent("mara", window(width, height).setLocale(locale).setColorScheme(scheme));
        opensReports(mara);
        for (int place = 0; place < 7; place += step) {
            report(mara, place).click();
            assertThat(report(mara, place)).hasAttribute("aria-current", "page");
            assertThat(mara.page.locator(".plot canvas")).isVisible();
            mara.axeFindsNothing("report " + place);
        }
        numbers(mara).first().click();
        assertThat(mara.page.locator(".behind li").first()).isVisible();
        mara.axeFindsNothing("what is behind a number");
        assertThat(mara.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    @Line(40)
    void isLoadedWhenItIsOpened() {
        List<String> loaded = new CopyOnWriteArrayList<>();
        Agent mara = agent("mara");
        mara.page.onRequest((Request request) -> loaded.add(request.url()));
        mara.opens("Johanna Bergmann");
        assertThat(loaded).noneMatch(url -> url.contains("/console/reports."));
        opensReports(mara);
        assertThat(loaded).anyMatch(url -> url.contains("/console/reports."));
    }

    @Test
    @Line(39)
    void aReplyIsMarkedAndTheMarkTakenBack() {
        Agent mara = agent("mara");
        mara.opens("Johanna Bergmann");
        Locator reply = mara.page.locator(".turn.assistant").first();
        Locator mark = reply.locator(".judged button");
        mark.focus();
        assertThat(mark).hasText("Wrong answer");
        mark.press("Enter");
        assertThat(mark).hasAttribute("aria-pressed", "true");
        assertThat(mara.page.locator(".toast")).containsText("It counts in the reports");
        mara.axeFindsNothing("a marked reply");
        mara.page.reload();
        mara.opens("Johanna Bergmann");
        assertThat(mark).hasAttribute("aria-pressed", "true");
        mark.press("Enter");
        assertThat(mark).hasAttribute("aria-pressed", "false");
        mark.press("Enter");
        mara.button("Undo").click();
        assertThat(mark).hasAttribute("aria-pressed", "false");
        Agent yusuf = agent("yusuf");
        yusuf.page.locator(".me").click();
        assertThat(yusuf.page.locator("#me button").first()).not().hasText("Reports");
    }
}
