package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Agent.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All who work here, and what proves that it is they. Safe for use by many threads. */
public interface Agents {

    Optional<Agent> find(AgentId id);

    Optional<Agent> byUsername(String username);

    /** Also those who left; by username. */
    List<Agent> all();

    /** Somebody new. */
    Change add(Profile profile, Credentials credentials, Instant now);

    /** Replaces the whole profile. */
    Change change(AgentId id, Profile profile);

    Optional<Credentials> credentials(AgentId id);

    /** Does nothing if there is no such agent. */
    void setCredentials(AgentId id, Credentials credentials);

    /**
     * @param passwordHash with its salt and parameters, as {@link Passwords} writes it
     * @param mustChange whether the password was chosen by somebody else and is good for one sign-in only
     */
    record Credentials(String passwordHash, boolean mustChange) {

        @Override
        public String toString() {
            return "Credentials[****, mustChange=" + mustChange + "]";
        }
    }

    /** What became of a change. */
    sealed interface Change {

        record Done(Agent agent) implements Change {}

        record UsernameTaken() implements Change {}

        /** Nobody could let anyone in again. */
        record LastAdmin() implements Change {}

        record Unknown() implements Change {}
    }

    /** Whether nobody would be left to let others in, if {@code changed} became {@code profile}. */
    static boolean leavesNoAdmin(List<Agent> all, AgentId changed, Profile profile) {
        boolean losesOne = all.stream()
                .anyMatch(agent ->
                        agent.id().equals(changed) && agent.profile().isActiveAdmin() && !profile.isActiveAdmin());
        return losesOne
                && all.stream()
                        .noneMatch(agent ->
                                !agent.id().equals(changed) && agent.profile().isActiveAdmin());
    }
}
