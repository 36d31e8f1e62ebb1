package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Lines break, pages reload: the conversation goes on, and nothing is said twice. */
class ConnectionTest extends ShopperVocabulary {

    private static final String QUESTION = "How long do I have to return a jumper?";
    private static final String STREAM = "**/conversations/*/events";

    @Test
    @Line(34)
    void losesNothingWhenTheStreamIsCut() {
        lineIsCut();
        AtomicInteger cuts = new AtomicInteger();
        page.route(STREAM, route -> {
            if (cuts.incrementAndGet() <= 2) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        shopperOpens("en", "GB");

        shopperAsks(QUESTION);

        answerShows("30 days");
        conversationReads(QUESTION, "30 days");
        assertThat(cuts.get()).isGreaterThan(2);
    }

    @Test
    @Line(32)
    void sendsOnceWhatTheServerTookBeforeTheLineBroke() {
        lineIsCut();
        AtomicInteger sent = new AtomicInteger();
        page.route("**/messages", route -> {
            if (route.request().method().equals("POST") && sent.incrementAndGet() == 1) {
                route.fetch();
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        shopperOpens("en", "GB");

        shopperAsks(QUESTION);

        answerShows("30 days");
        assertThat(page.locator(".turn.pending")).hasCount(0);
        conversationReads(QUESTION, "30 days");
        page.reload();
        conversationReads(QUESTION, "30 days");
        assertThat(sent.get()).isEqualTo(2);
    }

    @Test
    @Line({32, 33, 34})
    void losesAndDoublesNothingOnALineThatKeepsBreaking() throws IOException {
        lineIsCut();
        try (LossyLine line = new LossyLine(address, 33)) {
            address = line.url();
            shopperOpens("en", "GB");
            line.breaks(4);
            shopperAsks(QUESTION);
            answerShows("30 days");
            line.breaks(4);
            shopperAsks("What does standard delivery cost?");
            answerShows("£4.50");
            assertThat(line.breaks()).isGreaterThan(3);

            String[] all = {QUESTION, "30 days", "What does standard delivery cost?", "£4.50"};
            conversationReads(all);
            line.breaks(0);
            page.reload();
            conversationReads(all);
        }
    }

    @Test
    @Line(33)
    void sendsLaterWhatWasWrittenWithoutALine() {
        lineIsCut();
        shopperOpens("en", "GB");
        shopperAsks(QUESTION);
        answerShows("30 days");

        browser.setOffline(true);
        shopperAsks("What does standard delivery cost?");
        assertThat(page.locator(".turn.pending")).isVisible();
        assertThat(page.locator(".banner")).containsText("offline");
        browser.setOffline(false);

        answerShows("£4.50");
        assertThat(page.locator(".banner")).isEmpty();
        conversationReads(QUESTION, "30 days", "What does standard delivery cost?", "£4.50");
    }

    @Test
    void goesOnAfterAReload() {
        shopperOpens("en", "GB");
        shopperAsks(QUESTION);
        answerShows("30 days");
        composer().fill("What does");

        page.reload();

        conversationReads(QUESTION, "30 days");
        assertThat(composer()).hasValue("What does");
        shopperAsks("What does standard delivery cost?");
        answerShows("£4.50");
        conversationReads(QUESTION, "30 days", "What does standard delivery cost?", "£4.50");
    }

    @Test
    void showsTheSameConversationInASecondTab() {
        shopperOpens("en", "GB");
        shopperAsks(QUESTION);
        answerShows("30 days");
        Page first = page;

        page = newPage();
        page.navigate(first.url());
        conversationReads(QUESTION, "30 days");
        shopperAsks("What does standard delivery cost?");
        answerShows("£4.50");

        page = first;
        conversationReads(QUESTION, "30 days", "What does standard delivery cost?", "£4.50");
    }

    @Test
    void tellsHowElseToReachTheShopWhenTheServiceIsGone() {
        lineIsCut();
        page.route("**/api/v1/**", Route::abort);
        shopperVisits("es", "ES");

        launcher().click();

        assertThat(panel().locator("a[href='mailto:help@larkwell.example']")).isVisible();
    }
}
