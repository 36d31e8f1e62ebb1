package io.babeldesk.web;

import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Attachments;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
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

    /** For so long, a file may wait for the message that names it. */
    private static final Duration UNSENT = Duration.ofDays(1);

    /** Of a file that is too large. */
    private static final long LET_GO_BY = 200_000_000;

    private static final int LONGEST_NAME = 120;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Attachments attachments;
    private final VirusScanner scanner;
    private final Visitors visitors;
    private final Clock clock;

    FileApi(Attachments attachments, VirusScanner scanner, Visitors visitors, Clock clock) {
        this.attachments = attachments;
        this.scanner = scanner;
        this.visitors = visitors;
        this.clock = clock;
    }

    void register(Routes routes) {
        routes.post("/api/v1/conversations/{conversation}/files", this::keep).get("/api/v1/files/{file}", this::show);
    }

    private void keep(Context ctx) {
        Tokens.Session session = visitors.admitUnlessBlocked(ctx, Limit.UPLOAD);
        Conversation conversation = visitors.conversation(ctx, session);
        String name = nameOf(Query.text(ctx, "name").orElse("file"));
        byte[] bytes = bytes(ctx);
        // Only here do such files come from, so that nothing has to look for them at other times.
        attachments.removeUnsent(clock.instant().minus(UNSENT));
        if (attachments.bytes(conversation.id()) + bytes.length > CONVERSATION_BYTES) {
            throw Problem.of(ProblemCode.TOO_MANY_FILES, Map.of("limit", CONVERSATION_BYTES / 1_000_000));
        }
        Picture.Drawn drawn = contentOf(bytes);
        Attachment.Check check = checked(drawn);
        String id = "fil_" + UUID.randomUUID();
        String address = id + "?in=" + conversation.id() + "&key=" + key();
        Attachment kept = new Attachment(
                id, name, drawn.type(), drawn.bytes().length, drawn.width(), drawn.height(), address, "", check);
        attachments.keep(conversation.id(), kept, drawn.bytes(), clock.instant());
        Json.answer(ctx, 201, WireTurns.File.of(kept));
    }

    private Attachment.Check checked(Picture.Drawn drawn) {
        if (drawn.width() > 0) {
            return Attachment.Check.REDRAWN;
        }
        return switch (scanner.scan(drawn.bytes())) {
            case CLEAN -> Attachment.Check.SCANNED;
            case UNKNOWN -> Attachment.Check.UNSCANNED;
            case INFECTED -> throw Problem.of(ProblemCode.INFECTED_FILE);
        };
    }

    /** Needs no token: the key in the address is one. */
    private void show(Context ctx) {
        visitors.admitAnyone(ctx, Limit.READ_PUBLIC);
        String conversation = Query.text(ctx, "in").orElse("");
        Attachment kept = attachments
                .find(conversation, ctx.pathParam("file"))
                .filter(file -> isSame(file.address(), ctx.pathParam("file") + "?" + ctx.queryString()))
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_FILE));
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        ctx.header("Cache-Control", "private, max-age=86400, immutable");
        give(ctx, attachments, conversation, kept);
    }

    /** Pictures to be shown, all else to be downloaded; nothing in them runs. */
    static void give(Context ctx, Attachments attachments, String conversation, Attachment kept) {
        byte[] content =
                attachments.content(conversation, kept.id()).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_FILE));
        String name = URLEncoder.encode(kept.name(), StandardCharsets.UTF_8).replace("+", "%20");
        ctx.header("Content-Security-Policy", "default-src 'none'; sandbox");
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

    /** Whoever is still sending does not hear the answer, so what comes is let go by, as far as a film of a phone goes. */
    private static Problem tooLarge(Context ctx) throws IOException {
        InputStream body = ctx.bodyInputStream();
        byte[] gone = new byte[65_536];
        long left = LET_GO_BY;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = body.read(gone);
            left -= read;
        }
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
