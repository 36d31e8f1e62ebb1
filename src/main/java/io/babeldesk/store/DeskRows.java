package io.babeldesk.store;

import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.DeskFilter.Sort;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Conversations as the desk lists them. */
record DeskRows(Handle handle) {

    private static final long NEVER = Long.MAX_VALUE;

    List<Handled> page(DeskFilter filter) {
        Map<String, Object> bound = new HashMap<>();
        List<String> where = where(filter, bound);
        String key = key(filter.sort());
        boolean down = filter.sort() == Sort.NEWEST;
        filter.beyond().ifPresent(beyond -> {
            where.add("(" + key + (down ? " < " : " > ") + ":key OR (" + key + " = :key AND c.id > :beyond))");
            bound.put("key", millis(beyond.key()));
            bound.put("beyond", beyond.conversation());
        });
        bound.put("limit", filter.limit());
        String sql = """
                SELECT c.id, h.payload AS handling,
                       (SELECT t.payload FROM turn t
                        WHERE t.conversation = c.id AND t.author IN ('shopper', 'agent')
                        ORDER BY t.seq DESC LIMIT 1) AS said
                FROM conversation c LEFT JOIN handling h ON h.conversation = c.id
                WHERE %s ORDER BY %s %s, c.id LIMIT :limit
                """.formatted(String.join(" AND ", where), key, down ? "DESC" : "ASC");
        ConversationRows conversations = new ConversationRows(handle);
        return bind(sql, bound)
                .map((row, _) -> new Found(row.getString("id"), row.getString("handling"), row.getString("said")))
                .list()
                .stream()
                .map(found -> new Handled(
                        conversations.find(found.id()).orElseThrow(),
                        Optional.ofNullable(found.handling())
                                .map(JsonHandling::read)
                                .orElse(Handling.NONE),
                        Optional.ofNullable(found.said()).map(DeskRows::turn)))
                .toList();
    }

    long count(DeskFilter filter) {
        Map<String, Object> bound = new HashMap<>();
        String sql = "SELECT COUNT(*) FROM conversation c LEFT JOIN handling h ON h.conversation = c.id WHERE "
                + String.join(" AND ", where(filter, bound));
        return bind(sql, bound).mapTo(Long.class).one();
    }

    private record Found(
            String id, @Nullable String handling, @Nullable String said) {}

    private static Turn turn(String payload) {
        return JsonTurns.read(JsonText.read(payload));
    }

    private Query bind(String sql, Map<String, Object> bound) {
        Query query = handle.createQuery(sql);
        bound.forEach(query::bind);
        return query;
    }

    private static List<String> where(DeskFilter filter, Map<String, Object> bound) {
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        if (!filter.states().isEmpty()) {
            List<String> names = new ArrayList<>();
            filter.states().forEach(state -> names.add("'" + state.name() + "'"));
            where.add("c.state IN (" + String.join(", ", names) + ")");
        }
        filter.owner().ifPresent(owner -> {
            where.add("h.owner = :owner");
            bound.put("owner", owner.value());
        });
        if (filter.unowned()) {
            where.add("h.owner IS NULL");
        }
        filter.language().ifPresent(language -> {
            where.add("c.language = :language");
            bound.put("language", language.code());
        });
        filter.label().ifPresent(label -> {
            where.add("h.labels LIKE :label ESCAPE '!'");
            bound.put(
                    "label", "%|" + label.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "|%");
        });
        filter.priority().ifPresent(priority -> {
            where.add("COALESCE(h.priority, 'NORMAL') = :priority");
            bound.put("priority", priority.name());
        });
        return where;
    }

    private static String key(Sort sort) {
        return switch (sort) {
            case DUE -> "COALESCE(h.due, " + NEVER + ")";
            case WAITING -> "COALESCE(h.waits_since, c.updated_at)";
            case NEWEST -> "c.updated_at";
        };
    }

    private static long millis(Instant key) {
        return key.toEpochMilli();
    }
}
