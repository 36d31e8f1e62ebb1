package io.babeldesk.web;

import io.babeldesk.desk.Agent;
import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Right;
import io.babeldesk.desk.Role;
import io.babeldesk.desk.SignIn.Present;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People at work, as the interface shows them. */
final class WireAccount {

    private WireAccount() {}

    /** @param username only for herself and for those who manage accounts */
    record Account(
            String id,
            @Nullable String username,
            String displayName,
            List<String> languages,
            List<String> teams,
            List<String> skills,
            int capacity,
            List<String> roles,
            boolean active,
            String createdAt) {}

    /** Whoever asks, with what she may do. */
    record User(
            String id,
            String username,
            String displayName,
            List<String> languages,
            List<String> teams,
            List<String> skills,
            int capacity,
            List<String> roles,
            List<String> rights,
            boolean mustChangePassword,
            boolean mustSetUpSecondFactor) {}

    static Account account(Agent agent, Present asking) {
        Profile profile = agent.profile();
        boolean mayKnow =
                asking.may(Right.MANAGE_ACCOUNTS) || asking.agent().id().equals(agent.id());
        return new Account(
                agent.id().value(),
                mayKnow ? profile.username() : null,
                profile.displayName(),
                languages(profile),
                sorted(profile.teams()),
                sorted(profile.skills()),
                profile.capacity(),
                roles(profile),
                profile.active(),
                agent.createdAt().toString());
    }

    static User user(Present present) {
        Profile profile = present.agent().profile();
        return new User(
                present.agent().id().value(),
                profile.username(),
                profile.displayName(),
                languages(profile),
                sorted(profile.teams()),
                sorted(profile.skills()),
                profile.capacity(),
                roles(profile),
                rights(present),
                present.mustChange(),
                present.mustSetUpSecondFactor());
    }

    private static List<String> languages(Profile profile) {
        return profile.languages().stream().map(Language::code).toList();
    }

    private static List<String> roles(Profile profile) {
        return profile.roles().stream().sorted().map(Role::label).toList();
    }

    private static List<String> rights(Present present) {
        return present.rights().stream().sorted().map(Right::label).toList();
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
