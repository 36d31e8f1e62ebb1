package io.babeldesk.store;

import io.babeldesk.conversation.Attachments;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import java.nio.file.Path;

/** The one door to what is kept: opens a data folder, for this process alone, and closes it. */
public final class Stores implements AutoCloseable {

    private final DataFolder folder;
    private final Transactions database;
    private final Conversations conversations;
    private final Attachments attachments;
    private final EventFeed feed = new LocalEventFeed();

    private Stores(DataFolder folder, Transactions database, Attachments attachments) {
        this.folder = folder;
        this.database = database;
        this.conversations = new SqlConversations(database);
        this.attachments = attachments;
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
            return begin(folder, SqliteTransactions.on(file), new FileShelf(dataFolder));
        } catch (RuntimeException | Error broken) {
            folder.close();
            throw broken;
        }
    }

    private static Stores begin(DataFolder folder, Transactions database, Attachments attachments) {
        try {
            Stores stores = new Stores(folder, database, attachments);
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

    public Attachments attachments() {
        return attachments;
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
