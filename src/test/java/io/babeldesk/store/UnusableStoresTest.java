package io.babeldesk.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that cannot be used: each case says what was found, what was expected and what to do. */
class UnusableStoresTest {

    @TempDir
    private Path folder;

    @Test
    void namesAFileInTheFoldersPlace() throws IOException {
        Path data = folder.resolve("data");
        Files.writeString(data, "not a folder");
        assertThat(complaintAbout(data)).contains("found a file", "expected a folder", "Move the file away", "--data");
    }

    @Test
    void namesAFolderBelowAFile() throws IOException {
        Files.writeString(folder.resolve("file"), "not a folder");
        assertThat(complaintAbout(folder.resolve("file/data"))).contains("cannot be written", "expected a folder");
    }

    @Test
    void namesAFolderThatCannotBeWritten() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(folder), "this user may write everywhere (root)");
        assertThat(complaintAbout(folder)).contains("cannot be written", "Give", "the right to write");
    }

    @Test
    void namesAFolderInTheLocksPlace() throws IOException {
        Files.createDirectory(folder.resolve("babeldesk.lock"));
        assertThat(complaintAbout(folder)).contains("cannot be written");
    }

    @Test
    void namesTheProcessThatUsesTheFolder() {
        try (Stores _ = Stores.open(folder)) {
            assertThat(complaintAbout(folder))
                    .contains("in use by process " + ProcessHandle.current().pid(), "Stop that process");
        }
        Stores.open(folder).close();
    }

    @Test
    void keepsAnotherProcessOut() throws Exception {
        try (Stores _ = Stores.open(folder)) {
            assertThat(otherProcessOpens()).contains("in use by process", "Stop that process");
        }
    }

    @Test
    void namesAFileThatIsNoDatabase() throws IOException {
        Files.writeString(folder.resolve("babeldesk.db"), "This is a shopping list. ".repeat(1000));
        assertThat(complaintAbout(folder)).contains("a damaged database", "not a database", "Restore", "backup");
    }

    @Test
    void namesADatabaseWithDamagedPages() throws IOException {
        Stores.open(folder).close();
        try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
            file.seek(4096);
            file.write(new byte[4 * 4096]);
        }
        assertThat(complaintAbout(folder)).contains("a damaged database", "Restore", "backup");
    }

    @Test
    void namesATruncatedDatabase() throws IOException {
        Stores.open(folder).close();
        try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        assertThat(complaintAbout(folder)).contains("a damaged database", "Restore", "backup");
    }

    @Test
    void namesDataOfANewerVersion() throws SQLException {
        Stores.open(folder).close();
        execute("""
                INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (99, '99', 'from the future', 'SQL', 'V99__future.sql', 'x', 1, 1)
                """);
        assertThat(complaintAbout(folder))
                .contains("schema version 99", "newer Babeldesk", "restore a backup")
                .containsPattern("schema version [1-9][0-9] or older");
    }

    @Test
    void namesADatabaseOfSomethingElse() throws SQLException {
        execute("CREATE TABLE recipe (id TEXT)");
        assertThat(complaintAbout(folder)).contains("cannot be brought to the present schema", "Babeldesk made");
    }

    @Test
    void opensADatabaseWhoseLastProcessWasKilledBeforeItsFirstTable() throws IOException {
        Files.createFile(database());
        Stores.open(folder).close();
        assertThat(database()).isNotEmptyFile();
    }

    private String complaintAbout(Path data) {
        StoreUnusable complaint = catchThrowableOfType(
                StoreUnusable.class, () -> Stores.open(data).close());
        assertThat(complaint).isNotNull();
        String message = String.valueOf(complaint.getMessage());
        assertThat(message).startsWith(data.toString()).contains("found", "expected");
        return message;
    }

    private String otherProcessOpens() throws Exception {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpensAStore.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), UTF_8);
        other.waitFor();
        // Logs may stand around it.
        return said.lines()
                .filter(line -> line.equals("opened") || line.startsWith(folder.toString()))
                .findFirst()
                .orElse(said);
    }

    private Path database() {
        return folder.resolve("babeldesk.db");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What another process does. */
    static final class OpensAStore {

        private OpensAStore() {}

        public static void main(String[] arguments) {
            try (Stores _ = Stores.open(Path.of(arguments[0]))) {
                System.out.println("opened");
            } catch (StoreUnusable e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
