package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Somebody who works here, with an account of her own. */
public record Agent(AgentId id, Profile profile, Instant createdAt) {

    /**
     * What is known of her, and what she may do.
     *
     * @param username that she signs in with, lower-case; nobody else has it
     * @param displayName that shoppers and colleagues see
     * @param languages that she answers in, the best first
     * @param teams that conversations are transferred to
     * @param skills that conversations are assigned by
     * @param capacity how many conversations she has at a time, 0 for none
     * @param active false for one who may not sign in any more; her name stays on what she wrote
     */
    public record Profile(
            String username,
            String displayName,
            List<Language> languages,
            Set<String> teams,
            Set<String> skills,
            int capacity,
            Set<Role> roles,
            boolean active) {

        public static final int USUAL_CAPACITY = 5;

        public Profile {
            languages = List.copyOf(languages);
            teams = Set.copyOf(teams);
            skills = Set.copyOf(skills);
            roles = Set.copyOf(roles);
        }

        Profile withRoles(Set<Role> others) {
            return new Profile(username, displayName, languages, teams, skills, capacity, others, active);
        }

        /** Whether she can let others in. */
        boolean isActiveAdmin() {
            return active && roles.contains(Role.ADMIN);
        }

        @Override
        public String toString() {
            return username + " " + new TreeSet<>(roles) + (active ? "" : " (inactive)");
        }
    }

    public String displayName() {
        return profile.displayName();
    }

    public boolean may(Right right) {
        return profile.active() && right.isOf(profile.roles());
    }
}
