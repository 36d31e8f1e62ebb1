package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Agent;
import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Agents;
import io.babeldesk.desk.Role;
import io.babeldesk.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Agents in a database. */
final class SqlAgents implements Agents {

    private final Transactions transactions;
    private final Ids ids = new Ids();

    SqlAgents(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Agent> find(AgentId id) {
        return transactions.read(handle -> find(handle, id));
    }

    @Override
    public Optional<Agent> byUsername(String username) {
        return transactions.read(handle -> byUsername(handle, username));
    }

    @Override
    public List<Agent> all() {
        return transactions.read(SqlAgents::all);
    }

    @Override
    public Change add(Profile profile, Credentials credentials, Instant now) {
        return transactions.write(handle -> {
            if (byUsername(handle, profile.username()).isPresent()) {
                return new Change.UsernameTaken();
            }
            AgentId id = new AgentId(ids.next(Ids.AGENT, now));
            bind(handle.createUpdate("""
                            INSERT INTO agent (id, username, display_name, languages, teams, skills, capacity, roles,
                                active, password_hash, must_change, created_at)
                            VALUES (:id, :username, :displayName, :languages, :teams, :skills, :capacity, :roles,
                                :active, :hash, :mustChange, :now)
                            """), id, profile)
                    .bind("hash", credentials.passwordHash())
                    .bind("mustChange", credentials.mustChange() ? 1 : 0)
                    .bind("now", now.toEpochMilli())
                    .execute();
            return new Change.Done(find(handle, id).orElseThrow());
        });
    }

    @Override
    public Change change(AgentId id, Profile profile) {
        return transactions.write(handle -> {
            if (find(handle, id).isEmpty()) {
                return new Change.Unknown();
            }
            if (byUsername(handle, profile.username())
                    .filter(other -> !other.id().equals(id))
                    .isPresent()) {
                return new Change.UsernameTaken();
            }
            if (Agents.leavesNoAdmin(all(handle), id, profile)) {
                return new Change.LastAdmin();
            }
            bind(handle.createUpdate("""
                            UPDATE agent SET username = :username, display_name = :displayName, languages = :languages,
                                teams = :teams, skills = :skills, capacity = :capacity, roles = :roles, active = :active
                            WHERE id = :id
                            """), id, profile).execute();
            return new Change.Done(find(handle, id).orElseThrow());
        });
    }

    @Override
    public Optional<Credentials> credentials(AgentId id) {
        return transactions.read(handle -> handle.createQuery(
                        "SELECT password_hash, must_change FROM agent WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> new Credentials(row.getString("password_hash"), row.getInt("must_change") != 0))
                .findOne());
    }

    @Override
    public void setCredentials(AgentId id, Credentials credentials) {
        transactions.write(handle -> handle.createUpdate("""
                        UPDATE agent SET password_hash = :hash, must_change = :mustChange WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("hash", credentials.passwordHash())
                .bind("mustChange", credentials.mustChange() ? 1 : 0)
                .execute());
    }

    private static Optional<Agent> find(Handle handle, AgentId id) {
        return handle.createQuery("SELECT * FROM agent WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> agent(row))
                .findOne();
    }

    private static Optional<Agent> byUsername(Handle handle, String username) {
        return handle.createQuery("SELECT * FROM agent WHERE username = :username")
                .bind("username", username)
                .map((row, _) -> agent(row))
                .findOne();
    }

    private static List<Agent> all(Handle handle) {
        return handle.createQuery("SELECT * FROM agent ORDER BY username")
                .map((row, _) -> agent(row))
                .list();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, AgentId id, Profile profile) {
        return statement
                .bind("id", id.value())
                .bind("username", profile.username())
                .bind("displayName", profile.displayName())
                .bind(
                        "languages",
                        Lists.write(
                                profile.languages().stream().map(Language::code).toList()))
                .bind("teams", Lists.write(profile.teams(), team -> team))
                .bind("skills", Lists.write(profile.skills(), skill -> skill))
                .bind("capacity", profile.capacity())
                .bind("roles", Lists.write(profile.roles(), Role::label))
                .bind("active", profile.active() ? 1 : 0);
    }

    private static Agent agent(ResultSet row) throws SQLException {
        Profile profile = new Profile(
                row.getString("username"),
                row.getString("display_name"),
                Lists.languages(row.getString("languages")),
                Lists.names(row.getString("teams")),
                Lists.names(row.getString("skills")),
                row.getInt("capacity"),
                Lists.roles(row.getString("roles")),
                row.getInt("active") != 0);
        return new Agent(new AgentId(row.getString("id")), profile, Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
