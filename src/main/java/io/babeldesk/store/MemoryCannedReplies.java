package io.babeldesk.store;

import io.babeldesk.desk.CannedReplies;
import io.babeldesk.desk.CannedReply;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Canned replies in memory, for tests. */
public final class MemoryCannedReplies implements CannedReplies {

    private final Ids ids = new Ids();
    private final Map<String, CannedReply> replies = new HashMap<>();

    @Override
    public synchronized List<CannedReply> all() {
        return replies.values().stream()
                .sorted(Comparator.comparing(CannedReply::shortcut))
                .toList();
    }

    @Override
    public synchronized Optional<CannedReply> add(
            String shortcut, String title, Map<Language, String> texts, Instant now) {
        if (holder(shortcut).isPresent()) {
            return Optional.empty();
        }
        CannedReply reply = new CannedReply(ids.next(Ids.CANNED_REPLY, now), shortcut, title, texts);
        replies.put(reply.id(), reply);
        return Optional.of(reply);
    }

    @Override
    public synchronized Change change(CannedReply reply) {
        if (holder(reply.shortcut()).filter(id -> !id.equals(reply.id())).isPresent()) {
            return Change.SHORTCUT_TAKEN;
        }
        return replies.computeIfPresent(reply.id(), (_, _) -> reply) == null ? Change.UNKNOWN : Change.DONE;
    }

    @Override
    public synchronized boolean remove(String id) {
        return replies.remove(id) != null;
    }

    private Optional<String> holder(String shortcut) {
        return replies.values().stream()
                .filter(reply -> reply.shortcut().equals(shortcut))
                .map(CannedReply::id)
                .findFirst();
    }
}
