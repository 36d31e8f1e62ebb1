package io.babeldesk.desk;

import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Agents.Credentials;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The account that lets the first person in. There is no password that comes with the product. */
public final class FirstAccount {

    public static final String USERNAME = "admin";

    private FirstAccount() {}

    /**
     * Makes the account {@code admin} with every role, where nobody could let anyone in.
     *
     * @param given the password to take; without it one is made, and has to be changed
     * @return the password that was made; empty if none was
     */
    public static Optional<String> make(Accounts accounts, Passwords passwords, Optional<String> given, Clock clock) {
        if (accounts.agents().all().stream().anyMatch(agent -> agent.profile().isActiveAdmin())) {
            return Optional.empty();
        }
        String password = given.orElseGet(passwords::generate);
        Profile profile = new Profile(
                USERNAME,
                "Admin",
                List.of(),
                Set.of(),
                Set.of(),
                Profile.USUAL_CAPACITY,
                EnumSet.allOf(Role.class),
                true);
        accounts.agents().add(profile, new Credentials(passwords.hash(password), given.isEmpty()), clock.instant());
        accounts.audit().add(clock.instant(), AuditEntry.SYSTEM, "first-account", USERNAME, "");
        return given.isPresent() ? Optional.empty() : Optional.of(password);
    }
}
