package io.babeldesk.knowledge.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The demo base's index. Whichever test process comes first analyses its 48,000 lines, and all others begin with what it
 * has kept. A stale one does no harm: what has changed is analysed.
 */
public final class DemoIndex {

    private static final Path KEPT = Path.of("target", "demo-index");

    private DemoIndex() {}

    /** For the demo base alone: others would take its place. */
    public static PassageIndex open() {
        return PassageIndex.keptIn(KEPT, List.of());
    }

    /** Puts it into the data folder of a service that is about to start. */
    public static Path into(Path data) {
        try {
            Path kept = KEPT.resolve(KeptIndex.FILE);
            if (Files.exists(kept)) {
                Path folder = Files.createDirectories(data.resolve("index"));
                Files.copy(kept, folder.resolve(KeptIndex.FILE), StandardCopyOption.REPLACE_EXISTING);
            }
            return data;
        } catch (IOException e) {
            throw new AssertionError("the kept index cannot be copied", e);
        }
    }
}
