package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is signed in where. Of a session's secret only a hash is kept. Safe for use by many threads. */
public interface AgentSessions {

    AgentSession open(AgentId agent, String secretHash, String address, String browser, boolean vouched, Instant now);

    Optional<AgentSession> bySecret(String secretHash);

    /** The one used last first. */
    List<AgentSession> of(AgentId agent);

    void use(String id, Instant now);

    /** False if there is none. */
    boolean end(String id);

    /** Returns how many there were. */
    int endAll(AgentId agent);

    /** Those that were used last before that moment. */
    int endUnusedSince(Instant before);
}
