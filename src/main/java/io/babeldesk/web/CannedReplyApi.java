package io.babeldesk.web;

import io.babeldesk.desk.CannedReplies;
import io.babeldesk.desk.CannedReply;
import io.babeldesk.language.Language;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Canned replies: agents use them, leads write them. */
final class CannedReplyApi {

    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,39}");
    private static final int LONGEST_TITLE = 100;

    private final CannedReplies replies;
    private final Body body;
    private final Clock clock;
    private final int textLimit;

    /** @param textLimit in Unicode characters, as for any message */
    CannedReplyApi(CannedReplies replies, Body body, Clock clock, int textLimit) {
        this.replies = replies;
        this.body = body;
        this.clock = clock;
        this.textLimit = textLimit;
    }

    record Listed(List<Reply> data) {}

    /** @param texts by language code */
    record Reply(String id, String shortcut, String title, Map<String, String> texts) {

        static Reply of(CannedReply reply) {
            Map<String, String> texts = new TreeMap<>();
            reply.texts().forEach((language, text) -> texts.put(language.code(), text));
            return new Reply(reply.id(), reply.shortcut(), reply.title(), texts);
        }
    }

    void register(Routes routes) {
        routes.get("/agent/v1/canned-replies", this::list)
                .post("/agent/v1/canned-replies", this::add)
                .put("/agent/v1/canned-replies/{reply}", this::change)
                .delete("/agent/v1/canned-replies/{reply}", this::remove);
    }

    private void list(Context ctx) {
        Json.answer(ctx, 200, new Listed(replies.all().stream().map(Reply::of).toList()));
    }

    private void add(Context ctx) {
        CannedReply given = read(ctx, "");
        CannedReply added = replies.add(given.shortcut(), given.title(), given.texts(), clock.instant())
                .orElseThrow(() -> Problem.of(ProblemCode.SHORTCUT_TAKEN));
        Json.answer(ctx, 201, Reply.of(added));
    }

    private void change(Context ctx) {
        CannedReply given = read(ctx, ctx.pathParam("reply"));
        switch (replies.change(given)) {
            case DONE -> Json.answer(ctx, 200, Reply.of(given));
            case SHORTCUT_TAKEN -> throw Problem.of(ProblemCode.SHORTCUT_TAKEN);
            case UNKNOWN -> throw Problem.of(ProblemCode.UNKNOWN_CANNED_REPLY);
        }
    }

    private void remove(Context ctx) {
        if (!replies.remove(ctx.pathParam("reply"))) {
            throw Problem.of(ProblemCode.UNKNOWN_CANNED_REPLY);
        }
        ctx.status(204);
    }

    private CannedReply read(Context ctx, String id) {
        Fields fields = body.read(ctx);
        String shortcut = fields.text("shortcut");
        String title = fields.text("title").strip();
        Map<Language, String> texts = texts(fields);
        if (!SHORTCUT.matcher(shortcut).matches()) {
            fields.expected("shortcut", "1 to 40 letters, digits and hyphens");
        }
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            fields.expected("title", "a text of at most " + LONGEST_TITLE + " characters");
        }
        fields.check();
        return new CannedReply(id, shortcut, title, texts);
    }

    private Map<Language, String> texts(Fields fields) {
        Map<Language, String> texts = new TreeMap<>();
        fields.textsByName("texts")
                .forEach((tag, text) -> Language.ofTag(tag)
                        .filter(_ -> !text.isBlank() && text.codePointCount(0, text.length()) <= textLimit)
                        .ifPresent(language -> texts.put(language, text.strip())));
        if (texts.isEmpty() || texts.size() != fields.textsByName("texts").size()) {
            fields.expected("texts", "at least one text, by language code, of at most " + textLimit + " characters");
        }
        return texts;
    }
}
