package io.babeldesk.knowledge.intake;

import io.babeldesk.knowledge.intake.Finding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a reading of the folder has found so far. Safe for use by many threads. */
final class Findings {

    private final List<Finding> found = Collections.synchronizedList(new ArrayList<>());

    void error(String file, int line, String text) {
        found.add(new Finding(Severity.ERROR, file, line, text));
    }

    void warning(String file, int line, String text) {
        found.add(new Finding(Severity.WARNING, file, line, text));
    }

    boolean hasErrors() {
        return sorted().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    List<Finding> sorted() {
        synchronized (found) {
            return found.stream().sorted().toList();
        }
    }
}
