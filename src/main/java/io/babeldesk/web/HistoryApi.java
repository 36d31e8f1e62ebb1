package io.babeldesk.web;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Turn;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was said in a conversation, page by page. */
final class HistoryApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Conversations conversations;
    private final Visitors visitors;

    HistoryApi(Conversations conversations, Visitors visitors) {
        this.conversations = conversations;
        this.visitors = visitors;
    }

    /** @param nextCursor the number to go on from, in the direction that was asked for: {@code after} or {@code before} */
    record Listed(List<WireTurns.Message> data, @Nullable String nextCursor, boolean hasMore) {}

    void register(Routes routes) {
        routes.get("/api/v1/conversations/{conversation}/messages", this::list);
    }

    private void list(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.READ);
        Conversation conversation = visitors.conversation(ctx, session);
        Optional<Long> after = Query.number(ctx, "after", 0, Long.MAX_VALUE);
        Optional<Long> before = Query.number(ctx, "before", 0, Long.MAX_VALUE);
        int limit = Query.number(ctx, "limit", 1, MOST).map(Math::toIntExact).orElse(USUAL);
        List<Turn> turns = conversations.turns(conversation.id(), new Page(after, before, limit));
        Optional<Long> next = next(conversation.id(), turns, after, before);
        Json.answer(
                ctx,
                200,
                new Listed(
                        turns.stream().map(WireTurns::of).toList(),
                        next.map(number -> Long.toString(number)).orElse(null),
                        next.isPresent()));
    }

    /** Where to go on: forwards with {@code after}, else back in time. */
    private Optional<Long> next(String conversation, List<Turn> turns, Optional<Long> after, Optional<Long> before) {
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        long edge = after.isPresent() ? turns.getLast().seq() : turns.getFirst().seq();
        Page beyond = after.isPresent()
                ? new Page(Optional.of(edge), before, 1)
                : new Page(Optional.empty(), Optional.of(edge), 1);
        return conversations.turns(conversation, beyond).isEmpty() ? Optional.empty() : Optional.of(edge);
    }
}
