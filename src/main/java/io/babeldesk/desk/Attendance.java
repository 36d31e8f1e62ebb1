package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.handoff.Colleague;
import java.time.Instant;
import java.util.List;

/** Who has been at the desk, kept so that a restart knows it. Safe for use by many threads. */
public interface Attendance {

    /** Keeps how an agent was seen; an earlier sight of her is replaced. */
    void keep(Seen seen);

    /** Every agent who has ever been at the desk. */
    List<Seen> all();

    /** Forgets an agent: her account is gone. */
    void forget(AgentId agent);

    /** @param at when she was last seen */
    record Seen(Colleague agent, Instant at) {}
}
