package io.babeldesk.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions on SQLite: one thread writes, a few read beside it. They are platform threads of their own, because a
 * virtual thread that waits in SQLite's native code keeps its carrier, and with it unrelated threads, for seconds.
 */
final class SqliteTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteTransactions.class);

    private static final int READERS = 4;

    private final SqliteWriter writer;
    private final HikariDataSource connections;
    private final Jdbi reading;
    private final Jdbi maintaining;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            READERS, Thread.ofPlatform().name("store-reader-", 0).factory());

    private SqliteTransactions(SqliteFile file, HikariDataSource connections) {
        this.connections = connections;
        this.reading = jdbi(connections);
        this.maintaining = jdbi(file.forWriting());
        this.writer = new SqliteWriter(jdbi(file.forWriting()));
    }

    static SqliteTransactions on(SqliteFile file) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store-reading");
        config.setDataSource(file.forReading());
        config.setConnectionInitSql("PRAGMA query_only = on");
        config.setMaximumPoolSize(READERS);
        SqliteTransactions opened = new SqliteTransactions(file, new HikariDataSource(config));
        opened.writer.start();
        return opened;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return onReader(reading, work);
    }

    /** The write-ahead log holds pages as they were before: it is put into the tables and emptied. */
    @Override
    public void forgetOldCopies() {
        int busy = onReader(
                maintaining,
                handle -> handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                        .mapTo(Integer.class)
                        .one());
        if (busy != 0) {
            LOG.warn("erased data stay in the write-ahead log until its next checkpoint: a long read is under way");
        }
    }

    private <T> T onReader(Jdbi jdbi, Function<Handle, T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> jdbi.withHandle(work::apply), readers)
                    .join();
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the store is closed; nothing is read any more", e);
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException broken -> throw broken;
                case Error broken -> throw broken;
                case null, default -> throw e;
            }
        }
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return writer.write(work);
    }

    @Override
    public void close() {
        readers.close();
        connections.close();
        writer.close();
    }

    private static Jdbi jdbi(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        // What is bound is what shoppers say: it must not get into logs by way of an exception's message.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
