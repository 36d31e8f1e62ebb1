package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * The demo base's index. Whichever test process comes first analyses its lines and learns from them, and all others begin with what
 * it has kept. A stale one does no harm: what has changed is made anew.
 */
public final class DemoIndex {

    private static final Path KEPT = Path.of("target", "demo-index");

    static {
        make();
    }

    private DemoIndex() {}

    private static void make() {
        try {
            Files.createDirectories(KEPT);
            // Three processes at once would take three times as long.
            try (FileChannel file = FileChannel.open(
                            KEPT.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = file.lock();
                    PassageIndex index = open()) {
                Edition demo = new KnowledgeFolder(Path.of("knowledge-base"), Clock.systemUTC())
                        .read()
                        .edition()
                        .orElseThrow();
                index.index(demo).close();
                index.deepen(demo, language -> true);
            }
        } catch (IOException e) {
            throw new AssertionError("the demo base's index cannot be made", e);
        }
    }

    /** For the demo base alone: others would take its place. */
    public static PassageIndex open() {
        return PassageIndex.keptIn(KEPT, List.of());
    }

    /** Puts it into the data folder of a service that is about to start. */
    public static Path into(Path data) {
        try (Stream<Path> kept = Files.list(KEPT)) {
            Path folder = Files.createDirectories(data.resolve("index"));
            for (Path file : kept.filter(DemoIndex::isKept).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return data;
        } catch (IOException e) {
            throw new AssertionError("the kept index cannot be copied", e);
        }
    }

    private static boolean isKept(Path file) {
        String name = file.getFileName().toString();
        return name.equals(KeptIndex.FILE) || name.endsWith(KeptClassifiers.ENDING);
    }
}
