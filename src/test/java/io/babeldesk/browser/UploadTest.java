package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A shopper shows something. */
class UploadTest extends ShopperVocabulary {

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode(
                    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC");

    @Test
    @Line(39)
    void aPictureIsDescribedSentAndShownFromTheChatsHost() {
        shopperOpens("en", "GB");

        picks("cup.png", PICTURE);
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
    void whatCannotBeTakenSaysWhy() {
        lineIsCut();
        shopperOpens("en", "GB");

        picks("cup.png", "<script>alert(1)</script>".getBytes(UTF_8));
        assertThat(sheet()).containsText("This file cannot be taken.");
        page.keyboard().press("Escape");
        picks("large.pdf", new byte[8_000_001]);
        assertThat(sheet()).containsText("too large; at most 8 MB");
        page.keyboard().press("Escape");
        page.route(
                "**/files?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"code\":\"file-infected\",\"detail\":\"This file is not safe.\"}")));
        picks("cup.png", PICTURE);
        assertThat(sheet()).containsText("This file is not safe.");
    }

    @Test
    @Line(39)
    void anUploadShowsHowFarItIsAndCanBeGivenUp() {
        lineIsCut();
        shopperOpens("en", "GB");
        page.route("**/files?*", _ -> {});

        picks("cup.png", PICTURE);
        assertThat(sheet().locator("progress")).isVisible();
        sheet().getByText("Cancel").click();

        assertThat(sheet()).isHidden();
        assertThat(page.locator(".turn")).hasCount(0);
    }

    private void picks(String name, byte[] content) {
        var chooser = page.waitForFileChooser(
                () -> panel().getByLabel("Attach a file").click());
        chooser.setFiles(new FilePayload(name, "application/octet-stream", content));
    }
}
