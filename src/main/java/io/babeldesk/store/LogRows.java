package io.babeldesk.store;

import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.ScoreQuestion;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Visibility;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What was said and what happened: turns, events, and how replies came about. */
record LogRows(Handle handle) {

    /** The next position in the store. Whoever has one commits before the next is given out. */
    long nextPosition() {
        return handle.createQuery("UPDATE newest_event SET position = position + 1 RETURNING position")
                .mapTo(Long.class)
                .one();
    }

    void add(Event event) {
        handle.createUpdate("""
                        INSERT INTO event (position, conversation, seq, visibility, type, payload, at)
                        VALUES (:position, :conversation, :seq, :visibility, :type, :payload, :at)
                        """)
                .bind("position", event.position())
                .bind("conversation", event.conversation())
                .bind("seq", event.seq())
                .bind("visibility", event.visibility().name())
                .bind("type", JsonEvents.type(event.body()))
                .bind("payload", JsonEvents.payload(event.body()))
                .bind("at", event.at().toEpochMilli())
                .execute();
    }

    List<Event> eventsAfter(String conversation, long seq, int limit) {
        return events(handle.createQuery("""
                        SELECT position, conversation, seq, visibility, type, payload, at FROM event
                        WHERE conversation = :conversation AND seq > :seq ORDER BY seq LIMIT :limit
                        """)
                .bind("conversation", conversation)
                .bind("seq", seq)
                .bind("limit", limit));
    }

    /** Of all conversations, in the order of their commits. */
    List<Event> eventsBeyond(long position, int limit) {
        return events(handle.createQuery("""
                        SELECT position, conversation, seq, visibility, type, payload, at FROM event
                        WHERE position > :position ORDER BY position LIMIT :limit
                        """).bind("position", position).bind("limit", limit));
    }

    /** How agents judged the assistant's replies, as it stands now. */
    Map<String, Mark> marks(String conversation) {
        return Entries.marksIn(events(handle.createQuery("""
                        SELECT position, conversation, seq, visibility, type, payload, at FROM event
                        WHERE conversation = :conversation AND type = 'marked' ORDER BY seq
                        """).bind("conversation", conversation)));
    }

    Optional<ScoreQuestion> scoreQuestion(String conversation) {
        Query asked = handle.createQuery("""
                        SELECT position, conversation, seq, visibility, type, payload, at FROM event
                        WHERE conversation = :conversation AND type = :type ORDER BY seq DESC LIMIT 1
                        """).bind("conversation", conversation).bind("type", JsonEvents.SCORE_ASKED);
        return events(asked).stream()
                .findFirst()
                .map(event -> ScoreQuestion.of((Event.Body.ScoreAsked) event.body(), event.at()));
    }

    long newestPosition() {
        return handle.createQuery("SELECT position FROM newest_event")
                .mapTo(Long.class)
                .one();
    }

    private static List<Event> events(Query query) {
        return query.map((row, _) -> new Event(
                        row.getLong("position"),
                        row.getString("conversation"),
                        row.getLong("seq"),
                        Visibility.valueOf(row.getString("visibility")),
                        JsonEvents.read(row.getString("type"), row.getString("payload")),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    void replaceBody(Event event, Event.Body body) {
        handle.createUpdate("UPDATE event SET payload = :payload WHERE position = :position")
                .bind("payload", JsonEvents.payload(body))
                .bind("position", event.position())
                .execute();
    }

    void add(String conversation, Turn turn) {
        handle.createUpdate("""
                        INSERT INTO turn (id, conversation, seq, payload, visibility, author)
                        VALUES (:id, :conversation, :seq, :payload, :visibility, :author)
                        """)
                .bind("visibility", turn.visibility().name())
                .bind("author", JsonTurns.author(turn))
                .bind("id", turn.id())
                .bind("conversation", conversation)
                .bind("seq", turn.seq())
                .bind("payload", JsonText.of(JsonTurns.of(turn)))
                .execute();
    }

    void replace(Turn turn) {
        handle.createUpdate("UPDATE turn SET payload = :payload WHERE id = :id")
                .bind("payload", JsonText.of(JsonTurns.of(turn)))
                .bind("id", turn.id())
                .execute();
        new TranslationRows(handle).forget(turn.id());
    }

    Optional<Turn> turn(String id) {
        return handle.createQuery("SELECT payload FROM turn WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> turnIn(row.getString("payload")))
                .findOne();
    }

    /** The newest that the shopper or an agent said. */
    Optional<Turn> lastOfPeople(String conversation) {
        return handle.createQuery("""
                        SELECT payload FROM turn
                        WHERE conversation = :conversation AND author IN ('shopper', 'agent')
                        ORDER BY seq DESC LIMIT 1
                        """)
                .bind("conversation", conversation)
                .map((row, _) -> turnIn(row.getString("payload")))
                .findOne();
    }

    /** @param all whether also what only agents may read */
    List<Turn> turns(String conversation, Page page, boolean all) {
        boolean forward = page.after().isPresent();
        List<Turn> found = turns(
                conversation,
                page.after().orElse(0L),
                page.before().orElse(Long.MAX_VALUE),
                forward ? "ASC" : "DESC",
                page.limit(),
                all);
        return forward ? found : found.reversed();
    }

    /** The newest turns that are not owed a reply, ascending. */
    List<Turn> settledTurns(String conversation, int limit) {
        return handle.createQuery("""
                        SELECT payload FROM turn
                        WHERE conversation = :conversation AND visibility = 'SHOPPER'
                          AND NOT EXISTS (SELECT 1 FROM owed WHERE owed.turn = turn.id)
                        ORDER BY seq DESC LIMIT :limit
                        """)
                .bind("conversation", conversation)
                .bind("limit", limit)
                .map((row, _) -> turnIn(row.getString("payload")))
                .list()
                .reversed();
    }

    List<Turn> turns(String conversation) {
        return turns(conversation, 0, Long.MAX_VALUE, "ASC", Integer.MAX_VALUE, true);
    }

    Optional<Turn.OfAssistant> replyTo(String shopperTurn) {
        return handle.createQuery("SELECT r.payload FROM turn t JOIN turn r ON r.id = t.settled_by WHERE t.id = :turn")
                .bind("turn", shopperTurn)
                .map((row, _) -> (Turn.OfAssistant) turnIn(row.getString("payload")))
                .findOne();
    }

    void addProvenance(String turn, Provenance provenance) {
        handle.createUpdate("INSERT INTO provenance (turn, payload) VALUES (:turn, :payload)")
                .bind("turn", turn)
                .bind("payload", JsonProvenance.of(provenance))
                .execute();
    }

    Optional<Provenance> provenance(String turn) {
        return handle.createQuery("SELECT payload FROM provenance WHERE turn = :turn")
                .bind("turn", turn)
                .map((row, _) -> JsonProvenance.read(row.getString("payload")))
                .findOne();
    }

    /** Of the replies from a number on. */
    void replaceProvenancesFrom(String conversation, long seq, UnaryOperator<Provenance> change) {
        List<String> turns = handle.createQuery("""
                        SELECT p.turn FROM provenance p JOIN turn t ON t.id = p.turn
                        WHERE t.conversation = :conversation AND t.seq >= :seq
                        """)
                .bind("conversation", conversation)
                .bind("seq", seq)
                .mapTo(String.class)
                .list();
        for (String turn : turns) {
            Provenance left = change.apply(provenance(turn).orElseThrow());
            handle.createUpdate("UPDATE provenance SET payload = :payload WHERE turn = :turn")
                    .bind("payload", JsonProvenance.of(left))
                    .bind("turn", turn)
                    .execute();
        }
    }

    void forgetProvenances(String conversation) {
        handle.createUpdate(
                        "DELETE FROM provenance WHERE turn IN (SELECT id FROM turn WHERE conversation = :conversation)")
                .bind("conversation", conversation)
                .execute();
    }

    private List<Turn> turns(String conversation, long after, long before, String direction, int limit, boolean all) {
        return handle.createQuery("""
                        SELECT payload FROM turn
                        WHERE conversation = :conversation AND seq > :after AND seq < :before %s
                        ORDER BY seq %s LIMIT :limit
                        """.formatted(all ? "" : "AND visibility = 'SHOPPER'", direction))
                .bind("conversation", conversation)
                .bind("after", after)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, _) -> turnIn(row.getString("payload")))
                .list();
    }

    private static Turn turnIn(String payload) {
        return JsonTurns.read(JsonText.read(payload));
    }
}
