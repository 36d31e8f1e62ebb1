package io.babeldesk.desk;

import static io.babeldesk.desk.Role.ADMIN;
import static io.babeldesk.desk.Role.AGENT;
import static io.babeldesk.desk.Role.EDITOR;
import static io.babeldesk.desk.Role.LEAD;
import static io.babeldesk.desk.Role.PUBLISHER;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be done, and which roles may do it. An API key names the rights that it is good for: its scopes. */
public enum Right {
    OWN_ACCOUNT,
    SEE_COLLEAGUES,
    READ_CONVERSATIONS,
    WRITE_CONVERSATIONS,
    /** To act in a conversation that is a colleague's. */
    LEAD_CONVERSATIONS,
    /** To take words out of what was said, for good. */
    REDACT_TURNS,
    /** To keep a shopper out. */
    BLOCK_SHOPPERS,
    READ_REPORTS,
    EDIT_KNOWLEDGE,
    PUBLISH_KNOWLEDGE,
    MANAGE_ACCOUNTS,
    READ_AUDIT;

    private Set<Role> roles() {
        return switch (this) {
            case OWN_ACCOUNT, SEE_COLLEAGUES -> Set.of(Role.values());
            case READ_CONVERSATIONS, WRITE_CONVERSATIONS, REDACT_TURNS -> Set.of(AGENT, LEAD);
            case LEAD_CONVERSATIONS, BLOCK_SHOPPERS, READ_REPORTS -> Set.of(LEAD);
            case EDIT_KNOWLEDGE -> Set.of(EDITOR, PUBLISHER);
            case PUBLISH_KNOWLEDGE -> Set.of(PUBLISHER);
            case MANAGE_ACCOUNTS, READ_AUDIT -> Set.of(ADMIN);
        };
    }

    public boolean isOf(Set<Role> held) {
        return held.stream().anyMatch(roles()::contains);
    }

    /** All that one of these roles may do. */
    public static Set<Right> of(Set<Role> held) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : values()) {
            if (right.isOf(held)) {
                rights.add(right);
            }
        }
        return rights;
    }

    /** As it is written outside: {@code read-conversations}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Right> of(String label) {
        for (Right right : values()) {
            if (right.label().equals(label)) {
                return Optional.of(right);
            }
        }
        return Optional.empty();
    }
}
