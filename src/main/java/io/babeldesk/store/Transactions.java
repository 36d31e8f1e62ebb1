package io.babeldesk.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where SQL runs: each call is one transaction. Safe for use by many threads. */
interface Transactions extends AutoCloseable {

    <T> T read(Function<Handle, T> work);

    /**
     * Runs the work and commits it before returning. The work may run twice, where a database gives up one of two that
     * collide, so it changes nothing but the database.
     */
    <T> T write(Function<Handle, T> work);

    @Override
    void close();
}
