package io.babeldesk.store;

import io.babeldesk.desk.Macro;
import io.babeldesk.desk.Macros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Macros in a database. */
final class SqlMacros implements Macros {

    private final Transactions database;
    private final Ids ids = new Ids();

    SqlMacros(Transactions database) {
        this.database = database;
    }

    @Override
    public List<Macro> all() {
        return database.read(handle -> handle.createQuery("SELECT id, name, payload FROM macro ORDER BY name, id")
                .map((row, _) -> macroIn(row))
                .list());
    }

    @Override
    public Optional<Macro> find(String id) {
        return database.read(handle -> handle.createQuery("SELECT id, name, payload FROM macro WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> macroIn(row))
                .findOne());
    }

    private static Macro macroIn(ResultSet row) throws SQLException {
        return new Macro(row.getString("id"), row.getString("name"), JsonMacros.read(row.getString("payload")));
    }

    @Override
    public Macro add(String name, List<Macro.Action> actions, Instant now) {
        Macro macro = new Macro(ids.next(Ids.MACRO, now), name, actions);
        return database.write(handle -> {
            handle.createUpdate("INSERT INTO macro (id, name, payload) VALUES (:id, :name, :payload)")
                    .bind("id", macro.id())
                    .bind("name", name)
                    .bind("payload", JsonMacros.of(actions))
                    .execute();
            return macro;
        });
    }

    @Override
    public boolean change(Macro macro) {
        return database.write(
                handle -> handle.createUpdate("UPDATE macro SET name = :name, payload = :payload WHERE id = :id")
                                .bind("id", macro.id())
                                .bind("name", macro.name())
                                .bind("payload", JsonMacros.of(macro.actions()))
                                .execute()
                        == 1);
    }

    @Override
    public boolean remove(String id) {
        return database.write(handle -> handle.createUpdate("DELETE FROM macro WHERE id = :id")
                        .bind("id", id)
                        .execute()
                == 1);
    }
}
