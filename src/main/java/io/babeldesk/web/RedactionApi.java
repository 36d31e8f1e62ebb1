package io.babeldesk.web;

import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Attachments;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.Redaction.Span;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.Accounts;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;

/** Takes out of a turn what should never have been written. */
final class RedactionApi {

    private static final int MOST_SPANS = 50;

    private final Conversations conversations;
    private final Attachments attachments;
    private final EventFeed feed;
    private final Accounts accounts;
    private final DeskDoor door;
    private final Messages messages;
    private final Body body;
    private final Clock clock;

    RedactionApi(WebServer.Shop shop, DeskDoor door, Body body) {
        this.conversations = shop.conversations();
        this.attachments = shop.attachments();
        this.feed = shop.feed();
        this.accounts = shop.staff().accounts();
        this.door = door;
        this.messages = shop.messages();
        this.body = body;
        this.clock = shop.clock();
    }

    void register(Routes routes) {
        routes.post("/agent/v1/turns/{turn}/redact", this::redact);
    }

    private void redact(Context ctx) {
        door.agent(ctx);
        Fields fields = body.read(ctx);
        String id = ctx.pathParam("turn");
        Turn turn = conversations.turn(id).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_MESSAGE));
        Conversation conversation = conversations.conversationOf(id).orElseThrow();
        Redaction redaction = new Redaction(spans(fields), mark(turn, conversation));
        if (!redaction.fits(turn.text())) {
            fields.expected("spans", "parts of the turn's text, counted in characters");
        }
        fields.check();
        Turn left = conversations
                .redact(id, redaction, clock.instant())
                .orElseThrow(() -> Problem.parameter("spans", "parts of the turn's text as it is now"));
        forgetFiles(conversation, turn, left);
        feed.appended(conversation.id());
        String what = redaction.spans().isEmpty()
                ? "whole"
                : redaction.spans().size() + " of "
                        + turn.text().codePointCount(0, turn.text().length());
        accounts.audit()
                .add(
                        clock.instant(),
                        StaffDoor.present(ctx).agent().id().value(),
                        "turn-redacted",
                        conversation.id(),
                        id + " " + what);
        Json.answer(ctx, 200, WireDesk.said(left));
    }

    /** In the language of whoever reads it. */
    private String mark(Turn turn, Conversation conversation) {
        Language language = turn instanceof Turn.OfNote ? turn.language() : conversation.language();
        return messages.say(language, "turn.redacted");
    }

    /** None for all of it. */
    private static List<Span> spans(Fields fields) {
        List<Fields> given = fields.objects("spans", MOST_SPANS);
        boolean whole = fields.has("whole") && fields.truth("whole");
        if (whole != given.isEmpty() && fields.isSound()) {
            fields.expected("spans", "either parts of the text, or whole");
        }
        return given.stream()
                .map(span ->
                        new Span(span.number("from", 0, Integer.MAX_VALUE), span.number("to", 0, Integer.MAX_VALUE)))
                .toList();
    }

    private void forgetFiles(Conversation conversation, Turn before, Turn after) {
        if (before instanceof Turn.OfShopper had && after instanceof Turn.OfShopper has) {
            had.files().stream()
                    .filter(file -> !has.files().contains(file))
                    .map(Attachment::id)
                    .forEach(file -> attachments.remove(conversation.id(), file));
        }
    }
}
