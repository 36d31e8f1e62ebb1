package io.babeldesk.store;

import io.babeldesk.insight.FactsTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Facts in a database. */
final class SqlFacts implements FactsTable {

    private final Transactions database;

    SqlFacts(Transactions database) {
        this.database = database;
    }

    @Override
    public Progress progress() {
        return database.read(handle -> handle.createQuery("SELECT position, form FROM facts_progress")
                .map((row, _) -> new Progress(row.getLong("position"), row.getInt("form")))
                .one());
    }

    @Override
    public List<Row> of(Collection<String> conversations) {
        return conversations.isEmpty()
                ? List.of()
                : database.read(handle -> handle.createQuery(
                                "SELECT conversation, begun, payload FROM facts WHERE conversation IN (<some>)")
                        .bindList("some", List.copyOf(conversations))
                        .map((row, _) -> row(row))
                        .list());
    }

    @Override
    public boolean put(List<Row> rows, Progress from, Progress to) {
        return database.write(handle -> {
            boolean first = handle.createUpdate("""
                                    UPDATE facts_progress SET position = :to, form = :form WHERE position = :from
                                    """)
                            .bind("from", from.position())
                            .bind("to", to.position())
                            .bind("form", to.form())
                            .execute()
                    == 1;
            if (first && !rows.isEmpty()) {
                put(handle, rows);
            }
            return first;
        });
    }

    private static void put(Handle handle, List<Row> rows) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO facts (conversation, begun, payload) VALUES (:conversation, :begun, :payload)
                ON CONFLICT (conversation) DO UPDATE SET begun = excluded.begun, payload = excluded.payload
                """);
        for (Row row : rows) {
            batch.bind("conversation", row.conversation())
                    .bind("begun", row.begun())
                    .bind("payload", row.facts())
                    .add();
        }
        batch.execute();
    }

    @Override
    public void clear() {
        database.write(handle -> {
            handle.createUpdate("DELETE FROM facts").execute();
            return handle.createUpdate("UPDATE facts_progress SET position = 0, form = 0")
                    .execute();
        });
    }

    @Override
    public void begunWithin(long from, long to, Consumer<Row> each) {
        database.read(handle -> {
            handle.createQuery("""
                            SELECT conversation, begun, payload FROM facts
                            WHERE begun >= :from AND begun < :to ORDER BY begun
                            """)
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, _) -> row(row))
                    .forEach(each);
            return to;
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString("conversation"), row.getLong("begun"), row.getString("payload"));
    }
}
