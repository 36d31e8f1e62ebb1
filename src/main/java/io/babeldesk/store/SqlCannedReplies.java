package io.babeldesk.store;

import io.babeldesk.desk.CannedReplies;
import io.babeldesk.desk.CannedReply;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Canned replies in a database. */
final class SqlCannedReplies implements CannedReplies {

    private final Transactions transactions;
    private final Ids ids = new Ids();

    SqlCannedReplies(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<CannedReply> all() {
        return transactions.read(handle -> {
            Map<String, Map<Language, String>> texts = new HashMap<>();
            handle.createQuery("SELECT reply, language, text FROM canned_reply_text")
                    .map((row, _) -> texts.computeIfAbsent(row.getString("reply"), _ -> new TreeMap<>())
                            .put(Language.of(row.getString("language")), row.getString("text")))
                    .list();
            return handle.createQuery("SELECT id, shortcut, title FROM canned_reply ORDER BY shortcut")
                    .map((row, _) -> new CannedReply(
                            row.getString("id"),
                            row.getString("shortcut"),
                            row.getString("title"),
                            texts.getOrDefault(row.getString("id"), Map.of())))
                    .list();
        });
    }

    @Override
    public Optional<CannedReply> add(String shortcut, String title, Map<Language, String> texts, Instant now) {
        CannedReply reply = new CannedReply(ids.next(Ids.CANNED_REPLY, now), shortcut, title, texts);
        boolean added = transactions.write(handle -> {
            boolean free = handle.createUpdate("""
                                    INSERT INTO canned_reply (id, shortcut, title) VALUES (:id, :shortcut, :title)
                                    ON CONFLICT (shortcut) DO NOTHING
                                    """)
                            .bind("id", reply.id())
                            .bind("shortcut", shortcut)
                            .bind("title", title)
                            .execute()
                    == 1;
            if (free) {
                putTexts(handle, reply);
            }
            return free;
        });
        return Optional.of(reply).filter(_ -> added);
    }

    @Override
    public Change change(CannedReply reply) {
        return transactions.write(handle -> {
            Optional<String> holder = handle.createQuery("SELECT id FROM canned_reply WHERE shortcut = :shortcut")
                    .bind("shortcut", reply.shortcut())
                    .mapTo(String.class)
                    .findOne();
            if (holder.filter(id -> !id.equals(reply.id())).isPresent()) {
                return Change.SHORTCUT_TAKEN;
            }
            int changed = handle.createUpdate(
                            "UPDATE canned_reply SET shortcut = :shortcut, title = :title WHERE id = :id")
                    .bind("id", reply.id())
                    .bind("shortcut", reply.shortcut())
                    .bind("title", reply.title())
                    .execute();
            if (changed == 0) {
                return Change.UNKNOWN;
            }
            dropTexts(handle, reply.id());
            putTexts(handle, reply);
            return Change.DONE;
        });
    }

    @Override
    public boolean remove(String id) {
        return transactions.write(handle -> {
            dropTexts(handle, id);
            return handle.createUpdate("DELETE FROM canned_reply WHERE id = :id")
                            .bind("id", id)
                            .execute()
                    == 1;
        });
    }

    private static void putTexts(Handle handle, CannedReply reply) {
        reply.texts()
                .forEach((language, text) -> handle.createUpdate(
                                "INSERT INTO canned_reply_text (reply, language, text) VALUES (:reply, :language, :text)")
                        .bind("reply", reply.id())
                        .bind("language", language.code())
                        .bind("text", text)
                        .execute());
    }

    private static void dropTexts(Handle handle, String reply) {
        handle.createUpdate("DELETE FROM canned_reply_text WHERE reply = :reply")
                .bind("reply", reply)
                .execute();
    }
}
