package io.babeldesk.web;

import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Attachments;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What shoppers show: pictures, drawn anew so that nothing else comes with them, and PDF, which is only downloaded. */
final class FileApi {

    /** Of one file. */
    static final int FILE_BYTES = 8_000_000;

    /** Of all files in a conversation. */
    private static final long CONVERSATION_BYTES = 40_000_000;

    private static final int LONGEST_NAME = 120;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Attachments attachments;
    private final Visitors visitors;

    FileApi(Attachments attachments, Visitors visitors) {
        this.attachments = attachments;
        this.visitors = visitors;
    }

    void register(Routes routes) {
        routes.post("/api/v1/conversations/{conversation}/files", this::keep).get("/api/v1/files/{file}", this::show);
    }

    private void keep(Context ctx) {
        Tokens.Session session = visitors.admit(ctx, Limit.UPLOAD);
        Conversation conversation = visitors.conversation(ctx, session);
        String name = nameOf(Query.text(ctx, "name").orElse("file"));
        byte[] bytes = bytes(ctx);
        if (attachments.bytes(conversation.id()) + bytes.length > CONVERSATION_BYTES) {
            throw Problem.of(ProblemCode.TOO_MANY_FILES, Map.of("limit", CONVERSATION_BYTES / 1_000_000));
        }
        Picture.Drawn drawn = contentOf(bytes);
        String id = "fil_" + UUID.randomUUID();
        String address = id + "?in=" + conversation.id() + "&key=" + key();
        Attachment kept = new Attachment(
                id, name, drawn.type(), drawn.bytes().length, drawn.width(), drawn.height(), address, "");
        attachments.keep(conversation.id(), kept, drawn.bytes());
        Json.answer(ctx, 201, WireTurns.File.of(kept));
    }

    /** Needs no token: the key in the address is one. */
    private void show(Context ctx) {
        visitors.admitAnyone(ctx, Limit.READ_PUBLIC);
        String conversation = Query.text(ctx, "in").orElse("");
        Attachment kept = attachments
                .find(conversation, ctx.pathParam("file"))
                .filter(file -> isSame(file.address(), ctx.pathParam("file") + "?" + ctx.queryString()))
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_FILE));
        byte[] content =
                attachments.content(conversation, kept.id()).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_FILE));
        String name = URLEncoder.encode(kept.name(), StandardCharsets.UTF_8).replace("+", "%20");
        ctx.header("Content-Security-Policy", "default-src 'none'; sandbox");
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        ctx.header("Cache-Control", "private, max-age=86400, immutable");
        ctx.header("Content-Disposition", (kept.width() > 0 ? "inline" : "attachment") + "; filename*=UTF-8''" + name);
        ctx.contentType(kept.type()).result(content);
    }

    /** What it is, by its first bytes and not by what the browser calls it. */
    private static Picture.Drawn contentOf(byte[] bytes) {
        boolean pdf = bytes.length > PDF.length && MessageDigest.isEqual(PDF, Arrays.copyOf(bytes, PDF.length));
        Optional<Picture.Drawn> drawn =
                pdf ? Optional.of(new Picture.Drawn("application/pdf", bytes, 0, 0)) : Picture.draw(bytes);
        return drawn.orElseThrow(() -> Problem.of(ProblemCode.UNSUPPORTED_FILE));
    }

    private static byte[] bytes(Context ctx) {
        try {
            if (ctx.req().getContentLengthLong() > FILE_BYTES) {
                throw tooLarge(ctx);
            }
            byte[] bytes = ctx.bodyInputStream().readNBytes(FILE_BYTES + 1);
            if (bytes.length > FILE_BYTES) {
                throw tooLarge(ctx);
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.of(ProblemCode.INVALID_REQUEST);
        }
    }

    private static Problem tooLarge(Context ctx) {
        ctx.header("Connection", "close");
        return Problem.of(ProblemCode.FILE_TOO_LARGE, Map.of("limit", FILE_BYTES / 1_000_000));
    }

    /** The last part of a path, without what could be more than a name. */
    private static String nameOf(String given) {
        String name = MessageText.clean(given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1))
                .replaceAll("[\\p{Cntrl}\"<>|:*?]", "")
                .strip();
        return name.isEmpty() ? "file" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String key() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
