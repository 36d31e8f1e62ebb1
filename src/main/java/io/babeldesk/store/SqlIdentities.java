package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Identities;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Identities in a database. */
final class SqlIdentities implements Identities {

    private final Transactions transactions;

    SqlIdentities(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<AgentId> of(String issuer, String subject) {
        return transactions.read(handle -> handle.createQuery(
                        "SELECT agent FROM agent_identity WHERE issuer = :issuer AND subject = :subject")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne()
                .map(AgentId::new));
    }

    @Override
    public boolean link(String issuer, String subject, AgentId agent, Instant now) {
        return transactions.write(handle -> handle.createUpdate("""
                        INSERT INTO agent_identity (issuer, subject, agent, linked_at)
                        VALUES (:issuer, :subject, :agent, :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("issuer", issuer)
                        .bind("subject", subject)
                        .bind("agent", agent.value())
                        .bind("now", now.toEpochMilli())
                        .execute())
                == 1;
    }

    @Override
    public Set<AgentId> linked() {
        return Set.copyOf(transactions.read(handle -> handle.createQuery("SELECT DISTINCT agent FROM agent_identity")
                .mapTo(String.class)
                .map(AgentId::new)
                .list()));
    }

    @Override
    public int unlink(AgentId agent) {
        return transactions.write(handle -> handle.createUpdate("DELETE FROM agent_identity WHERE agent = :agent")
                .bind("agent", agent.value())
                .execute());
    }
}
