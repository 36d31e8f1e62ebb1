package io.babeldesk.web;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.DeskFilter.Beyond;
import io.babeldesk.conversation.DeskFilter.Sort;
import io.babeldesk.conversation.Handled;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is asked of the list of the desk, behind the path's question mark. Stateless. */
final class DeskQuery {

    private static final int USUAL = 50;

    private DeskQuery() {}

    /** @param agent whom {@code assignee=me} means */
    static DeskFilter filter(Context ctx, AgentId agent) {
        Sort sort = Query.text(ctx, "sort").map(DeskQuery::sort).orElse(Sort.WAITING);
        return filter(ctx, agent, sort, Query.text(ctx, "cursor").map(DeskQuery::beyond));
    }

    /** Where the order and the page are somebody else's. */
    static DeskFilter unsorted(Context ctx, AgentId agent) {
        return filter(ctx, agent, Sort.NEWEST, Optional.empty());
    }

    private static DeskFilter filter(Context ctx, AgentId agent, Sort sort, Optional<Beyond> beyond) {
        Optional<String> assignee = Query.text(ctx, "assignee");
        return new DeskFilter(
                Query.text(ctx, "state").map(DeskQuery::states).orElse(Set.of()),
                assignee.filter(name -> !name.equals("none"))
                        .map(name -> name.equals("me") ? agent : new AgentId(name)),
                assignee.filter("none"::equals).isPresent(),
                Query.language(ctx, "lang"),
                Query.text(ctx, "label"),
                Query.text(ctx, "priority")
                        .map(name -> WireDesk.priority(name)
                                .orElseThrow(() -> Problem.parameter("priority", WireDesk.PRIORITIES))),
                sort,
                beyond,
                Query.number(ctx, "limit", 1, Page.MOST).map(Math::toIntExact).orElse(USUAL));
    }

    private static Set<ConversationState> states(String given) {
        Set<ConversationState> states = EnumSet.noneOf(ConversationState.class);
        for (String name : given.split(",", -1)) {
            states.add(Stream.of(ConversationState.values())
                    .filter(state -> ConversationApi.stateOf(state).equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.parameter("state", "states such as queued,open")));
        }
        return Collections.unmodifiableSet(states);
    }

    private static Sort sort(String given) {
        return Stream.of(Sort.values())
                .filter(sort -> WireDesk.lower(sort).equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.parameter("sort", "due, waiting or newest"));
    }

    /** Where the next page goes on. */
    static String cursor(Handled last, DeskFilter filter) {
        String key = filter.keyOf(last.conversation(), last.handling()).toEpochMilli() + " "
                + last.conversation().id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static Beyond beyond(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return new Beyond(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Problem.parameter("cursor", "the next_cursor of a page");
        }
    }
}
