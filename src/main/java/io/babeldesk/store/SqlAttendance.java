package io.babeldesk.store;

import static io.babeldesk.store.JsonText.field;
import static io.babeldesk.store.JsonText.list;
import static io.babeldesk.store.JsonText.object;
import static io.babeldesk.store.JsonText.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Attendance;
import io.babeldesk.handoff.Colleague;
import io.babeldesk.handoff.Colleague.Availability;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who has been at the desk, in a database. */
final class SqlAttendance implements Attendance {

    private final Transactions database;

    SqlAttendance(Transactions database) {
        this.database = database;
    }

    @Override
    public void keep(Seen seen) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO attendance (agent, seen_at, payload) VALUES (:agent, :at, :payload)
                        ON CONFLICT (agent) DO UPDATE SET seen_at = excluded.seen_at, payload = excluded.payload
                        """)
                .bind("agent", seen.agent().who().id().value())
                .bind("at", seen.at().toEpochMilli())
                .bind("payload", payload(seen.agent()))
                .execute());
    }

    @Override
    public List<Seen> all() {
        return database.read(handle -> handle.createQuery("SELECT seen_at, payload FROM attendance ORDER BY agent")
                .map((row, _) -> new Seen(
                        colleague(JsonText.read(row.getString("payload"))),
                        Instant.ofEpochMilli(row.getLong("seen_at"))))
                .list());
    }

    @Override
    public void forget(AgentId agent) {
        database.write(handle -> handle.createUpdate("DELETE FROM attendance WHERE agent = :agent")
                .bind("agent", agent.value())
                .execute());
    }

    private static String payload(Colleague agent) {
        ObjectNode json = object();
        json.set("who", JsonTurns.of(agent.who()));
        json.set(
                "languages",
                JsonText.strings(
                        agent.languages().stream().map(Language::code).sorted().toList()));
        json.set("skills", JsonText.strings(agent.skills().stream().sorted().toList()));
        json.set("teams", JsonText.strings(agent.teams().stream().sorted().toList()));
        json.put("availability", agent.availability().name()).put("capacity", agent.capacity());
        return JsonText.of(json);
    }

    private static Colleague colleague(JsonNode json) {
        return new Colleague(
                JsonTurns.speaker(field(json, "who")),
                Set.copyOf(list(field(json, "languages"), code -> new Language(code.textValue()))),
                Set.copyOf(list(field(json, "skills"), JsonNode::textValue)),
                Set.copyOf(list(field(json, "teams"), JsonNode::textValue)),
                Availability.valueOf(string(json, "availability")),
                field(json, "capacity").intValue(),
                0);
    }
}
