package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.AgentSession;
import io.babeldesk.desk.AgentSessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Sessions of agents in a database. */
final class SqlAgentSessions implements AgentSessions {

    private final Transactions transactions;
    private final Ids ids = new Ids();

    SqlAgentSessions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public AgentSession open(
            AgentId agent, String secretHash, String address, String browser, boolean vouched, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        AgentSession session = new AgentSession(ids.next(Ids.SESSION, now), agent, address, browser, vouched, at, at);
        transactions.write(handle -> handle.createUpdate("""
                        INSERT INTO agent_session (id, agent, secret_hash, address, browser, vouched, created_at, last_used_at)
                        VALUES (:id, :agent, :hash, :address, :browser, :vouched, :now, :now)
                        """)
                .bind("id", session.id())
                .bind("agent", agent.value())
                .bind("hash", secretHash)
                .bind("address", address)
                .bind("browser", browser)
                .bind("vouched", vouched ? 1 : 0)
                .bind("now", at.toEpochMilli())
                .execute());
        return session;
    }

    @Override
    public Optional<AgentSession> bySecret(String secretHash) {
        return transactions.read(handle -> handle.createQuery("SELECT * FROM agent_session WHERE secret_hash = :hash")
                .bind("hash", secretHash)
                .map((row, _) -> session(row))
                .findOne());
    }

    @Override
    public List<AgentSession> of(AgentId agent) {
        return transactions.read(handle -> handle.createQuery("""
                        SELECT * FROM agent_session WHERE agent = :agent ORDER BY last_used_at DESC, id DESC
                        """)
                .bind("agent", agent.value())
                .map((row, _) -> session(row))
                .list());
    }

    @Override
    public void use(String id, Instant now) {
        transactions.write(handle -> handle.createUpdate("UPDATE agent_session SET last_used_at = :now WHERE id = :id")
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    @Override
    public boolean end(String id) {
        return transactions.write(handle -> handle.createUpdate("DELETE FROM agent_session WHERE id = :id")
                        .bind("id", id)
                        .execute())
                == 1;
    }

    @Override
    public int endAll(AgentId agent) {
        return transactions.write(handle -> handle.createUpdate("DELETE FROM agent_session WHERE agent = :agent")
                .bind("agent", agent.value())
                .execute());
    }

    @Override
    public int endUnusedSince(Instant before) {
        return transactions.write(
                handle -> handle.createUpdate("DELETE FROM agent_session WHERE last_used_at < :before")
                        .bind("before", before.toEpochMilli())
                        .execute());
    }

    private static AgentSession session(ResultSet row) throws SQLException {
        return new AgentSession(
                row.getString("id"),
                new AgentId(row.getString("agent")),
                row.getString("address"),
                row.getString("browser"),
                row.getInt("vouched") != 0,
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("last_used_at")));
    }
}
