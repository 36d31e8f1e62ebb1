package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** A shopper shows something. */
class UploadTest extends ShopperVocabulary {

    /** Of ten pixels by ten. */
    static final byte[] PICTURE = Base64.getDecoder()
            .decode(
                    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC");

    @Test
    @Line(39)
    void aPictureIsDescribedSentAndShownFromTheChatsHost() throws IOException {
        shopperOpens("en", "GB");

        shopperPicks("cup.png", PICTURE);
        Locator words = sheet().getByLabel("What does it show?");
        words.fill("My cup arrived broken");
        sheet().getByText("Send").click();

        Locator picture = page.locator(".turn.shopper img");
        assertThat(picture).hasAttribute("alt", "My cup arrived broken");
        assertThat(picture).hasJSProperty("naturalWidth", 10);
        assertThat((String) picture.evaluate("picture => picture.src")).startsWith(address + "/api/v1/files/fil_");
        assertThat(page.locator(".turn.shopper .body")).hasText("My cup arrived broken");
    }

    @Test
    @Line(39)
    void whatCannotBeTakenSaysWhy() throws IOException {
        lineIsCut();
        shopperOpens("en", "GB");

        shopperPicks("cup.png", "<script>alert(1)</script>".getBytes(UTF_8));
        assertThat(sheet()).containsText("This file cannot be taken.");
        page.keyboard().press("Escape");
        shopperPicks("large.pdf", new byte[8_000_001]);
        assertThat(sheet()).containsText("too large; at most 8 MB");
        page.keyboard().press("Escape");
        serviceRefuses("**/files?*", "file-infected", "This file is not safe.");
        shopperPicks("cup.png", PICTURE);
        assertThat(sheet()).containsText("This file is not safe.");
    }

    @Test
    @Line(39)
    void anUploadShowsHowFarItIsAndCanBeGivenUp() throws IOException {
        lineIsCut();
        shopperOpens("en", "GB");
        Deque<Route> held = new ArrayDeque<>();
        page.route("**/files?*", held::add);

        shopperPicks("cup.png", PICTURE);
        assertThat(sheet().locator("progress")).isVisible();
        sheet().getByText("Cancel").click();

        assertThat(sheet()).isHidden();
        assertThat(page.locator(".turn")).hasCount(0);
        held.forEach(Route::abort);
    }
}
