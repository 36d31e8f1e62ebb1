package io.babeldesk.web;

import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Merging;
import io.babeldesk.desk.Merging.Merged;
import io.babeldesk.desk.Right;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Two conversations of one shopper become one. */
final class MergeApi {

    private final Merging merging;
    private final Accounts accounts;
    private final DeskDoor door;
    private final CallerLanguage callerLanguage;
    private final Body body;
    private final Clock clock;

    MergeApi(WebServer.Shop shop, DeskDoor door, CallerLanguage callerLanguage, Body body) {
        this.merging = shop.desk().tools().merging();
        this.accounts = shop.staff().accounts();
        this.door = door;
        this.callerLanguage = callerLanguage;
        this.body = body;
        this.clock = shop.clock();
    }

    void register(Routes routes) {
        routes.post("/agent/v1/conversations/{conversation}/merge", this::merge);
    }

    private void merge(Context ctx) {
        Speaker agent = door.agent(ctx);
        Fields fields = body.read(ctx);
        String from = door.conversation(ctx).conversation().id();
        String into = fields.text("into");
        fields.check();
        boolean leads = StaffDoor.present(ctx).may(Right.LEAD_CONVERSATIONS);
        switch (merging.merge(from, into, agent, leads, callerLanguage.of(ctx))) {
            case Merged.Done done -> {
                accounts.audit().add(clock.instant(), agent.id().value(), "conversation-merged", from, "into " + into);
                answer(ctx, done.into());
            }
            case Merged.NoSuchConversation _ -> throw Problem.of(ProblemCode.UNKNOWN_CONVERSATION);
            case Merged.OtherShopper _ -> throw Problem.of(ProblemCode.OTHER_SHOPPER);
            case Merged.Over _ -> throw Problem.of(ProblemCode.WRONG_STATE);
            case Merged.TakenBy taken ->
                throw Problem.of(
                                ProblemCode.ALREADY_CLAIMED,
                                Map.of("agent", taken.agent().name()))
                        .about(WireDesk.person(taken.agent()));
        }
    }

    private void answer(Context ctx, Handled into) {
        ctx.header("ETag", DeskApi.tag(into));
        Json.answer(ctx, 200, WireDesk.row(into, door.customerOf(into), Optional.empty()));
    }
}
