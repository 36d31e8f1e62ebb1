package io.babeldesk.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.intake.Finding.Severity;
import io.babeldesk.knowledge.intake.KnowledgeFolder.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The words in which the tests of the intake are written. */
abstract class IntakeVocabulary {

    static final String ARTICLE = FolderOnDisk.ARTICLE;
    static final String GERMAN = "articles/returns/return-window/de.md";

    /** The line on which the body of {@link FolderOnDisk#article} begins. */
    static final int BODY = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path root;

    /** A folder free of findings. */
    FolderOnDisk folder() {
        return FolderOnDisk.in(root);
    }

    /** The folder has this one fault, and no edition comes out. */
    static void finds(FolderOnDisk folder, String file, int line, String... words) {
        Reading reading = folder.read();
        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding -> is(finding, Severity.ERROR, file, line, words));
        assertThat(reading.edition()).isEmpty();
    }

    /** The folder has this one flaw, and the edition comes out all the same. */
    static void warns(FolderOnDisk folder, String file, int line, String... words) {
        Reading reading = folder.read();
        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding -> is(finding, Severity.WARNING, file, line, words));
        assertThat(reading.edition()).isPresent();
    }

    static void isClean(FolderOnDisk folder) {
        assertThat(folder.read().findings()).isEmpty();
        assertThat(folder.read().edition()).isPresent();
    }

    private static void is(Finding finding, Severity severity, String file, int line, String... words) {
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.file()).isEqualTo(file);
        assertThat(finding.line()).as("the line of '%s'", finding.text()).isEqualTo(line);
        assertThat(finding.text()).contains(List.of(words)).contains("; ").doesNotContain("null");
    }
}
