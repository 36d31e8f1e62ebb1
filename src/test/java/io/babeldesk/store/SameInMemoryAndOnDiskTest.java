package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random operations side by side: the store in memory and the one on disk cannot be told apart. */
class SameInMemoryAndOnDiskTest {

    /** A quick slice; {@code -Dreplay.operations=20000} for a long one. */
    private static final int OPERATIONS = Integer.getInteger("replay.operations", 150);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void cannotBeToldApart(long seed, @TempDir Path folder) {
        try (Stores stores = Stores.open(folder)) {
            ReplayedStore memory = new ReplayedStore(new MemoryConversations(), seed);
            ReplayedStore disk = new ReplayedStore(stores.conversations(), seed);
            for (int i = 0; i < OPERATIONS; i++) {
                assertThat(disk.next()).as("operation %d, seed %d", i, seed).isEqualTo(memory.next());
                assertThat(disk.sight())
                        .as("after operation %d, seed %d", i, seed)
                        .isEqualTo(memory.sight());
            }
        }
    }
}
