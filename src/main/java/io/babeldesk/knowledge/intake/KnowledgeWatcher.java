package io.babeldesk.knowledge.intake;

import io.babeldesk.knowledge.intake.KnowledgeFolder.Reading;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the knowledge folder several times a second and reads it anew when something was saved. Looking, unlike
 * asking the file system to tell, works the same on every system, through editors that replace files and on network
 * drives.
 */
public final class KnowledgeWatcher implements AutoCloseable {

    /** A saved file is to be live within two seconds, reading and indexing included. */
    private static final Duration PAUSE = Duration.ofMillis(400);

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeWatcher.class);

    private final KnowledgeFolder folder;
    private final Consumer<Reading> readings;
    private final Thread thread;
    private String seen;

    /**
     * @param seen the mark of the folder as it was last read
     * @param readings gets each new reading, with an edition or without
     */
    public KnowledgeWatcher(KnowledgeFolder folder, String seen, Consumer<Reading> readings) {
        this.folder = folder;
        this.seen = seen;
        this.readings = readings;
        this.thread = Thread.ofPlatform().name("knowledge-watcher").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(PAUSE);
                look();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Also an error: a text that overflows the stack must not end the watching of all others.
                LOG.error("the knowledge folder could not be taken over; the last good edition stays", e);
            }
        }
    }

    private void look() {
        String mark = folder.mark();
        if (mark.equals(seen)) {
            return;
        }
        seen = mark;
        readings.accept(folder.readForUse());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
