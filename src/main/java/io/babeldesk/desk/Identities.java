package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which account belongs to whom at a provider of identities. Safe for use by many threads. */
public interface Identities {

    Optional<AgentId> of(String issuer, String subject);

    /** False if either belongs to another already: an account has one identity at an issuer. */
    boolean link(String issuer, String subject, AgentId agent, Instant now);

    /** All agents who have one. */
    Set<AgentId> linked();

    /** Returns how many there were. */
    int unlink(AgentId agent);
}
