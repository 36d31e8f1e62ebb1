package io.babeldesk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** The database file: how it is opened, checked, and brought to the present schema. Stateless but for its path. */
record SqliteFile(Path file) {

    private static final int BUSY_MILLIS = 5_000;

    /** A check reads the whole file, about a second for so many bytes; of larger ones only the beginning is read. */
    private static final long CHECKED_WHOLE = 256L << 20;

    private static final String RESTORE =
            "Restore the newest backup (./babeldesk restore FILE), or move the file away to begin with empty data.";

    /** Connections that write. What is committed on them is on the disk, and what is deleted is overwritten. */
    SQLiteDataSource forWriting() {
        SQLiteConfig config = config();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setSynchronous(SynchronousMode.FULL);
        config.setPragma(Pragma.SECURE_DELETE, "on");
        config.enforceForeignKeys(true);
        return source(config);
    }

    SQLiteDataSource forReading() {
        return source(config());
    }

    /** @throws StoreUnusable if the file is not a sound database of ours */
    void prepare() {
        check();
        migrate();
    }

    private void check() {
        if (!Files.exists(file)) {
            return;
        }
        try (Connection connection = forWriting().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        isLarge() ? "SELECT 'ok' FROM sqlite_schema LIMIT 1" : "PRAGMA quick_check(1)")) {
            String finding = result.next() ? result.getString(1) : "no tables";
            if (!finding.equals("ok")) {
                throw damaged(finding.lines().findFirst().orElse(finding));
            }
        } catch (SQLException e) {
            throw damaged(firstLine(e));
        }
    }

    private boolean isLarge() throws SQLException {
        try {
            return Files.size(file) > CHECKED_WHOLE;
        } catch (IOException e) {
            throw new SQLException("its size cannot be read", e);
        }
    }

    private void migrate() {
        Flyway flyway = Flyway.configure()
                .dataSource(forWriting())
                .locations("classpath:io/babeldesk/store/migrations")
                .load();
        try {
            for (MigrationInfo applied : flyway.info().applied()) {
                refuseIfNewer(applied, flyway);
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreUnusable(
                    file,
                    "a database that cannot be brought to the present schema (" + firstLine(e) + ")",
                    "an empty one, or one that Babeldesk made",
                    RESTORE,
                    e);
        }
    }

    private void refuseIfNewer(MigrationInfo applied, Flyway flyway) {
        if (applied.getState().isResolved()) {
            return;
        }
        MigrationVersion known = newestKnown(flyway);
        throw new StoreUnusable(
                file,
                "data of schema version " + applied.getVersion() + ", which a newer Babeldesk has written",
                "schema version " + known + " or older",
                "Start the newer Babeldesk, or restore a backup from before the update (./babeldesk restore FILE).");
    }

    private static MigrationVersion newestKnown(Flyway flyway) {
        MigrationVersion newest = MigrationVersion.EMPTY;
        for (MigrationInfo info : flyway.info().all()) {
            if (info.getState().isResolved() && info.getVersion().compareTo(newest) > 0) {
                newest = info.getVersion();
            }
        }
        return newest;
    }

    private StoreUnusable damaged(String finding) {
        return new StoreUnusable(file, "a damaged database (" + finding + ")", "a sound one", RESTORE);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }
}
