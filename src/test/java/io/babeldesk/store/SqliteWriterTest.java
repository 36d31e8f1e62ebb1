package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that are committed together. */
class SqliteWriterTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Jdbi jdbi;
    private SqliteWriter writer;

    @BeforeEach
    void open(@TempDir Path folder) {
        jdbi = Jdbi.create(new SqliteFile(folder.resolve("numbers.db")).forWriting());
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE number (value BIGINT PRIMARY KEY)"));
        writer = new SqliteWriter(jdbi);
        writer.start();
    }

    @AfterEach
    void close() {
        writer.close();
        threads.close();
    }

    @Test
    void givesAResultOnlyAfterItsCommit() {
        for (int i = 0; i < 50; i++) {
            add(i);
            assertThat(kept()).hasSize(i + 1);
        }
    }

    @Test
    void undoesAFailedWriteAloneAmongThoseCommittedTogether() throws Exception {
        CountDownLatch allWait = new CountDownLatch(1);
        Future<Integer> first = threads.submit(() -> writer.write(handle -> {
            await(allWait);
            return 0;
        }));
        List<Future<Integer>> together = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int value = i;
            together.add(threads.submit(() -> writer.write(handle -> {
                insert(handle, value);
                if (value % 4 == 0) {
                    throw new IllegalArgumentException("not " + value);
                }
                if (value % 4 == 1) {
                    insert(handle, value);
                }
                return value;
            })));
        }
        allWait.countDown();
        first.get();
        for (int i = 0; i < 40; i++) {
            switch (i % 4) {
                case 0 ->
                    assertThatThrownBy(together.get(i)::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasRootCauseMessage("not " + i);
                case 1 -> assertThatThrownBy(together.get(i)::get).hasMessageContaining("UNIQUE");
                default -> assertThat(together.get(i).get()).isEqualTo(i);
            }
        }
        assertThat(kept()).hasSize(20).allMatch(value -> value % 4 > 1);
    }

    @Test
    void goesOnAfterItsConnectionBroke() {
        add(1);
        assertThatThrownBy(() -> writer.write(handle -> {
                    insert(handle, 2);
                    handle.close();
                    return 2;
                }))
                .isNotNull();
        add(3);
        assertThat(kept()).containsExactly(1L, 3L);
    }

    @Test
    void writesAllThatWaitsBeforeItCloses() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(
                () -> writer.write(handle -> {
                    await(go);
                    insert(handle, 1);
                    return 1;
                }),
                threads);
        Thread closing = Thread.ofVirtual().start(writer::close);
        go.countDown();
        closing.join();
        try {
            slow.get();
            assertThat(kept()).containsExactly(1L);
        } catch (ExecutionException closedFirst) {
            assertThat(kept()).isEmpty();
        }
        assertThatThrownBy(() -> add(2)).hasMessageContaining("closed");
    }

    private void add(int value) {
        writer.write(handle -> {
            insert(handle, value);
            return value;
        });
    }

    private static void insert(Handle handle, int value) {
        handle.execute("INSERT INTO number VALUES (?)", value);
    }

    private List<Long> kept() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT value FROM number ORDER BY value")
                .mapTo(Long.class)
                .list());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
