package io.babeldesk.knowledge;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The edition in force, with its search. A new edition replaces the old in one step: whoever is reading keeps what she
 * began with, and nobody sees half of one. Safe for use by many threads.
 */
public final class KnowledgeBase implements AutoCloseable {

    private final PassageIndexing indexing;
    private volatile @Nullable Shelf current;

    public KnowledgeBase(PassageIndexing indexing) {
        this.indexing = indexing;
    }

    /** Puts an edition in force. Indexing is done before the switch. */
    public synchronized void publish(Edition edition) {
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
