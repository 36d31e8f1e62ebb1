package io.babeldesk.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.search.ConversationSearch;
import io.babeldesk.desk.search.ConversationSearch.Order;
import io.babeldesk.desk.search.Hit;
import io.babeldesk.desk.search.Piece;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of the desk where words are looked for: what was found, and where the words stand. */
final class DeskSearch {

    /** How many conversations are looked through for those that the filter lets through. */
    private static final int LOOKED_THROUGH = 2_000;

    private static final int LONGEST = 200;

    private final Conversations conversations;
    private final ConversationSearch search;
    private final DeskDoor door;

    DeskSearch(Conversations conversations, ConversationSearch search, DeskDoor door) {
        this.conversations = conversations;
        this.search = search;
        this.door = door;
    }

    /** @param found absent where the shopper's name or address was found */
    record Row(@JsonUnwrapped WireDesk.Row row, @Nullable Found found) {}

    record Found(String turn, long seq, String author, String at, List<Piece> pieces) {}

    record Listed(List<Row> data, @Nullable String nextCursor, boolean hasMore, Map<String, Long> counts) {}

    /** What is looked for; empty if nothing is. */
    static Optional<String> words(Context ctx) {
        Optional<String> words = Query.text(ctx, "q").map(String::strip).filter(text -> !text.isEmpty());
        words.filter(text -> text.length() > LONGEST).ifPresent(_ -> {
            throw Problem.parameter("q", "at most " + LONGEST + " characters");
        });
        return words;
    }

    Listed find(Context ctx, String words, DeskFilter filter, AgentId agent) {
        int from = Query.number(ctx, "cursor", 0, LOOKED_THROUGH)
                .map(Math::toIntExact)
                .orElse(0);
        Order order = Query.text(ctx, "sort").filter("newest"::equals).isPresent() ? Order.NEWEST : Order.BEST;
        List<Match> matches = search.find(words, order, LOOKED_THROUGH).stream()
                .flatMap(
                        hit -> conversations
                                .handled(hit.conversation())
                                .filter(filter::lets)
                                .map(handled -> new Match(handled, hit))
                                .stream())
                .skip(from)
                .limit(filter.limit() + 1L)
                .toList();
        boolean more = matches.size() > filter.limit();
        return new Listed(
                matches.stream()
                        .limit(filter.limit())
                        .map(match -> row(match, words))
                        .toList(),
                more ? String.valueOf(from + filter.limit()) : null,
                more,
                DeskApi.counts(conversations, Optional.of(agent)));
    }

    private record Match(Handled handled, Hit hit) {}

    private Row row(Match match, String words) {
        Handled handled = match.handled();
        return new Row(
                WireDesk.row(handled, door.customerOf(handled), Optional.empty()),
                match.hit()
                        .turn()
                        .flatMap(conversations::turn)
                        .map(turn -> found(turn, words))
                        .orElse(null));
    }

    private Found found(Turn turn, String words) {
        List<Piece> pieces = search.highlight(words, turn.text(), turn.language());
        if (pieces.isEmpty() && turn instanceof Turn.OfAgent said) {
            pieces = said.original()
                    .map(original -> search.highlight(words, original.text(), original.language()))
                    .orElse(pieces);
        }
        return new Found(
                turn.id(),
                turn.seq(),
                WireDesk.author(turn),
                turn.createdAt().toString(),
                pieces.isEmpty() ? List.of(new Piece(WireDesk.line(turn.text()), false)) : pieces);
    }
}
