package io.babeldesk.web;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.desk.SavedView;
import io.babeldesk.desk.SavedView.Assignee;
import io.babeldesk.desk.SavedView.Filter;
import io.babeldesk.desk.SavedViews;
import io.babeldesk.language.Language;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The views that an agent saved. Whoever asks sees and changes her own, and nobody else's. */
final class SavedViewApi {

    private static final int LONGEST_NAME = 60;
    private static final int MOST = 30;
    private static final Map<String, Assignee> ASSIGNEES = Map.of("me", Assignee.ME, "none", Assignee.NOBODY);

    private final Conversations conversations;
    private final SavedViews views;
    private final DeskDoor door;
    private final Body body;
    private final Clock clock;

    SavedViewApi(DeskRoom room, DeskDoor door, Body body, Clock clock) {
        this.conversations = room.conversations();
        this.views = room.savedViews();
        this.door = door;
        this.body = body;
        this.clock = clock;
    }

    record Listed(List<View> data) {}

    /** @param count how many conversations it lets through now */
    record View(String id, String name, Through filter, long count) {}

    record Through(
            List<String> states,
            @Nullable String assignee,
            @Nullable String language,
            @Nullable String label,
            @Nullable String priority) {}

    private record Given(String name, Filter filter) {}

    void register(Routes routes) {
        routes.get("/agent/v1/views", this::list)
                .post("/agent/v1/views", this::add)
                .put("/agent/v1/views/{view}", this::change)
                .delete("/agent/v1/views/{view}", this::remove);
    }

    private void list(Context ctx) {
        AgentId agent = door.agent(ctx).id();
        Json.answer(
                ctx,
                200,
                new Listed(
                        views.of(agent).stream().map(view -> wire(agent, view)).toList()));
    }

    private void add(Context ctx) {
        AgentId agent = door.agent(ctx).id();
        Fields fields = body.read(ctx);
        if (views.of(agent).size() >= MOST) {
            fields.expected("name", "at most " + MOST + " views; remove one first");
        }
        Given given = read(fields);
        Json.answer(ctx, 201, wire(agent, views.add(agent, given.name(), given.filter(), clock.instant())));
    }

    private void change(Context ctx) {
        AgentId agent = door.agent(ctx).id();
        Given given = read(body.read(ctx));
        SavedView view = new SavedView(ctx.pathParam("view"), given.name(), given.filter());
        if (!views.change(agent, view)) {
            throw Problem.of(ProblemCode.UNKNOWN_VIEW);
        }
        Json.answer(ctx, 200, wire(agent, view));
    }

    private void remove(Context ctx) {
        if (!views.remove(door.agent(ctx).id(), ctx.pathParam("view"))) {
            throw Problem.of(ProblemCode.UNKNOWN_VIEW);
        }
        ctx.status(204);
    }

    private static Given read(Fields fields) {
        String name = MessageText.clean(fields.text("name")).strip();
        if (fields.isSound() && (MessageText.isBlank(name) || MessageText.length(name) > LONGEST_NAME)) {
            fields.expected("name", "a name of at most " + LONGEST_NAME + " characters");
        }
        Set<ConversationState> states = EnumSet.noneOf(ConversationState.class);
        for (String state : fields.optionalTexts("states").orElse(List.of())) {
            Filter.ACTIVE.stream()
                    .filter(one -> ConversationApi.stateOf(one).equals(state))
                    .findFirst()
                    .ifPresentOrElse(states::add, () -> fields.expected("states", "queued, open, waiting or snoozed"));
        }
        Optional<String> assignee = fields.optionalText("assignee");
        if (assignee.filter(one -> !ASSIGNEES.containsKey(one)).isPresent()) {
            fields.expected("assignee", "me or none");
        }
        Optional<Language> language = fields.locale("language").flatMap(Language::ofTag);
        Optional<String> label = fields.optionalText("label").filter(text -> !text.isBlank());
        Optional<String> pressing = fields.optionalText("priority");
        Optional<Priority> priority = pressing.flatMap(WireDesk::priority);
        if (pressing.isPresent() && priority.isEmpty()) {
            fields.expected("priority", WireDesk.PRIORITIES);
        }
        fields.check();
        return new Given(
                name,
                new Filter(states, assignee.map(ASSIGNEES::get).orElse(Assignee.ANYONE), language, label, priority));
    }

    private View wire(AgentId agent, SavedView view) {
        Filter filter = view.filter();
        return new View(
                view.id(),
                view.name(),
                new Through(
                        filter.states().stream().map(ConversationApi::stateOf).toList(),
                        ASSIGNEES.entrySet().stream()
                                .filter(one -> one.getValue() == filter.assignee())
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(null),
                        filter.language().map(Language::code).orElse(null),
                        filter.label().orElse(null),
                        filter.priority().map(WireDesk::lower).orElse(null)),
                conversations.count(filter.of(agent)));
    }
}
