package io.babeldesk.store;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import java.nio.file.Path;

/** The one door to what is kept: opens a data folder, for this process alone, and closes it. */
public final class Stores implements AutoCloseable {

    private final DataFolder folder;
    private final Transactions database;
    private final Conversations conversations;
    private final EventFeed feed = new LocalEventFeed();

    private Stores(DataFolder folder, Transactions database) {
        this.folder = folder;
        this.database = database;
        this.conversations = new SqlConversations(database);
    }

    /**
     * Opens the data, which begin empty where there are none.
     *
     * @throws StoreUnusable if they cannot be used; its message says why and what to do
     */
    public static Stores open(Path dataFolder) {
        DataFolder folder = DataFolder.open(dataFolder);
        try {
            SqliteFile file = new SqliteFile(folder.database());
            file.prepare();
            return begin(folder, SqliteTransactions.on(file));
        } catch (RuntimeException | Error broken) {
            folder.close();
            throw broken;
        }
    }

    private static Stores begin(DataFolder folder, Transactions database) {
        try {
            Stores stores = new Stores(folder, database);
            // The folder is ours alone, so whoever held a lease is dead.
            stores.conversations.releaseAll();
            return stores;
        } catch (RuntimeException | Error broken) {
            database.close();
            throw broken;
        }
    }

    public Conversations conversations() {
        return conversations;
    }

    public EventFeed feed() {
        return feed;
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            folder.close();
        }
    }
}
