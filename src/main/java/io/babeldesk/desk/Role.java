package io.babeldesk.desk;

import java.util.Locale;
import java.util.Optional;

/** What somebody is here for. Whoever does several things holds several roles; none contains another. */
public enum Role {
    AGENT,
    LEAD,
    EDITOR,
    PUBLISHER,
    ADMIN;

    /** As it is written outside: {@code lead}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String label) {
        for (Role role : values()) {
            if (role.label().equals(label)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
