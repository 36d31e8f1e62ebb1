package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.desk.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite on disk. */
class SqliteAccountsTest extends AccountsContract {

    private Stores stores;

    @BeforeEach
    void open(@TempDir Path folder) {
        stores = Stores.open(folder);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Override
    Accounts store() {
        return stores.accounts();
    }

    /** What is not written cannot happen. */
    @Test
    void noStatementChangesOrRemovesAnAuditEntry() throws IOException {
        assertThat(Files.readString(Path.of("src/main/java/io/babeldesk/store/SqlAuditLog.java")))
                .doesNotContainIgnoringCase("update ")
                .doesNotContainIgnoringCase("delete ");
    }
}
