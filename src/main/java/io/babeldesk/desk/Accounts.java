package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Agents.Change;
import io.babeldesk.desk.Agents.Credentials;
import java.time.Instant;
import java.util.Objects;

/** All that is kept of those who work here. Every change that somebody makes is in the audit log. */
public record Accounts(
        Agents agents,
        AgentSessions sessions,
        FailedSignIns failures,
        ApiKeys keys,
        Identities identities,
        SecondFactors secondFactors,
        AuditLog audit) {

    public Change add(Agent actor, Profile profile, Credentials credentials, Instant now) {
        Change change = agents.add(profile, credentials, now);
        if (change instanceof Change.Done done) {
            audit.add(
                    now,
                    actor.id().value(),
                    "account-added",
                    done.agent().id().value(),
                    done.agent().profile().toString());
        }
        return change;
    }

    /** Whoever may not sign in any more is signed out at once. */
    public Change change(Agent actor, Agent before, Profile profile, Instant now) {
        if (before.profile().equals(profile)) {
            return new Change.Done(before);
        }
        Change change = agents.change(before.id(), profile);
        if (change instanceof Change.Done) {
            if (!profile.active()) {
                sessions.endAll(before.id());
            }
            audit.add(now, actor.id().value(), "account-changed", before.id().value(), differences(before, profile));
        }
        return change;
    }

    public boolean endSession(Agent actor, AgentSession session, Instant now) {
        boolean ended = sessions.end(session.id());
        if (ended) {
            audit.add(now, actor.id().value(), "session-ended", session.id(), "of " + session.agent());
        }
        return ended;
    }

    public boolean revokeKey(Agent actor, String key, Instant now) {
        boolean revoked = keys.revoke(key);
        if (revoked) {
            audit.add(now, actor.id().value(), "api-key-revoked", key, "");
        }
        return revoked;
    }

    /** Whatever she signs in with elsewhere is nobody's here any more. */
    public boolean unlink(Agent actor, AgentId agent, Instant now) {
        boolean unlinked = identities.unlink(agent) > 0;
        if (unlinked) {
            audit.add(now, actor.id().value(), "account-unlinked", agent.value(), "");
        }
        return unlinked;
    }

    public boolean isKnown(AgentId agent) {
        return agents.find(agent).isPresent();
    }

    /** What an administrator would want to know later. */
    private static String differences(Agent before, Profile after) {
        Profile was = before.profile();
        boolean sameRights = Objects.equals(was.toString(), after.toString());
        return sameRights ? "profile" : was + " -> " + after;
    }
}
