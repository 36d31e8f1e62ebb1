package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Blocked;
import io.babeldesk.conversation.Speaker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Shoppers whose messages are not taken. */
record BlockRows(Handle handle) {

    void put(Blocked blocked) {
        handle.createUpdate("""
                        INSERT INTO blocked_shopper (shopper, reason, agent, agent_name, since, until)
                        VALUES (:shopper, :reason, :agent, :name, :since, :until)
                        ON CONFLICT (shopper) DO UPDATE
                        SET reason = excluded.reason, agent = excluded.agent, agent_name = excluded.agent_name,
                            since = excluded.since, until = excluded.until
                        """)
                .bind("shopper", blocked.shopper())
                .bind("reason", blocked.reason())
                .bind("agent", blocked.by().id().value())
                .bind("name", blocked.by().name())
                .bind("since", blocked.since().toEpochMilli())
                .bind("until", blocked.until().map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    Optional<Blocked> of(String shopper, Instant now) {
        return handle.createQuery("""
                        SELECT shopper, reason, agent, agent_name, since, until FROM blocked_shopper
                        WHERE shopper = :shopper
                        """)
                .bind("shopper", shopper)
                .map((row, _) -> blockedIn(row))
                .findOne()
                .filter(blocked -> blocked.holdsAt(now));
    }

    /** The newest first. */
    List<Blocked> all(Instant now) {
        return handle.createQuery("""
                        SELECT shopper, reason, agent, agent_name, since, until FROM blocked_shopper
                        WHERE until IS NULL OR until > :now ORDER BY since DESC, shopper
                        """)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> blockedIn(row))
                .list();
    }

    /** Who is proven to be the same is kept out as well. */
    void carry(String visitor, String customer) {
        handle.createUpdate("""
                        INSERT INTO blocked_shopper (shopper, reason, agent, agent_name, since, until)
                        SELECT :customer, reason, agent, agent_name, since, until FROM blocked_shopper
                        WHERE shopper = :visitor
                        ON CONFLICT (shopper) DO NOTHING
                        """)
                .bind("customer", customer)
                .bind("visitor", visitor)
                .execute();
    }

    boolean remove(String shopper) {
        return handle.createUpdate("DELETE FROM blocked_shopper WHERE shopper = :shopper")
                        .bind("shopper", shopper)
                        .execute()
                == 1;
    }

    private static Blocked blockedIn(ResultSet row) throws SQLException {
        long until = row.getLong("until");
        return new Blocked(
                row.getString("shopper"),
                row.getString("reason"),
                new Speaker(new AgentId(row.getString("agent")), row.getString("agent_name")),
                Instant.ofEpochMilli(row.getLong("since")),
                until == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)));
    }
}
