package io.babeldesk.store;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Notifications;
import io.babeldesk.conversation.TurnTranslations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite on disk; one file for all tests, emptied before each. */
class SqliteConversationsTest extends ConversationsContract {

    private static final List<String> TABLES = List.of(
            "turn_translation",
            "blocked_shopper",
            "notification",
            "alarm",
            "draft",
            "handling",
            "owed",
            "lease",
            "idempotency",
            "score",
            "provenance",
            "turn",
            "event",
            "conversation",
            "shopper");

    private static SqliteTransactions database;
    private static Conversations store;

    @BeforeAll
    static void open(@TempDir Path folder) {
        SqliteFile file = new SqliteFile(folder.resolve("babeldesk.db"));
        file.prepare();
        database = SqliteTransactions.on(file);
        store = new SqlConversations(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.write(handle -> {
            // A turn may be settled by a later one.
            handle.execute("PRAGMA defer_foreign_keys = on");
            TABLES.forEach(table -> handle.execute("DELETE FROM " + table));
            return true;
        });
    }

    @Override
    public Conversations store() {
        return store;
    }

    @Override
    public Notifications notifications() {
        return new SqlNotifications(database);
    }

    @Override
    public TurnTranslations translations() {
        return new SqlTurnTranslations(database);
    }
}
