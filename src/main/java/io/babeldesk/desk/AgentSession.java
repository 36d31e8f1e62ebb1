package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import java.time.Instant;

/**
 * A browser in which an agent is signed in.
 *
 * @param id {@code ses_…}; names the session, proves nothing
 * @param address that she signed in from
 * @param browser what it said of itself, shortened
 * @param vouched whether a provider of identities vouched for her; else she knew her password
 */
public record AgentSession(
        String id,
        AgentId agent,
        String address,
        String browser,
        boolean vouched,
        Instant createdAt,
        Instant lastUsedAt) {}
