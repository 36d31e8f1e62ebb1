package io.babeldesk.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to SQLite. What waits is committed together, since a commit costs the same for one write
 * as for sixty; a write that fails is undone alone. Nobody gets a result before its commit. Safe for use by many
 * threads.
 */
final class SqliteWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);

    private static final int COMMITTED_TOGETHER = 64;
    private static final Write<Boolean> LAST = new Write<>(handle -> true);

    private final Jdbi jdbi;
    private final BlockingQueue<Write<?>> waiting = new LinkedBlockingQueue<>();
    /** A platform thread: SQLite waits in native code, which would keep a virtual thread's carrier. */
    private final Thread thread = Thread.ofPlatform().name("store-writer").unstarted(this::writeAll);

    /** Used by the thread alone. */
    private @Nullable Handle connection;

    private boolean closed;

    SqliteWriter(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void start() {
        thread.start();
    }

    <T> T write(Function<Handle, T> work) {
        Write<T> write = new Write<>(work);
        enqueue(write);
        return write.outcome();
    }

    private synchronized void enqueue(Write<?> write) {
        if (closed) {
            throw new IllegalStateException("the store is closed; nothing is written any more");
        }
        waiting.add(write);
    }

    private void writeAll() {
        boolean more = true;
        while (more) {
            List<Write<?>> batch = next();
            more = !batch.remove(LAST);
            if (!batch.isEmpty()) {
                commit(batch);
            }
        }
        disconnect();
    }

    private List<Write<?>> next() {
        List<Write<?>> batch = new ArrayList<>();
        while (batch.isEmpty()) {
            try {
                batch.add(waiting.take());
            } catch (InterruptedException e) {
                // The thread is ours alone and ends by LAST; what waits must not be left without an answer.
                LOG.warn("the writer was interrupted and goes on");
            }
        }
        waiting.drainTo(batch, COMMITTED_TOGETHER - 1);
        return batch;
    }

    private void commit(List<Write<?>> batch) {
        try {
            Handle handle = connected();
            handle.begin();
            if (batch.size() == 1) {
                alone(batch.getFirst(), handle);
            } else {
                batch.forEach(write -> write.runAmongOthers(handle));
                handle.commit();
            }
        } catch (RuntimeException | Error broken) {
            // The state of the transaction is not known now. Closing undoes it, and the next one begins afresh.
            disconnect();
            batch.forEach(write -> write.fail(broken));
            return;
        }
        batch.forEach(Write::tell);
    }

    private static void alone(Write<?> write, Handle handle) {
        if (write.run(handle)) {
            handle.commit();
        } else {
            handle.rollback();
        }
    }

    private Handle connected() {
        if (connection == null) {
            connection = jdbi.open();
        }
        return connection;
    }

    private void disconnect() {
        Handle old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (RuntimeException broken) {
                LOG.warn("the connection for writing could not be closed", broken);
            }
        }
    }

    /** Ends after all that waits is written. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.add(LAST);
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One piece of work and what comes of it. */
    private static final class Write<T> {

        private static final String BEFORE = "before_this_write";

        private final Function<Handle, T> work;
        private final CompletableFuture<T> told = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;

        Write(Function<Handle, T> work) {
            this.work = work;
        }

        /** False if the work failed. */
        boolean run(Handle handle) {
            try {
                result = work.apply(handle);
                return true;
            } catch (RuntimeException | Error broken) {
                failure = broken;
                return false;
            }
        }

        /** Leaves the transaction as it was if the work fails. */
        void runAmongOthers(Handle handle) {
            handle.savepoint(BEFORE);
            if (run(handle)) {
                handle.releaseSavepoint(BEFORE);
            } else {
                handle.rollbackToSavepoint(BEFORE);
            }
        }

        void tell() {
            if (failure != null) {
                fail(failure);
            } else {
                told.complete(result);
            }
        }

        void fail(Throwable reason) {
            told.completeExceptionally(reason);
        }

        T outcome() {
            try {
                return told.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException broken -> throw broken;
                    case Error broken -> throw broken;
                    case null, default -> throw e;
                }
            }
        }
    }
}
