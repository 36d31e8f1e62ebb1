package io.babeldesk.knowledge.intake;

/**
 * A fault of the knowledge folder, with where it is and what to do.
 *
 * @param file relative to the folder
 * @param line from 1; 0 where the whole file or folder is meant
 * @param text what was found, what was expected, what to do
 */
public record Finding(Severity severity, String file, int line, String text) implements Comparable<Finding> {

    /** An error keeps an edition from being served; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public int compareTo(Finding other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + (severity == Severity.WARNING ? "warning: " : "") + text;
    }
}
