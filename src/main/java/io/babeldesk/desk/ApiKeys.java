package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of programs. Only hashes of them are kept. Safe for use by many threads. */
public interface ApiKeys {

    ApiKey add(
            AgentId agent, String name, Set<Right> scopes, Optional<Instant> expiresAt, String secretHash, Instant now);

    Optional<ApiKey> bySecret(String secretHash);

    /** The oldest first. */
    List<ApiKey> all();

    /** False if there is none. */
    boolean revoke(String id);
}
