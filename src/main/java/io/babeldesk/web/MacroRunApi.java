package io.babeldesk.web;

import io.babeldesk.conversation.Conversations.Repeat;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.desk.Hindrance;
import io.babeldesk.desk.Macro;
import io.babeldesk.desk.Macro.Action;
import io.babeldesk.desk.MacroRuns;
import io.babeldesk.desk.MacroRuns.Outcome;
import io.babeldesk.desk.MacroRuns.Runner;
import io.babeldesk.desk.MacroRuns.Step;
import io.babeldesk.desk.Macros;
import io.babeldesk.desk.Right;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several actions in several conversations at once: what they would do, and doing it. */
final class MacroRunApi {

    private static final int MOST = 200;
    /** Answers that are kept for those who ask again. They name no text. */
    private static final int MOST_ANSWERS = 1_000;

    private final Macros macros;
    private final MacroRuns runs;
    private final Staff staff;
    private final DeskDoor door;
    private final CallerLanguage callerLanguage;
    private final Messages messages;
    private final Body body;
    private final FieldNames fieldNames;
    private final Repeats repeats;
    private final int textLimit;
    private final Clock clock;

    MacroRunApi(
            DeskTools tools,
            FieldNames fieldNames,
            Staff staff,
            DeskDoor door,
            CallerLanguage callerLanguage,
            Messages messages,
            Body body,
            int textLimit,
            Clock clock) {
        this.macros = tools.macros();
        this.runs = tools.runs();
        this.fieldNames = fieldNames;
        this.staff = staff;
        this.door = door;
        this.callerLanguage = callerLanguage;
        this.messages = messages;
        this.body = body;
        this.repeats = new Repeats(clock, MOST_ANSWERS);
        this.textLimit = textLimit;
        this.clock = clock;
    }

    /** @param done in how many conversations it goes, or went */
    record Ran(boolean dryRun, int done, int refused, List<Result> data) {}

    /** @param version at which it stands */
    record Result(
            String conversation,
            String outcome,
            @Nullable Long version,
            @Nullable List<Stepped> steps,
            @Nullable Refused problem) {}

    /**
     * @param changes false if it is so already
     * @param text as it would be read
     * @param state of the conversation after it
     */
    record Stepped(
            WireMacro.Does action,
            boolean changes,
            @Nullable String text,
            @Nullable String language,
            String state) {}

    /** @param step the place of the action that is in the way, from 0 */
    record Refused(String code, String detail, @Nullable Integer step, WireDesk.@Nullable Person agent) {}

    private record Asked(String conversation, Optional<Long> version) {}

    void register(Routes routes) {
        routes.post("/agent/v1/macros/{macro}/run", this::runMacro).post("/agent/v1/bulk", this::runOnce);
    }

    private void runMacro(Context ctx) {
        Fields fields = body.read(ctx);
        Macro macro = macros.find(ctx.pathParam("macro")).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_MACRO));
        run(ctx, fields, macro.actions(), "macro-run", macro.id() + " " + macro.name());
    }

    /** Actions that have no name. */
    private void runOnce(Context ctx) {
        Fields fields = body.read(ctx);
        List<Action> actions = WireMacro.actions(fields, textLimit);
        String kinds =
                actions.stream().map(WireMacro::of).map(WireMacro.Does::kind).collect(Collectors.joining(" "));
        run(ctx, fields, actions, "bulk-run", kinds);
    }

    private void run(Context ctx, Fields fields, List<Action> actions, String audited, String detail) {
        Speaker agent = door.agent(ctx);
        List<Asked> asked = asked(fields);
        boolean dry = fields.has("dry_run") && fields.truth("dry_run");
        fields.check();
        Runner runner = new Runner(agent, StaffDoor.present(ctx).may(Right.LEAD_CONVERSATIONS), callerLanguage.of(ctx));
        if (dry) {
            answer(
                    ctx,
                    wire(
                            ctx,
                            true,
                            asked,
                            asked.stream()
                                    .map(one -> runs.dryRun(one.conversation(), actions, runner))
                                    .toList()));
            return;
        }
        String digest = Digests.of(actions + "\n" + asked);
        String known = repeats.once(ctx, agent.id().value(), digest, () -> {
            List<Outcome> outcomes = asked.stream()
                    .map(one -> done(ctx, one, actions, runner, audited, detail))
                    .toList();
            return Json.write(wire(ctx, false, asked, outcomes));
        });
        ctx.header("Cache-Control", "no-store");
        ctx.status(200).contentType("application/json; charset=utf-8").result(known);
    }

    private Outcome done(Context ctx, Asked one, List<Action> actions, Runner runner, String audited, String detail) {
        Optional<Repeat> name = Optional.ofNullable(ctx.header("Idempotency-Key"))
                .filter(key -> !key.isBlank())
                .map(key -> new Repeat(
                        runner.agent().id() + "/run/" + Digests.of(ctx.path() + key), Digests.of(actions.toString())));
        Outcome outcome = runs.run(one.conversation(), actions, runner, one.version(), name);
        if (outcome instanceof Outcome.Goes) {
            staff.accounts()
                    .audit()
                    .add(clock.instant(), runner.agent().id().value(), audited, one.conversation(), detail);
        }
        return outcome;
    }

    private static List<Asked> asked(Fields fields) {
        List<String> ids = fields.optionalTexts("conversations", MOST).orElse(List.of());
        List<Long> versions = fields.optionalNumbers("versions", MOST).orElse(List.of());
        boolean unique = ids.stream().distinct().count() == ids.size();
        if (fields.isSound() && (ids.isEmpty() || !unique)) {
            fields.expected("conversations", "1 to " + MOST + " different conversations");
        }
        if (!versions.isEmpty() && versions.size() != ids.size()) {
            fields.expected("versions", "as many as conversations");
        }
        fields.check();
        return IntStream.range(0, ids.size())
                .mapToObj(place -> new Asked(
                        ids.get(place), versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(place))))
                .toList();
    }

    private static void answer(Context ctx, Ran ran) {
        Json.answer(ctx, 200, ran);
    }

    private Ran wire(Context ctx, boolean dry, List<Asked> asked, List<Outcome> outcomes) {
        Language language = callerLanguage.of(ctx);
        List<Result> results = IntStream.range(0, asked.size())
                .mapToObj(place -> result(asked.get(place).conversation(), outcomes.get(place), dry, language))
                .toList();
        int refused =
                (int) outcomes.stream().filter(Outcome.Stops.class::isInstance).count();
        return new Ran(dry, results.size() - refused, refused, results);
    }

    private Result result(String conversation, Outcome outcome, boolean dry, Language language) {
        return switch (outcome) {
            case Outcome.Goes goes ->
                new Result(
                        conversation,
                        dry ? "planned" : "done",
                        goes.now().conversation().version(),
                        dry ? goes.steps().stream().map(MacroRunApi::step).toList() : null,
                        null);
            case Outcome.Stops stops -> new Result(conversation, "refused", null, null, refused(stops, language));
        };
    }

    private static Stepped step(Step step) {
        Handled after = step.after();
        return new Stepped(
                WireMacro.of(step.action()),
                step.changes(),
                step.said().map(MacroRuns.Said::text).orElse(null),
                step.said().map(said -> said.language().code()).orElse(null),
                ConversationApi.stateOf(after.conversation().state()));
    }

    private Refused refused(Outcome.Stops stops, Language language) {
        @Nullable Integer step = stops.step().orElse(null);
        return switch (stops.why()) {
            case Hindrance.NoSuchConversation _ -> refused(ProblemCode.UNKNOWN_CONVERSATION, Map.of(), step, language);
            case Hindrance.Outdated _ -> refused(ProblemCode.VERSION_OUTDATED, Map.of(), step, language);
            case Hindrance.NameUsed _ -> refused(ProblemCode.IDEMPOTENCY_KEY_REUSED, Map.of(), step, language);
            case Hindrance.NotFrom _ -> refused(ProblemCode.WRONG_STATE, Map.of(), step, language);
            case Hindrance.NoSuchReply _ -> refused(ProblemCode.UNKNOWN_CANNED_REPLY, Map.of(), step, language);
            case Hindrance.NoSuchColleague _ -> refused(ProblemCode.UNKNOWN_ACCOUNT, Map.of(), step, language);
            case Hindrance.NoTextIn none ->
                refused(
                        ProblemCode.TEXT_NOT_IN_LANGUAGE,
                        Map.of("language", none.language().locale().getDisplayLanguage(language.locale())),
                        step,
                        language);
            case Hindrance.NotKnown not ->
                refused(
                        ProblemCode.VARIABLE_MISSING,
                        Map.of("names", String.join(", ", not.variables())),
                        step,
                        language);
            case Hindrance.Lacks lacks ->
                refused(ProblemCode.FIELDS_MISSING, fieldNames.missing(lacks.fields(), language), step, language);
            case Hindrance.NoSuchField none ->
                refused(
                        ProblemCode.INVALID_FIELD,
                        Map.of("field", none.field(), "expected", "a field of the shop and a value that it takes"),
                        step,
                        language);
            case Hindrance.TakenBy taken -> {
                Map<String, String> agent = Map.of("agent", taken.agent().name());
                Refused refused = refused(ProblemCode.ALREADY_CLAIMED, agent, step, language);
                yield new Refused(refused.code(), refused.detail(), step, WireDesk.person(taken.agent()));
            }
        };
    }

    private Refused refused(ProblemCode code, Map<String, ?> arguments, @Nullable Integer step, Language language) {
        return new Refused(code.code(), messages.say(language, "problem." + code.code(), arguments), step, null);
    }
}
