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

    /** Drops copies of what was erased that the database still keeps beside its tables, as far as it can. */
    void forgetOldCopies();

    @Override
    void close();
}
