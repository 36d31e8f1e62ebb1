package io.babeldesk.store;

import io.babeldesk.conversation.Attachments;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Notifications;
import io.babeldesk.conversation.TurnTranslations;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Attendance;
import io.babeldesk.desk.CannedReplies;
import io.babeldesk.desk.Drafts;
import io.babeldesk.desk.Macros;
import io.babeldesk.desk.SavedViews;
import io.babeldesk.insight.FactsTable;
import java.nio.file.Path;

/** The one door to what is kept: opens a data folder, for this process alone, and closes it. */
public final class Stores implements AutoCloseable {

    private final DataFolder folder;
    private final Transactions database;
    private final Conversations conversations;
    private final Attachments attachments;
    private final Attendance attendance;
    private final Drafts drafts;
    private final Accounts accounts;
    private final CannedReplies cannedReplies;
    private final Notifications notifications;
    private final SavedViews savedViews;
    private final TurnTranslations turnTranslations;
    private final Macros macros;
    private final FactsTable facts;
    private final EventFeed feed = new LocalEventFeed();

    private Stores(DataFolder folder, Transactions database, Attachments attachments) {
        this.folder = folder;
        this.database = database;
        this.conversations = new SqlConversations(database);
        this.attachments = attachments;
        this.attendance = new SqlAttendance(database);
        this.drafts = new SqlDrafts(database);
        this.accounts = new Accounts(
                new SqlAgents(database),
                new SqlAgentSessions(database),
                new SqlFailedSignIns(database),
                new SqlApiKeys(database),
                new SqlIdentities(database),
                new SqlSecondFactors(database),
                new SqlAuditLog(database));
        this.cannedReplies = new SqlCannedReplies(database);
        this.notifications = new SqlNotifications(database);
        this.savedViews = new SqlSavedViews(database);
        this.turnTranslations = new SqlTurnTranslations(database);
        this.macros = new SqlMacros(database);
        this.facts = new SqlFacts(database);
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

    public Attendance attendance() {
        return attendance;
    }

    public Drafts drafts() {
        return drafts;
    }

    public Accounts accounts() {
        return accounts;
    }

    public CannedReplies cannedReplies() {
        return cannedReplies;
    }

    public Notifications notifications() {
        return notifications;
    }

    public SavedViews savedViews() {
        return savedViews;
    }

    public TurnTranslations turnTranslations() {
        return turnTranslations;
    }

    public Macros macros() {
        return macros;
    }

    /** What reports are made from. */
    public FactsTable facts() {
        return facts;
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
