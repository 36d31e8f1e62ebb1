package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.SecondFactors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Second factors in a database. */
final class SqlSecondFactors implements SecondFactors {

    private final Transactions transactions;

    SqlSecondFactors(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Kept> of(AgentId agent) {
        return transactions.read(handle -> handle.createQuery(
                        "SELECT secret, confirmed, last_step FROM second_factor WHERE agent = :agent")
                .bind("agent", agent.value())
                .map((row, _) ->
                        new Kept(row.getString("secret"), row.getInt("confirmed") != 0, row.getLong("last_step")))
                .findOne());
    }

    @Override
    public boolean propose(AgentId agent, String locked, Instant now) {
        return transactions.write(handle -> handle.createUpdate("""
                        INSERT INTO second_factor (agent, secret, confirmed, last_step, created_at)
                        VALUES (:agent, :secret, 0, 0, :now)
                        ON CONFLICT (agent) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at
                        WHERE second_factor.confirmed = 0
                        """)
                        .bind("agent", agent.value())
                        .bind("secret", locked)
                        .bind("now", now.toEpochMilli())
                        .execute())
                == 1;
    }

    @Override
    public boolean confirm(AgentId agent, long step, List<String> recoveryHashes) {
        return transactions.write(handle -> {
            int confirmed = handle.createUpdate("""
                            UPDATE second_factor SET confirmed = 1, last_step = :step
                            WHERE agent = :agent AND confirmed = 0
                            """)
                    .bind("agent", agent.value())
                    .bind("step", step)
                    .execute();
            if (confirmed == 1) {
                forgetRecovery(handle, agent);
                recoveryHashes.forEach(
                        hash -> handle.createUpdate("INSERT INTO recovery_code (agent, hash) VALUES (:agent, :hash)")
                                .bind("agent", agent.value())
                                .bind("hash", hash)
                                .execute());
            }
            return confirmed == 1;
        });
    }

    @Override
    public boolean use(AgentId agent, long step) {
        return transactions.write(handle -> handle.createUpdate("""
                        UPDATE second_factor SET last_step = :step
                        WHERE agent = :agent AND confirmed = 1 AND last_step < :step
                        """)
                        .bind("agent", agent.value())
                        .bind("step", step)
                        .execute())
                == 1;
    }

    @Override
    public boolean useRecovery(AgentId agent, String hash) {
        return transactions.write(
                        handle -> handle.createUpdate("DELETE FROM recovery_code WHERE agent = :agent AND hash = :hash")
                                .bind("agent", agent.value())
                                .bind("hash", hash)
                                .execute())
                == 1;
    }

    @Override
    public int recoveryLeft(AgentId agent) {
        return transactions.read(handle -> handle.createQuery("SELECT count(*) FROM recovery_code WHERE agent = :agent")
                .bind("agent", agent.value())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public boolean remove(AgentId agent) {
        return transactions.write(handle -> {
            forgetRecovery(handle, agent);
            return handle.createUpdate("DELETE FROM second_factor WHERE agent = :agent")
                            .bind("agent", agent.value())
                            .execute()
                    == 1;
        });
    }

    private static void forgetRecovery(Handle handle, AgentId agent) {
        handle.createUpdate("DELETE FROM recovery_code WHERE agent = :agent")
                .bind("agent", agent.value())
                .execute();
    }
}
