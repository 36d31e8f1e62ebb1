package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each example of docs/embedding.md, as it stands there, on the page of a shop. */
class GuideTest extends ShopperVocabulary {

    private static final Pattern EXAMPLE = Pattern.compile("```\\w*\\n(.*?)```", Pattern.DOTALL);
    private static final String STORED = "() => Object.keys(localStorage).length";

    @Test
    void theSnippet() throws IOException {
        shopperVisitsShop(example("The snippet", 0), "");

        launcher().click();
        isAnswered();
    }

    @Test
    void theLook() throws IOException {
        shopperVisitsShop(example("The snippet", 0) + "<style>" + example("The look", 0) + "</style>", "");
        launcher().click();

        assertThat(panel()).hasCSS("border-radius", "8px");
        assertThat(launcher()).hasCSS("bottom", "32px");
        assertThat(page.locator("html > div")).hasCSS("z-index", "900");
    }

    @Test
    void commands() throws IOException {
        shopperVisitsShop(example("The snippet", 0), example("Commands", 0));
        page.locator("main button").click();

        ConsoleMessage told = page.waitForConsoleMessage(this::isAnswered);

        assertThat(told.text()).contains("30 Tagen");
    }

    @Test
    void knownCustomers() throws IOException, InterruptedException {
        String jwt = printed(example("Known customers", 0) + "process.stdout.write(identity('4711'));");
        String identifies = example("Known customers", 1);
        shopperVisitsShop(example("The snippet", 0), "");

        Response session =
                page.waitForResponse("**/session", () -> page.evaluate("(jwt) => {" + identifies + "}", jwt));

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.request().postData()).contains(jwt);
    }

    @Test
    void consent() throws IOException {
        shopperVisitsShop("", example("Consent", 0));
        launcher().click();
        composer().fill("before");
        assertThat(page.evaluate(STORED)).isEqualTo(0);

        page.locator("main button").click();

        page.waitForCondition(() -> (int) page.evaluate(STORED) > 0);
    }

    @Test
    void aContentSecurityPolicy() throws IOException {
        String policy = example("Content security policy", 0).replace('\n', ' ');
        shopperVisitsShop(
                page(example("The snippet", 0), ""),
                Map.of("Content-Security-Policy", "default-src 'none'; " + policy));

        launcher().click();
        isAnswered();
    }

    @Test
    void aPinnedScript() throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(GuideTest.class.getResourceAsStream("/widget/manifest.json"));
        shopperVisitsShop(
                example("A pinned script", 0)
                        .replace("v1.0123456789ab.js", manifest.path("file").asText())
                        .replace("sha384-…", manifest.path("integrity").asText()),
                "");

        launcher().click();
        assertThat(composer()).isFocused();
    }

    @Test
    void aFrame() throws IOException {
        try (ShopPage elsewhere = new ShopPage(page("", example("In a frame", 0)))) {
            page.navigate(elsewhere.url());
            Locator chat = page.frameLocator("iframe").getByRole(AriaRole.DIALOG);
            assertThat(chat).hasCSS("width", "400px");

            chat.getByRole(AriaRole.TEXTBOX).fill("Wie lange kann ich einen Artikel zurückgeben?");
            chat.getByRole(AriaRole.TEXTBOX).press("Enter");

            assertThat(chat.locator(".turn.assistant")).containsText("30 Tagen");
        }
    }

    @Test
    void thePackage() throws IOException {
        page.route(
                "**/babeldesk-web-widget.js",
                route -> route.fulfill(
                        new Route.FulfillOptions().setPath(Path.of("web-widget", "package", "index.js"))));
        shopperVisitsShop(
                "<script type='importmap'>{\"imports\":{\"babeldesk-web-widget\":\"/babeldesk-web-widget.js\"}}</script>",
                "<script type='module'>" + example("From npm", 0) + "</script>");

        isAnswered();
    }

    @Test
    void theScriptAsAModule() throws IOException {
        shopperVisitsShop("", example("From npm", 1));

        launcher().click();
        isAnswered();
    }

    @Test
    void theDemoPageOfCommandsAndEvents() {
        page.navigate(address.resolve("/demo/embedding.html").toString());

        page.getByText("Write a question").click();
        page.getByText("Help").click();

        assertThat(composer()).hasValue("Where is my parcel?");
        assertThat(page.locator("#told li")).hasText("open ");
    }

    /** The example under a heading, from 0, with this service instead of the one that it names. */
    private String example(String heading, int number) throws IOException {
        String guide = Files.readString(Path.of("docs", "embedding.md"));
        Matcher examples = EXAMPLE.matcher(guide.substring(guide.indexOf("\n## " + heading + "\n")));
        for (int i = 0; i <= number; i++) {
            assertThat(examples.find()).as("example %d of '%s'", i, heading).isTrue();
        }
        return examples.group(1)
                .replace("https://chat.example", address.toString().replaceFirst("/$", ""));
    }

    private static String page(String head, String body) {
        return "<!doctype html><html lang='de'><head><meta charset='utf-8'><title>Shop</title>"
                + "<meta name='viewport' content='width=device-width'>" + head + "</head><body><main>" + body
                + "</main></body></html>";
    }

    private void shopperVisitsShop(String head, String body) throws IOException {
        shopperVisitsShop(page(head, body), Map.of());
    }

    /** Of a customer in Germany, as the examples say. */
    private void isAnswered() {
        shopperAsks("Wie lange kann ich einen Artikel zurückgeben?");
        answerShows("30 Tagen");
    }

    /** What a script prints on the shop's own server. */
    private static String printed(String script) throws IOException, InterruptedException {
        ProcessBuilder shop = new ProcessBuilder("node", "--input-type=module", "--eval", script)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        shop.environment().put("BABELDESK_IDENTITY_SECRET", Service.IDENTITY_SECRET);
        Process running = shop.start();
        String text = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor()).isZero();
        return text;
    }
}
