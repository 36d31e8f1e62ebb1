package io.babeldesk.store;

import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Shopper.Customer;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Shoppers who are known, and the traces of those who are no more. */
record ShopperRows(Handle handle) {

    /** Does nothing if the secret is known. */
    void add(String id, String secretHash, Instant now) {
        handle.createUpdate("""
                        INSERT INTO shopper (id, secret_hash, created_at) VALUES (:id, :hash, :now)
                        ON CONFLICT (secret_hash) DO NOTHING
                        """)
                .bind("id", id)
                .bind("hash", secretHash)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    Optional<Shopper> byId(String id) {
        return one(handle.createQuery(
                        "SELECT id, created_at, customer, name, email FROM shopper WHERE id = :id AND erased_at IS NULL")
                .bind("id", id));
    }

    Optional<Shopper> bySecret(String secretHash) {
        return one(handle.createQuery(
                        "SELECT id, created_at, customer, name, email FROM shopper WHERE secret_hash = :hash")
                .bind("hash", secretHash));
    }

    /** False if there is no such shopper. */
    boolean erase(String id, Instant now) {
        return handle.createUpdate("""
                                UPDATE shopper SET secret_hash = NULL, erased_at = :now, customer = 0, name = NULL, email = NULL
                                WHERE id = :id AND erased_at IS NULL
                                """)
                        .bind("id", id)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    void identify(String id, Customer customer) {
        handle.createUpdate("""
                        UPDATE shopper SET customer = 1, name = :name, email = :email
                        WHERE id = :id AND erased_at IS NULL
                        """)
                .bind("id", id)
                .bind("name", customer.name().orElse(null))
                .bind("email", customer.email().orElse(null))
                .execute();
    }

    private static Optional<Shopper> one(Query query) {
        return query.map((row, _) -> new Shopper(
                        row.getString("id"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        row.getInt("customer") == 0
                                ? Optional.empty()
                                : Optional.of(new Customer(
                                        Optional.ofNullable(row.getString("name")),
                                        Optional.ofNullable(row.getString("email"))))))
                .findOne();
    }
}
