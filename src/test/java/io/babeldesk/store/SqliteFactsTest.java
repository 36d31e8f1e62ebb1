package io.babeldesk.store;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.insight.FactsTable;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteFactsTest extends FactsContract {

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
    FactsTable table() {
        return stores.facts();
    }

    @Override
    String conversation() {
        StoreVocabulary words = new StoreVocabulary() {
            @Override
            public Conversations store() {
                return stores.conversations();
            }
        };
        return words.conversation().id();
    }
}
