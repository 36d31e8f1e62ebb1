package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How smoothly the console scrolls through a thousand conversations and how soon it shows one, beside a bare list in the
 * same browser. Not among the tests: it prints times, which are the machine's. Run it by
 * {@code mvn -Dtest=ConsolePace test}.
 */
class ConsolePace extends ConsoleVocabulary {

    /** Scrolls by 40 pixels a frame, and gives the length of each frame in milliseconds. */
    private static final String FRAMES = """
            (selector) => new Promise((done) => {
              const list = document.querySelector(selector);
              const lengths = [];
              let before;
              const frame = (now) => {
                if (before !== undefined) lengths.push(now - before);
                before = now;
                list.scrollTop += 40;
                if (lengths.length < 300) requestAnimationFrame(frame);
                else done(lengths);
              };
              requestAnimationFrame(frame);
            })""";

    /** From the click to the frame that has the conversation's turns. */
    private static final String OPENING = """
            (position) => new Promise((done) => {
              const row = document.querySelector(`[aria-posinset='${position}']`);
              const name = row.querySelector('bdi').textContent;
              const begun = performance.now();
              row.click();
              const look = () => document.querySelector('.thread h2')?.textContent === name && document.querySelector('.log .turn')
                ? done(performance.now() - begun) : requestAnimationFrame(look);
              look();
            })""";

    private static final String BARE = "<div id=bare style='height:600px;overflow:auto'>"
            + "<p style='height:90px'>A row that says a few words about somebody who waits</p>".repeat(1_000)
            + "</div>";

    @Test
    void scrollsAThousandConversationsAndOpensOne() {
        Agent mara = agent("mara");
        desk.plays("crowd");
        mara.page.reload();
        mara.looksAt("Unassigned");
        assertThat(mara.count("Unassigned")).hasText("1,003");
        Page bare = newPage(window(1280, 720), "about:blank");
        bare.setContent(BARE);

        print("ms a frame, bare list", numbers(bare.evaluate(FRAMES, "#bare")));
        print("ms a frame, queue of 1,003", numbers(mara.page.evaluate(FRAMES, ".list")));
        mara.page.evaluate("() => (document.querySelector('.list').scrollTop = 0)");
        assertThat(mara.page.locator("[aria-posinset='1']")).isVisible();
        double[] openings = new double[6];
        for (int position = 1; position <= openings.length; position++) {
            openings[position - 1] = numbers(List.of(mara.page.evaluate(OPENING, position)))[0];
        }
        print("ms to open a conversation", openings);
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list)
                .stream().mapToDouble(one -> ((Number) one).doubleValue()).toArray();
    }

    private static void print(String what, double... values) {
        Arrays.sort(values);
        System.out.printf(
                "%-28s p50 %6.1f  p95 %6.1f  most %6.1f%n",
                what, values[values.length / 2], values[values.length * 95 / 100], values[values.length - 1]);
    }
}
