package io.babeldesk.web;

import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers with a tag of the content, or without the content if the caller has that already (RFC 9110, 8.8.3). */
final class Etags {

    private Etags() {}

    static void answer(Context ctx, String contentType, byte[] content) {
        // Weak, as the same content may be sent compressed or not.
        String tag = "W/\"" + Digests.of(content).substring(0, 32) + "\"";
        ctx.header("ETag", tag);
        if (isKnown(ctx.header("If-None-Match"), tag)) {
            ctx.status(304);
        } else {
            ctx.status(200).contentType(contentType).result(content);
        }
    }

    private static boolean isKnown(@Nullable String known, String tag) {
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || bare(one).equals(bare(tag)));
    }

    private static String bare(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
