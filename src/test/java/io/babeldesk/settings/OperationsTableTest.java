package io.babeldesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of settings in docs/operations.md. */
class OperationsTableTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `BABELDESK_([A-Z_]+)` \\| `([a-z.-]+)` \\| ([^|]*) \\|");

    @Test
    void tableAndCodeNameTheSameKeys() throws IOException {
        assertThat(rows().keySet()).isEqualTo(askedFor());
    }

    @Test
    void theTableNamesEachKeyAsTheFileDoes() throws IOException {
        rows().forEach((key, row) -> {
            String inFile = row.group(2);
            assertThat(SettingsFile.keyOf(inFile)).isEqualTo(key);
            assertThat(SettingsFile.nameOf(key)).isEqualTo(inFile);
        });
    }

    @Test
    void theTableTellsTheDefaultOfEachLimit() throws IOException {
        Map<String, String> told = new TreeMap<>();
        rows().forEach((key, row) -> told.put(key, row.group(3).strip()));
        for (Limit limit : Limit.values()) {
            assertThat(told).containsEntry(limit.key(), "`" + limit.byDefault() + "`");
        }
    }

    private static Map<String, MatchResult> rows() throws IOException {
        Map<String, MatchResult> rows = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .forEach(row -> rows.put(row.group(1), row));
        return rows;
    }

    /** Every key that reading the settings asks for. */
    private static Set<String> askedFor() {
        return new TreeSet<>(Settings.keys());
    }
}
