package io.babeldesk.web;

import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Attachments;
import io.javalin.http.Context;

/** What shoppers showed, for those who may read their conversations. */
final class DeskFileApi {

    private final Attachments attachments;
    private final DeskDoor door;

    DeskFileApi(Attachments attachments, DeskDoor door) {
        this.attachments = attachments;
        this.door = door;
    }

    void register(Routes routes) {
        routes.get("/agent/v1/conversations/{conversation}/files/{file}", this::show);
    }

    private void show(Context ctx) {
        String conversation = door.conversation(ctx).conversation().id();
        Attachment kept = attachments
                .find(conversation, ctx.pathParam("file"))
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_FILE));
        // What is taken out of the conversation is to be gone from the agents' browsers too.
        ctx.header("Cache-Control", "no-store");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        FileApi.give(ctx, attachments, conversation, kept);
    }
}
