package io.babeldesk.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One service and one browser for all test classes of a process, opened by the first and closed after the last: a
 * launcher's session outlives its runs, of which there is one a class.
 */
final class OpenShop implements ParameterResolver, AfterTestExecutionCallback {

    private static final Path PHOTOGRAPHS = Path.of("target", "browser");

    /** What all tests share; a test has a visitor of its own. */
    record Premises(Path data, Service service, Chromium chromium) implements AutoCloseable {

        static Premises open() {
            try {
                Path data = Files.createTempDirectory("babeldesk-browser");
                return new Premises(data, new Service(data), new Chromium());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            chromium.close();
            service.close();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Premises.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(
                        ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(OpenShop.class))
                .computeIfAbsent(Premises.class, key -> Premises.open(), Premises.class);
    }

    /** Whoever looks for the reason of a failure finds the page as it was. */
    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()
                && test.getRequiredTestInstance() instanceof ShopperVocabulary shopper) {
            String name = (test.getRequiredTestClass().getSimpleName() + " " + test.getDisplayName())
                    .replaceAll("[^\\p{IsAlphabetic}0-9]+", "-");
            shopper.page.screenshot(new Page.ScreenshotOptions().setPath(PHOTOGRAPHS.resolve(name + ".png")));
        }
    }
}
