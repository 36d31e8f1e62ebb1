package io.babeldesk.web;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.desk.Macro;
import io.babeldesk.desk.Macro.Action;
import io.babeldesk.desk.Macro.Action.Label.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Macros as they travel. Stateless. */
final class WireMacro {

    private static final int MOST_ACTIONS = 20;
    private static final int LONGEST_TEAM = 60;
    private static final int MOST_MINUTES = 366 * 24 * 60;
    private static final String ME = "me";

    private static final Map<String, Function<Reader, Action>> KINDS = Map.ofEntries(
            Map.entry("reply", Reader::reply),
            Map.entry("note", Reader::note),
            Map.entry("set-labels", reader -> reader.labels(How.SET)),
            Map.entry("add-labels", reader -> reader.labels(How.ADD)),
            Map.entry("remove-labels", reader -> reader.labels(How.REMOVE)),
            Map.entry("priority", Reader::priority),
            Map.entry("field", Reader::fill),
            Map.entry("assign", Reader::assign),
            Map.entry("snooze", Reader::snooze),
            Map.entry("resolve", _ -> new Action.Resolve()),
            Map.entry("return-to-assistant", _ -> new Action.ReturnToAssistant()));

    private WireMacro() {}

    record Shown(String id, String name, List<Does> actions) {}

    /** One action; each kind has what it needs. */
    record Does(
            String kind,
            @Nullable String cannedReply,
            @Nullable String text,
            @Nullable List<String> labels,
            @Nullable String priority,
            @Nullable String agent,
            @Nullable String team,
            @Nullable Long minutes,
            @Nullable String field,
            @Nullable String value) {

        private static Does of(String kind) {
            return new Does(kind, null, null, null, null, null, null, null, null, null);
        }

        private Does replying(String reply) {
            return new Does(kind, reply, null, null, null, null, null, null, null, null);
        }

        private Does saying(String words) {
            return new Does(kind, null, words, null, null, null, null, null, null, null);
        }

        private Does labelling(List<String> given) {
            return new Does(kind, null, null, given, null, null, null, null, null, null);
        }

        private Does pressing(String given) {
            return new Does(kind, null, null, null, given, null, null, null, null, null);
        }

        private Does to(@Nullable String someone, @Nullable String some) {
            return new Does(kind, null, null, null, null, someone, some, null, null, null);
        }

        private Does lasting(long length) {
            return new Does(kind, null, null, null, null, null, null, length, null, null);
        }

        private Does filling(String key, String given) {
            return new Does(kind, null, null, null, null, null, null, null, key, given);
        }
    }

    static Shown of(Macro macro) {
        return new Shown(
                macro.id(),
                macro.name(),
                macro.actions().stream().map(WireMacro::of).toList());
    }

    static Does of(Action action) {
        return switch (action) {
            case Action.Reply reply -> Does.of("reply").replying(reply.cannedReply());
            case Action.Note note -> Does.of("note").saying(note.text());
            case Action.Label label ->
                Does.of(label.how().name().toLowerCase(Locale.ROOT) + "-labels").labelling(List.copyOf(label.labels()));
            case Action.Prioritise prioritise -> Does.of("priority").pressing(WireDesk.lower(prioritise.priority()));
            case Action.Fill fill -> Does.of("field").filling(fill.field(), fill.value());
            case Action.AssignToMe _ -> Does.of("assign").to(ME, null);
            case Action.AssignToAgent assign ->
                Does.of("assign").to(assign.agent().value(), null);
            case Action.AssignToTeam assign -> Does.of("assign").to(null, assign.team());
            case Action.Snooze snooze ->
                Does.of("snooze").lasting(snooze.length().toMinutes());
            case Action.Resolve _ -> Does.of("resolve");
            case Action.ReturnToAssistant _ -> Does.of("return-to-assistant");
        };
    }

    /** The actions of a request; faults are noted in {@code fields}. */
    static List<Action> actions(Fields fields, int textLimit) {
        List<Action> actions = new ArrayList<>();
        List<Fields> given = fields.objects("actions", MOST_ACTIONS);
        for (int place = 0; place < given.size(); place++) {
            Reader reader = new Reader(fields, given.get(place), "actions/" + place, textLimit);
            reader.action().ifPresent(actions::add);
        }
        if (given.isEmpty() && fields.isSound()) {
            fields.expected("actions", "1 to " + MOST_ACTIONS + " actions");
        }
        return List.copyOf(actions);
    }

    /** Reads one action, and notes what is wrong with it in the whole. */
    private record Reader(Fields whole, Fields fields, String place, int textLimit) {

        Optional<Action> action() {
            Function<Reader, Action> kind = KINDS.get(fields.text("kind"));
            if (kind == null) {
                whole.expected(
                        place + "/kind",
                        "one of "
                                + String.join(
                                        ", ", KINDS.keySet().stream().sorted().toList()));
                return Optional.empty();
            }
            return Optional.of(kind.apply(this));
        }

        private Action reply() {
            String reply = fields.text("canned_reply");
            if (reply.isBlank()) {
                whole.expected(place + "/canned_reply", "the id of a canned reply");
            }
            return new Action.Reply(reply);
        }

        private Action note() {
            String text = MessageText.clean(fields.text("text"));
            if (MessageText.isBlank(text) || MessageText.length(text) > textLimit) {
                whole.expected(place + "/text", "a text of at most " + textLimit + " characters");
            }
            return new Action.Note(text);
        }

        private Action labels(How how) {
            List<String> labels = fields.optionalTexts("labels").orElse(List.of());
            if (!Labels.areSound(labels) || (labels.isEmpty() && how != How.SET)) {
                whole.expected(place + "/labels", Labels.EXPECTED);
            }
            return new Action.Label(how, new LinkedHashSet<>(labels));
        }

        private Action priority() {
            Optional<Priority> priority = WireDesk.priority(fields.text("priority"));
            if (priority.isEmpty()) {
                whole.expected(place + "/priority", WireDesk.PRIORITIES);
            }
            return new Action.Prioritise(priority.orElse(Priority.NORMAL));
        }

        private Action fill() {
            String field = fields.text("field");
            String value = MessageText.clean(fields.text("value")).strip();
            if (field.isBlank() || value.isEmpty()) {
                whole.expected(place + "/field", "the key of a field, and a value");
            }
            return new Action.Fill(field, value);
        }

        private Action assign() {
            Optional<String> agent = fields.optionalText("agent").filter(id -> !id.isBlank());
            Optional<String> team = fields.optionalText("team").filter(name -> !name.isBlank());
            boolean isLong = team.filter(name -> name.length() > LONGEST_TEAM).isPresent();
            if (agent.isPresent() == team.isPresent() || isLong) {
                whole.expected(place + "/agent", "me, an account, or else a team");
            }
            return team.<Action>map(Action.AssignToTeam::new)
                    .orElseGet(() -> agent.filter(id -> !ME.equals(id))
                            .<Action>map(id -> new Action.AssignToAgent(new AgentId(id)))
                            .orElseGet(Action.AssignToMe::new));
        }

        private Action snooze() {
            long minutes = fields.optionalNumber("minutes").orElse(0L);
            if (minutes < 1 || minutes > MOST_MINUTES) {
                whole.expected(place + "/minutes", "1 to " + MOST_MINUTES);
            }
            return new Action.Snooze(Duration.ofMinutes(Math.clamp(minutes, 1, MOST_MINUTES)));
        }
    }
}
