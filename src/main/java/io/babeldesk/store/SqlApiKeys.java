package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.ApiKey;
import io.babeldesk.desk.ApiKeys;
import io.babeldesk.desk.Right;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys of programs in a database. */
final class SqlApiKeys implements ApiKeys {

    private final Transactions transactions;
    private final Ids ids = new Ids();

    SqlApiKeys(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public ApiKey add(
            AgentId agent,
            String name,
            Set<Right> scopes,
            Optional<Instant> expiresAt,
            String secretHash,
            Instant now) {
        ApiKey key = new ApiKey(
                ids.next(Ids.API_KEY, now),
                agent,
                name,
                scopes,
                now.truncatedTo(ChronoUnit.MILLIS),
                expiresAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS)));
        transactions.write(handle -> handle.createUpdate("""
                        INSERT INTO api_key (id, agent, name, scopes, secret_hash, created_at, expires_at)
                        VALUES (:id, :agent, :name, :scopes, :hash, :now, :expires)
                        """)
                .bind("id", key.id())
                .bind("agent", agent.value())
                .bind("name", name)
                .bind("scopes", Lists.write(scopes, Right::label))
                .bind("hash", secretHash)
                .bind("now", key.createdAt().toEpochMilli())
                .bind("expires", expiresAt.map(Instant::toEpochMilli).orElse(null))
                .execute());
        return key;
    }

    @Override
    public Optional<ApiKey> bySecret(String secretHash) {
        return transactions.read(handle -> handle.createQuery("SELECT * FROM api_key WHERE secret_hash = :hash")
                .bind("hash", secretHash)
                .map((row, _) -> key(row))
                .findOne());
    }

    @Override
    public List<ApiKey> all() {
        return transactions.read(handle -> handle.createQuery("SELECT * FROM api_key ORDER BY created_at, id")
                .map((row, _) -> key(row))
                .list());
    }

    @Override
    public boolean revoke(String id) {
        return transactions.write(handle -> handle.createUpdate("DELETE FROM api_key WHERE id = :id")
                        .bind("id", id)
                        .execute())
                == 1;
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        long expires = row.getLong("expires_at");
        Optional<Instant> expiresAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expires));
        return new ApiKey(
                row.getString("id"),
                new AgentId(row.getString("agent")),
                row.getString("name"),
                Lists.rights(row.getString("scopes")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                expiresAt);
    }
}
