package io.babeldesk.web;

import io.babeldesk.answer.Summariser;
import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.DeskFilter.Sort;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body.Assigned;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.Desk;
import io.babeldesk.desk.Drafts;
import io.babeldesk.desk.Presence;
import io.babeldesk.handoff.Colleague;
import io.babeldesk.handoff.Colleague.Availability;
import io.babeldesk.handoff.Routing;
import io.babeldesk.handoff.Summary;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What agents see: the lists of the desk, each conversation whole, and who is there. */
final class DeskApi {

    /** The newest events, among which the last assignment is looked for. */
    private static final int LOOKED_BACK = 300;

    private final Conversations conversations;
    private final Desk desk;
    private final Presence presence;
    private final Drafts drafts;
    private final Summariser summariser;
    private final DeskDoor door;
    private final DeskSearch search;
    private final CallerLanguage callerLanguage;
    private final Messages messages;
    private final Body body;
    private final Clock clock;

    DeskApi(DeskRoom room, DeskDoor door, CallerLanguage callerLanguage, Messages messages, Body body, Clock clock) {
        this.conversations = room.conversations();
        this.desk = room.desk();
        this.presence = room.presence();
        this.drafts = room.drafts();
        this.summariser = room.summariser();
        this.door = door;
        this.search = new DeskSearch(room.conversations(), room.search(), door);
        this.callerLanguage = callerLanguage;
        this.messages = messages;
        this.body = body;
        this.clock = clock;
    }

    record Listed(List<WireDesk.Row> data, @Nullable String nextCursor, boolean hasMore, Map<String, Long> counts) {}

    record AtDesk(String id, String name, String status, int capacity, int load, List<String> languages) {}

    record Fitting(AtDesk agent, double points, List<String> reasons) {}

    record All<T>(List<T> data) {}

    record Draft(String text, @Nullable String savedAt) {}

    record Cause(
            String query,
            String language,
            double confidence,
            String edition,
            List<WireDesk.Cited> hits,
            Map<String, String> facts) {}

    void register(Routes routes) {
        routes.get("/agent/v1/conversations", this::list)
                .get("/agent/v1/conversations/{conversation}", this::show)
                .get("/agent/v1/conversations/{conversation}/summary", this::summary)
                .get("/agent/v1/conversations/{conversation}/fits", this::fits)
                .get("/agent/v1/conversations/{conversation}/drafts", this::draft)
                .put("/agent/v1/conversations/{conversation}/drafts", this::keepDraft)
                .get("/agent/v1/turns/{turn}/provenance", this::provenance)
                .get("/agent/v1/presence", this::presence)
                .put("/agent/v1/me/status", this::status);
    }

    private void list(Context ctx) {
        Speaker agent = door.agent(ctx);
        Optional<String> words = DeskSearch.words(ctx);
        if (words.isPresent()) {
            Json.answer(ctx, 200, search.find(ctx, words.get(), DeskQuery.unsorted(ctx, agent.id()), agent.id()));
            return;
        }
        DeskFilter filter = DeskQuery.filter(ctx, agent.id());
        List<Handled> page = conversations.forDesk(filter);
        Optional<String> next =
                page.size() < filter.limit() ? Optional.empty() : Optional.of(DeskQuery.cursor(page.getLast(), filter));
        Json.answer(
                ctx,
                200,
                new Listed(
                        page.stream()
                                .map(one -> WireDesk.row(one, door.customerOf(one), Optional.empty()))
                                .toList(),
                        next.orElse(null),
                        next.isPresent(),
                        counts(conversations, Optional.of(agent.id()))));
    }

    /** How many there are in each state, and of those that are not done how many are hers. */
    static Map<String, Long> counts(Conversations conversations, Optional<AgentId> agent) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (ConversationState state : ConversationState.values()) {
            counts.put(
                    ConversationApi.stateOf(state),
                    conversations.count(DeskFilter.of(Collections.unmodifiableSet(EnumSet.of(state)), 1)));
        }
        agent.ifPresent(id -> counts.put(
                "mine",
                conversations.count(new DeskFilter(
                        Set.of(),
                        Optional.of(id),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Sort.WAITING,
                        Optional.empty(),
                        1))));
        return counts;
    }

    private void show(Context ctx) {
        door.agent(ctx);
        Handled handled = door.conversation(ctx);
        String id = handled.conversation().id();
        List<Turn> turns = conversations.everyTurn(id, Page.newest(Page.MOST));
        Language language = callerLanguage.of(ctx);
        List<Conversation> hers = conversations.ofShopper(handled.conversation().shopper());
        ctx.header("ETag", tag(handled));
        Json.answer(
                ctx,
                200,
                new WireDesk.Detail(
                        WireDesk.row(handled, door.customerOf(handled), Optional.of(hers)),
                        conversations
                                .blocked(handled.conversation().shopper(), clock.instant())
                                .map(WireDesk.Kept::of)
                                .orElse(null),
                        merged(handled),
                        turns.stream().map(WireDesk::said).toList(),
                        said(turns)
                                ? WireDesk.known(
                                        Summary.of(handled, turns, language, messages),
                                        Optional.empty(),
                                        summariser.isOn())
                                : null,
                        assignedBecause(handled.conversation()),
                        conversations
                                .scoreOf(handled.conversation().id())
                                .map(WireDesk.Given::of)
                                .orElse(null),
                        marks(id)));
    }

    private Map<String, String> marks(String conversation) {
        Map<String, String> marks = new LinkedHashMap<>();
        conversations.marks(conversation).forEach((turn, mark) -> marks.put(turn, WireDesk.mark(mark)));
        return marks;
    }

    private @Nullable List<WireDesk.Elsewhere> merged(Handled handled) {
        List<WireDesk.Elsewhere> all = handled.handling().particulars().merged().stream()
                .flatMap(id -> conversations.find(id).stream())
                .map(other -> new WireDesk.Elsewhere(
                        other.id(),
                        other.createdAt().toString(),
                        conversations.everyTurn(other.id(), Page.newest(Page.MOST)).stream()
                                .map(WireDesk::said)
                                .toList()))
                .toList();
        return all.isEmpty() ? null : all;
    }

    private static boolean said(List<Turn> turns) {
        return turns.stream().anyMatch(Turn.OfShopper.class::isInstance);
    }

    /** In a model's words where there is one. Apart from the conversation, which nobody lets wait for a model. */
    private void summary(Context ctx) throws InterruptedException {
        door.agent(ctx);
        Handled handled = door.conversation(ctx);
        List<Turn> turns = conversations.everyTurn(handled.conversation().id(), Page.newest(Page.MOST));
        Language language = callerLanguage.of(ctx);
        Optional<String> worded = said(turns) ? summariser.summarise(turns, language) : Optional.empty();
        Json.answer(
                ctx, 200, WireDesk.known(Summary.of(handled, turns, language, messages), worded, summariser.isOn()));
    }

    static String tag(Handled handled) {
        return "\"" + handled.conversation().version() + "\"";
    }

    private List<String> assignedBecause(Conversation conversation) {
        List<Event> events = conversations.eventsAfter(
                conversation.id(), Math.max(0, conversation.lastSeq() - LOOKED_BACK), LOOKED_BACK);
        return events.reversed().stream()
                .flatMap(event -> event.body() instanceof Assigned assigned ? Stream.of(assigned) : Stream.empty())
                .findFirst()
                .map(Assigned::reasons)
                .orElse(List.of());
    }

    private void fits(Context ctx) {
        door.agent(ctx);
        Json.answer(
                ctx,
                200,
                new All<>(desk.fits(door.conversation(ctx)).stream()
                        .map(DeskApi::fitting)
                        .toList()));
    }

    private static Fitting fitting(Routing.Match match) {
        return new Fitting(
                atDesk(match.agent()), match.score().points(), match.score().reasons());
    }

    private static AtDesk atDesk(Colleague agent) {
        return new AtDesk(
                agent.who().id().value(),
                agent.who().name(),
                WireDesk.lower(agent.availability()),
                agent.capacity(),
                agent.load(),
                agent.languages().stream().map(Language::code).sorted().toList());
    }

    private void presence(Context ctx) {
        door.agent(ctx);
        Json.answer(
                ctx,
                200,
                new All<>(presence.colleagues(conversations.loads()).stream()
                        .map(DeskApi::atDesk)
                        .toList()));
    }

    private void status(Context ctx) {
        Speaker agent = door.agent(ctx);
        Fields fields = body.read(ctx);
        String given = fields.text("status");
        Optional<Availability> availability = Stream.of(Availability.values())
                .filter(one -> WireDesk.lower(one).equals(given))
                .findFirst();
        if (availability.isEmpty() && fields.isSound()) {
            fields.expected("status", "online, busy or away");
        }
        fields.check();
        presence.says(agent.id(), availability.orElseThrow());
        ctx.status(204);
    }

    private void draft(Context ctx) {
        Speaker agent = door.agent(ctx);
        Optional<Drafts.Draft> draft =
                drafts.of(door.conversation(ctx).conversation().id(), agent.id());
        Json.answer(
                ctx,
                200,
                new Draft(
                        draft.map(Drafts.Draft::text).orElse(""),
                        draft.map(one -> one.at().toString()).orElse(null)));
    }

    private void keepDraft(Context ctx) {
        Speaker agent = door.agent(ctx);
        Fields fields = body.read(ctx);
        String conversation = door.conversation(ctx).conversation().id();
        String text = MessageText.clean(fields.text("text"));
        fields.check();
        drafts.keep(conversation, new Drafts.Draft(agent.id(), text, clock.instant()));
        ctx.status(204);
    }

    /** How a reply came about. */
    private void provenance(Context ctx) {
        door.agent(ctx);
        Provenance found = conversations
                .provenance(ctx.pathParam("turn"))
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_MESSAGE));
        Json.answer(
                ctx,
                200,
                new Cause(
                        found.query(),
                        found.language().code(),
                        found.confidence(),
                        found.edition(),
                        WireDesk.cited(found.hits()),
                        found.facts()));
    }
}
