package io.babeldesk.web;

import io.babeldesk.desk.CannedReply;
import io.babeldesk.desk.Macro;
import io.babeldesk.desk.Macro.Action;
import io.babeldesk.desk.Macros;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Macros: agents use them, leads write them. */
final class MacroApi {

    private static final int LONGEST_NAME = 60;
    private static final int MOST = 200;

    private final Macros macros;
    private final Staff staff;
    private final Body body;
    private final int textLimit;
    private final Clock clock;

    /** @param textLimit of notes, in Unicode characters */
    MacroApi(Macros macros, Staff staff, Body body, int textLimit, Clock clock) {
        this.macros = macros;
        this.staff = staff;
        this.body = body;
        this.textLimit = textLimit;
        this.clock = clock;
    }

    record Listed(List<WireMacro.Shown> data) {}

    void register(Routes routes) {
        routes.get("/agent/v1/macros", this::list)
                .post("/agent/v1/macros", this::add)
                .put("/agent/v1/macros/{macro}", this::change)
                .delete("/agent/v1/macros/{macro}", this::remove);
    }

    private void list(Context ctx) {
        Json.answer(
                ctx, 200, new Listed(macros.all().stream().map(WireMacro::of).toList()));
    }

    private void add(Context ctx) {
        Fields fields = body.read(ctx);
        if (macros.all().size() >= MOST) {
            fields.expected("name", "at most " + MOST + " macros; remove one first");
        }
        Macro given = read(fields, "");
        Macro added = macros.add(given.name(), given.actions(), clock.instant());
        audited(ctx, "macro-added", added.id(), added.name());
        Json.answer(ctx, 201, WireMacro.of(added));
    }

    private void change(Context ctx) {
        Macro given = read(body.read(ctx), ctx.pathParam("macro"));
        if (!macros.change(given)) {
            throw Problem.of(ProblemCode.UNKNOWN_MACRO);
        }
        audited(ctx, "macro-changed", given.id(), given.name());
        Json.answer(ctx, 200, WireMacro.of(given));
    }

    private void remove(Context ctx) {
        String id = ctx.pathParam("macro");
        if (!macros.remove(id)) {
            throw Problem.of(ProblemCode.UNKNOWN_MACRO);
        }
        audited(ctx, "macro-removed", id, "");
        ctx.status(204);
    }

    private Macro read(Fields fields, String id) {
        String name = MessageText.clean(fields.text("name")).strip();
        if (fields.isSound() && (MessageText.isBlank(name) || MessageText.length(name) > LONGEST_NAME)) {
            fields.expected("name", "a name of at most " + LONGEST_NAME + " characters");
        }
        List<Action> actions = WireMacro.actions(fields, textLimit);
        Set<String> replies =
                staff.cannedReplies().all().stream().map(CannedReply::id).collect(Collectors.toSet());
        for (int place = 0; place < actions.size(); place++) {
            if (actions.get(place) instanceof Action.Reply reply && !replies.contains(reply.cannedReply())) {
                fields.expected("actions/" + place + "/canned_reply", "the id of a canned reply");
            }
        }
        fields.check();
        return new Macro(id, name, actions);
    }

    private void audited(Context ctx, String action, String macro, String detail) {
        staff.accounts()
                .audit()
                .add(clock.instant(), StaffDoor.present(ctx).agent().id().value(), action, macro, detail);
    }
}
