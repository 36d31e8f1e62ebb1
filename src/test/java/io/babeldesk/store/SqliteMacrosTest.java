package io.babeldesk.store;

import io.babeldesk.desk.Macros;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteMacrosTest extends MacrosContract {

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
    Macros store() {
        return stores.macros();
    }
}
