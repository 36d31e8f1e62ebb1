package io.babeldesk.web;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.AuditLog;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What agents say of the assistant's replies: an answer was wrong, or one should have been given. */
final class MarkApi {

    private final Conversations conversations;
    private final EventFeed feed;
    private final AuditLog audit;
    private final DeskDoor door;
    private final Body body;
    private final Clock clock;

    MarkApi(DeskRoom room, AuditLog audit, DeskDoor door, Body body, Clock clock) {
        this.conversations = room.conversations();
        this.feed = room.feed();
        this.audit = audit;
        this.door = door;
        this.body = body;
        this.clock = clock;
    }

    /** @param mark absent where nothing is said of it any more */
    record Marked(String turn, @Nullable String mark) {}

    void register(Routes routes) {
        routes.put("/agent/v1/turns/{turn}/mark", this::mark);
    }

    private void mark(Context ctx) {
        Speaker agent = door.agent(ctx);
        Fields fields = body.read(ctx);
        Turn.OfAssistant turn = conversations
                .turn(ctx.pathParam("turn"))
                .filter(Turn.OfAssistant.class::isInstance)
                .map(Turn.OfAssistant.class::cast)
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_MESSAGE));
        Optional<String> given = fields.optionalText("mark");
        Optional<Mark> mark =
                given.flatMap(MarkApi::read).filter(one -> one.fits(turn.reply().kind()));
        if (given.isPresent() && mark.isEmpty()) {
            fields.expected("mark", "wrong-answer of an answer, should-have-answered of another reply, or null");
        }
        fields.check();
        conversations.mark(turn.id(), mark, agent, clock.instant());
        conversations.conversationOf(turn.id()).ifPresent(found -> feed.appended(found.id()));
        audit.add(
                clock.instant(),
                agent.id().value(),
                "turn-marked",
                turn.id(),
                mark.map(WireDesk::mark).orElse(""));
        Json.answer(ctx, 200, new Marked(turn.id(), mark.map(WireDesk::mark).orElse(null)));
    }

    private static Optional<Mark> read(String label) {
        return Arrays.stream(Mark.values())
                .filter(mark -> WireDesk.mark(mark).equals(label))
                .findFirst();
    }
}
