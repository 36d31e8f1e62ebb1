package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What agents have begun to write and not sent. Safe for use by many threads. */
public interface Drafts {

    /** Keeps a draft; an empty one is forgotten. */
    void keep(String conversation, Draft draft);

    Optional<Draft> of(String conversation, AgentId agent);

    /** The conversations in which an agent has begun to write. */
    List<String> conversationsOf(AgentId agent);

    record Draft(AgentId agent, String text, Instant at) {}
}
