package io.babeldesk.store;

import io.babeldesk.conversation.Conversations;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteConversationsTest extends ConversationsContract {

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
    public Conversations store() {
        return stores.conversations();
    }
}
