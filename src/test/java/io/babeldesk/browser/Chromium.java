package io.babeldesk.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of the system, which the tests drive; none is downloaded. The build of Chromium that has no window comes
 * first: it is the same engine, and opens and loads a page in less than half the time.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
    /** A test browser in a container, that asks nothing of the outside and draws with the processor anyway. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(ARGUMENTS));

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path program() {
        return Stream.concat(Stream.ofNullable(System.getenv("BABELDESK_CHROMIUM")), NAMES.stream())
                .flatMap(name -> onPath(name).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the browser tests need one of " + NAMES
                        + " on the PATH, or its program in BABELDESK_CHROMIUM. ./babeldesk test installs it."));
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
