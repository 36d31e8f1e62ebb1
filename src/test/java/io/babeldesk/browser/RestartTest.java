package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service stops and starts again under a shopper who is writing. */
class RestartTest extends ShopperVocabulary {

    private Service service;

    @BeforeEach
    void startServiceOfItsOwn(@TempDir Path data) {
        service = new Service(data);
        address = service.url();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    @Line(33)
    void theConversationGoesOnAfterTheServiceWasRestarted() {
        lineIsCut();
        shopperOpens("de", "DE");
        shopperAsks("Wie lange dauert die Lieferung und was kostet sie?");
        answerShows("4,90 €");

        service.stops();
        shopperAsks("Wie lange kann ich einen Artikel zurückgeben?");
        assertThat(page.locator(".turn.pending")).isVisible();
        service.startsAgain();

        answerShows("30 Tagen");
        String[] all = {
            "Wie lange dauert die Lieferung und was kostet sie?",
            "4,90 €",
            "Wie lange kann ich einen Artikel zurückgeben?",
            "30 Tagen"
        };
        conversationReads(all);
        page.reload();
        conversationReads(all);
    }
}
