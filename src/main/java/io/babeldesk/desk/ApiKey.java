package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a program do what its owner may do, as far as its scopes go. It ends with its owner's account.
 *
 * @param id {@code key_…}; names the key, proves nothing
 * @param agent in whose name the program acts
 * @param name what it is for
 */
public record ApiKey(
        String id, AgentId agent, String name, Set<Right> scopes, Instant createdAt, Optional<Instant> expiresAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }
}
