package io.babeldesk.store;

import io.babeldesk.desk.FailedSignIns;
import java.time.Instant;

/** Counts of failed sign-ins in a database, so that a restart gives nobody a fresh start. */
final class SqlFailedSignIns implements FailedSignIns {

    private final Transactions transactions;

    SqlFailedSignIns(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Count of(String subject) {
        return transactions.read(handle -> handle.createQuery(
                        "SELECT count, last FROM failed_sign_in WHERE subject = :subject")
                .bind("subject", subject)
                .map((row, _) -> new Count(row.getInt("count"), Instant.ofEpochMilli(row.getLong("last"))))
                .findOne()
                .orElse(Count.NONE));
    }

    @Override
    public void add(String subject, Instant now) {
        transactions.write(handle -> handle.createUpdate("""
                        INSERT INTO failed_sign_in (subject, count, last) VALUES (:subject, 1, :now)
                        ON CONFLICT (subject) DO UPDATE SET count = failed_sign_in.count + 1, last = excluded.last
                        """)
                .bind("subject", subject)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    @Override
    public void forget(String subject) {
        transactions.write(handle -> handle.createUpdate("DELETE FROM failed_sign_in WHERE subject = :subject")
                .bind("subject", subject)
                .execute());
    }

    @Override
    public int forgetBefore(Instant before) {
        return transactions.write(handle -> handle.createUpdate("DELETE FROM failed_sign_in WHERE last < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
