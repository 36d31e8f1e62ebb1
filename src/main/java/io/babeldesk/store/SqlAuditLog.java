package io.babeldesk.store;

import io.babeldesk.desk.AuditEntry;
import io.babeldesk.desk.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The audit log in a database. No statement here changes or removes a row. */
final class SqlAuditLog implements AuditLog {

    private final Transactions transactions;

    SqlAuditLog(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public AuditEntry add(Instant at, String actor, String action, String subject, String detail) {
        return transactions.write(handle -> handle.createQuery("""
                        INSERT INTO audit (number, at, actor, action, subject, detail)
                        SELECT COALESCE(MAX(number), 0) + 1, :at, :actor, :action, :subject, :detail FROM audit
                        RETURNING *
                        """)
                .bind("at", at.toEpochMilli())
                .bind("actor", actor)
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", detail)
                .map((row, _) -> entry(row))
                .one());
    }

    @Override
    public List<AuditEntry> page(Optional<Long> before, int limit) {
        return transactions.read(handle -> handle.createQuery("""
                        SELECT * FROM audit WHERE number < :before ORDER BY number DESC LIMIT :limit
                        """)
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
