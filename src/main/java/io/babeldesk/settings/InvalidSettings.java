package io.babeldesk.settings;

import java.util.List;

/** Settings that cannot be used. The message names each of them with what was found, what was expected, what to do. */
public final class InvalidSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> findings;

    InvalidSettings(List<String> findings) {
        super(String.join(System.lineSeparator(), findings));
        this.findings = List.copyOf(findings);
    }

    /** One sentence or two a setting. */
    public List<String> findings() {
        return findings;
    }
}
