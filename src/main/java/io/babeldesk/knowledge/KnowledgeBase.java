package io.babeldesk.knowledge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The edition in force, with its search. A new edition replaces the old in one step: whoever is reading keeps what she
 * began with, and nobody sees half of one. Safe for use by many threads.
 */
public final class KnowledgeBase implements AutoCloseable {

    private static final Duration NEXT_TRY = Duration.ofMinutes(1);

    private final PassageIndexing indexing;
    private final Executor later;
    private volatile @Nullable Shelf current;

    /** @param later runs what follows a publish, one thing at a time */
    public KnowledgeBase(PassageIndexing indexing, Executor later) {
        this.indexing = indexing;
        this.later = later;
    }

    /** Puts an edition in force. Indexing of its words is done before the switch, that of its meaning follows. */
    public void publish(Edition edition) {
        open(edition);
        later.execute(() -> deepen(edition));
    }

    /** How far the meaning of the edition in force has been indexed. */
    public PassageIndexing.Depth depth() {
        return shelf().depth;
    }

    private void deepen(Edition edition) {
        PassageIndexing.Depth reached = PassageIndexing.Depth.GROWN;
        while (reached == PassageIndexing.Depth.GROWN && isInForce(edition)) {
            reached = indexing.deepen(edition);
            if (reached == PassageIndexing.Depth.GROWN) {
                reopen(edition);
            }
        }
        note(edition, reached);
        if (reached == PassageIndexing.Depth.HELD_UP) {
            CompletableFuture.delayedExecutor(NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS, later)
                    .execute(() -> deepen(edition));
        }
    }

    private void note(Edition edition, PassageIndexing.Depth reached) {
        Shelf shelf = current;
        if (shelf != null && shelf.edition == edition) {
            shelf.depth = reached;
        }
    }

    private boolean isInForce(Edition edition) {
        Shelf shelf = current;
        return shelf != null && shelf.edition == edition;
    }

    private synchronized void reopen(Edition edition) {
        if (isInForce(edition)) {
            open(edition);
        }
    }

    private synchronized void open(Edition edition) {
        Shelf next = new Shelf(edition, indexing.index(edition));
        Shelf old = current;
        current = next;
        if (old != null) {
            old.retire();
        }
    }

    /** The edition in force. */
    public Edition edition() {
        return shelf().edition;
    }

    /** Reads an edition together with its own search. */
    public <R> R read(BiFunction<Edition, PassageSearch, R> reader) {
        while (true) {
            Shelf shelf = shelf();
            if (shelf.enter()) {
                try {
                    return reader.apply(shelf.edition, shelf.search);
                } finally {
                    shelf.leave();
                }
            }
            // Retired between the look and the entry: the next one is already in force.
        }
    }

    private Shelf shelf() {
        Shelf shelf = current;
        if (shelf == null) {
            throw new IllegalStateException("no edition has been published yet");
        }
        return shelf;
    }

    @Override
    public synchronized void close() {
        Shelf last = current;
        current = null;
        if (last != null) {
            last.retire();
        }
    }

    /** An edition and its readers; the last one out of a retired shelf closes its search. */
    private static final class Shelf {
        private final Edition edition;
        private final PassageSearch search;
        private volatile PassageIndexing.Depth depth = PassageIndexing.Depth.GROWN;
        private int readers;
        private boolean retired;

        Shelf(Edition edition, PassageSearch search) {
            this.edition = edition;
            this.search = search;
        }

        synchronized boolean enter() {
            if (retired) {
                return false;
            }
            readers++;
            return true;
        }

        synchronized void leave() {
            readers--;
            closeIfUnused();
        }

        synchronized void retire() {
            retired = true;
            closeIfUnused();
        }

        private void closeIfUnused() {
            if (retired && readers == 0) {
                search.close();
            }
        }
    }
}
