package io.babeldesk.web;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Repeat;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.EventFeed.Signal;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Deed;
import io.babeldesk.desk.Desk;
import io.babeldesk.desk.Drafts;
import io.babeldesk.desk.Right;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What agents do with conversations. */
final class DeskActsApi {

    private static final String ONE = "/agent/v1/conversations/{conversation}";
    /** Which part of the address says what is done. */
    private static final int ACT = 5;

    private static final Map<String, String> DEEDS = Map.of(
            "claim", "claimed",
            "messages", "replied",
            "notes", "noted",
            "transfer", "transferred",
            "return-to-assistant", "returned",
            "snooze", "snoozed",
            "resolve", "resolved",
            "reopen", "reopened");

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");

    private final Conversations conversations;
    private final TranslationApi translations;
    private final Desk desk;
    private final EventFeed feed;
    private final Drafts drafts;
    private final Accounts accounts;
    private final DeskDoor door;
    private final FieldNames fieldNames;
    private final CallerLanguage callerLanguage;
    private final Body body;
    private final int textLimit;
    private final Clock clock;

    DeskActsApi(
            DeskRoom room,
            Accounts accounts,
            DeskDoor door,
            TranslationApi translations,
            FieldNames fieldNames,
            CallerLanguage callerLanguage,
            Body body,
            int textLimit,
            Clock clock) {
        this.conversations = room.conversations();
        this.translations = translations;
        this.desk = room.desk();
        this.feed = room.feed();
        this.drafts = room.drafts();
        this.accounts = accounts;
        this.door = door;
        this.fieldNames = fieldNames;
        this.callerLanguage = callerLanguage;
        this.body = body;
        this.textLimit = textLimit;
        this.clock = clock;
    }

    void register(Routes routes) {
        routes.patch(ONE, this::arrange)
                .post(ONE + "/claim", this::claim)
                .post(ONE + "/messages", this::reply)
                .post(ONE + "/notes", this::note)
                .post(ONE + "/typing", this::typing)
                .post(ONE + "/viewing", this::viewing)
                .post(ONE + "/transfer", this::transfer)
                .post(ONE + "/return-to-assistant", this::giveBack)
                .post(ONE + "/snooze", this::snooze)
                .post(ONE + "/resolve", this::resolve)
                .post(ONE + "/reopen", this::reopen);
    }

    /** A lead may take over from a colleague. */
    private void claim(Context ctx) {
        Speaker agent = door.agent(ctx);
        Fields fields = body.read(ctx);
        Handled now = door.conversation(ctx);
        boolean over = fields.has("take_over") && fields.truth("take_over");
        fields.check();
        Deed deed = desk.claim(now.conversation().id(), agent);
        if (over && deed instanceof Deed.TakenBy taken && StaffDoor.present(ctx).may(Right.LEAD_CONVERSATIONS)) {
            deed = desk.give(now.conversation().id(), taken.agent(), agent, agent, Optional.empty());
        }
        answer(ctx, deed);
    }

    private void reply(Context ctx) throws InterruptedException {
        Speaker agent = door.agent(ctx);
        Fields fields = body.read(ctx);
        Handled now = door.conversation(ctx);
        String text = MessageText.in(fields, "text", textLimit);
        long seen = fields.optionalNumber("seen_up_to").orElse(-1L);
        if (seen < 0 && fields.isSound()) {
            fields.expected("seen_up_to", "the number of the last turn that was seen");
        }
        Outgoing outgoing = Outgoing.read(fields, text, textLimit);
        fields.check();
        String id = now.conversation().id();
        Optional<Repeat> name = name(ctx, agent.id() + "/", outgoing.whole());
        Desk.Answer asWritten =
                new Desk.Answer(text, now.conversation().language(), Optional.empty(), Optional.of(seen), name);
        // What was sent before is not translated again.
        boolean repeated =
                name.flatMap(known -> conversations.repeated(id, known)).isPresent();
        Deed deed = desk.reply(id, agent, repeated ? asWritten : translations.answer(ctx, outgoing, id, asWritten));
        if (deed instanceof Deed.Done done) {
            drafts.keep(now.conversation().id(), new Drafts.Draft(agent.id(), "", clock.instant()));
            said(ctx, done);
        } else {
            answer(ctx, deed);
        }
    }

    private void note(Context ctx) {
        Speaker agent = door.agent(ctx);
        Fields fields = body.read(ctx);
        Handled now = door.conversation(ctx);
        String text = MessageText.in(fields, "text", textLimit);
        List<String> mentioned = fields.optionalTexts("mentions").orElse(List.of());
        fields.check();
        List<Speaker> mentions =
                mentioned.stream().distinct().map(this::colleague).toList();
        Deed deed = desk.note(
                now.conversation().id(),
                new Entry.Note(agent, text, callerLanguage.of(ctx), mentions),
                name(ctx, agent.id() + "/note/", String.join(" ", mentioned) + "\n" + text));
        if (deed instanceof Deed.Done done) {
            said(ctx, done);
        } else {
            answer(ctx, deed);
        }
    }

    private static Optional<Repeat> name(Context ctx, String scope, String text) {
        String key = ctx.header("Idempotency-Key");
        return key == null || key.isBlank() || key.length() > 255
                ? Optional.empty()
                : Optional.of(new Repeat(scope + key, Digests.of(text)));
    }

    private void said(Context ctx, Deed.Done done) {
        audited(ctx);
        Json.answer(ctx, 201, WireDesk.said(done.turn().orElseThrow()));
    }

    private void typing(Context ctx) {
        Speaker agent = door.agent(ctx);
        feed.signal(door.conversation(ctx).conversation().id(), new Signal.AgentTypes(agent));
        ctx.status(204);
    }

    private void viewing(Context ctx) {
        Speaker agent = door.agent(ctx);
        feed.signal(door.conversation(ctx).conversation().id(), new Signal.AgentViews(agent));
        ctx.status(204);
    }

    private void transfer(Context ctx) {
        Speaker agent = door.agent(ctx);
        Fields fields = body.read(ctx);
        Speaker actor = door.actor(ctx);
        Handled now = door.conversation(ctx);
        Optional<String> to = fields.optionalText("agent");
        Optional<String> team = fields.optionalText("team");
        Optional<Entry> note = fields.optionalText("note")
                .map(MessageText::clean)
                .filter(text -> !MessageText.isBlank(text))
                .map(text -> new Entry.Note(agent, text, callerLanguage.of(ctx)));
        if (to.isPresent() == team.isPresent() && fields.isSound()) {
            fields.expected("agent", "either an agent or a team");
        }
        fields.check();
        String id = now.conversation().id();
        answer(
                ctx,
                to.isPresent()
                        ? desk.give(id, actor, agent, colleague(to.get()), note)
                        : desk.requeue(id, actor, team, note));
    }

    private Speaker colleague(String id) {
        return Optional.of(id)
                .filter(name -> !name.isBlank())
                .flatMap(name -> accounts.agents().find(new AgentId(name)))
                .filter(agent -> agent.profile().active() && agent.may(Right.WRITE_CONVERSATIONS))
                .map(DeskDoor::speaker)
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_ACCOUNT));
    }

    private void giveBack(Context ctx) {
        Speaker actor = door.actor(ctx);
        answer(ctx, desk.giveBack(door.conversation(ctx).conversation().id(), actor));
    }

    private void snooze(Context ctx) {
        Fields fields = body.read(ctx);
        Speaker actor = door.actor(ctx);
        Handled now = door.conversation(ctx);
        Optional<Instant> until = time(fields.text("until"));
        Instant at = clock.instant();
        boolean sound = until.filter(time -> time.isAfter(at) && time.isBefore(at.plus(LONGEST_SNOOZE)))
                .isPresent();
        if (!sound && fields.isSound()) {
            fields.expected("until", "a time within a year such as 2027-01-31T09:00:00Z");
        }
        fields.check();
        answer(ctx, desk.snooze(now.conversation().id(), actor, until.orElseThrow()));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void resolve(Context ctx) {
        Speaker actor = door.actor(ctx);
        answer(ctx, desk.resolve(door.conversation(ctx).conversation().id(), actor));
    }

    private void reopen(Context ctx) {
        Speaker agent = door.agent(ctx);
        answer(ctx, desk.reopen(door.conversation(ctx).conversation().id(), agent));
    }

    private void arrange(Context ctx) {
        door.agent(ctx);
        Fields fields = body.read(ctx);
        Handled now = door.conversation(ctx);
        @Nullable String match = ctx.header("If-Match");
        if (match == null) {
            throw Problem.of(ProblemCode.VERSION_MISSING);
        }
        var version = VERSION.matcher(match.strip());
        if (!version.matches()) {
            throw Problem.parameter("If-Match", "the ETag of the conversation");
        }
        Optional<String> given = fields.optionalText("priority");
        Optional<Priority> priority = given.flatMap(WireDesk::priority);
        if (given.isPresent() && priority.isEmpty()) {
            fields.expected("priority", WireDesk.PRIORITIES);
        }
        Optional<List<String>> labels = fields.optionalTexts("labels");
        if (labels.filter(all -> !Labels.areSound(all)).isPresent()) {
            fields.expected("labels", Labels.EXPECTED);
        }
        Map<String, Optional<String>> filled = fieldNames.read(fields);
        fields.check();
        Optional<Set<String>> set = labels.map(LinkedHashSet::new);
        answer(ctx, desk.arrange(now.conversation().id(), Long.parseLong(version.group(1)), priority, set, filled));
    }

    /** Who did what with which conversation; never what was said. */
    private void audited(Context ctx) {
        String[] path = ctx.path().split("/", -1);
        String deed = path.length > ACT ? path[ACT] : "arranged";
        accounts.audit()
                .add(
                        clock.instant(),
                        StaffDoor.present(ctx).agent().id().value(),
                        "conversation-" + DEEDS.getOrDefault(deed, deed),
                        ctx.pathParam("conversation"),
                        "");
    }

    private void answer(Context ctx, Deed deed) {
        switch (deed) {
            case Deed.Done done -> {
                audited(ctx);
                ctx.header("ETag", DeskApi.tag(done.now()));
                Json.answer(ctx, 200, WireDesk.row(done.now(), door.customerOf(done.now()), Optional.empty()));
            }
            case Deed.TakenBy taken ->
                throw Problem.of(
                                ProblemCode.ALREADY_CLAIMED,
                                Map.of("agent", taken.agent().name()))
                        .about(WireDesk.person(taken.agent()));
            case Deed.NotFrom _ -> throw Problem.of(ProblemCode.WRONG_STATE);
            case Deed.Lacks lacks -> throw fieldNames.lacking(lacks.fields(), callerLanguage.of(ctx));
            case Deed.Stale _ -> throw Problem.of(ProblemCode.STALE_VIEW);
            case Deed.NameUsed _ -> throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case Deed.Outdated _ -> throw Problem.of(ProblemCode.VERSION_OUTDATED);
            case Deed.NoSuchConversation _ -> throw Problem.of(ProblemCode.UNKNOWN_CONVERSATION);
        }
    }
}
