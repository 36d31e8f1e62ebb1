package io.babeldesk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Reads the body of a request as one JSON object, refusing what is too large, not UTF-8, or not JSON. */
final class Body {

    private final int limit;

    /** @param limit in bytes; no more than that is ever held in memory */
    Body(int limit) {
        this.limit = limit;
    }

    /** The object's fields. A request without a body has none. */
    Fields read(Context ctx) {
        byte[] bytes = bytes(ctx);
        if (bytes.length == 0) {
            return new Fields(JsonNodeFactory.instance.objectNode());
        }
        String type = ctx.contentType();
        if (type == null || !isJson(type)) {
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        JsonNode node = parse(decode(bytes));
        if (!node.isObject() || !isWellFormed(node)) {
            throw Problem.of(ProblemCode.INVALID_JSON);
        }
        return new Fields(node);
    }

    private byte[] bytes(Context ctx) {
        try {
            if (ctx.req().getContentLengthLong() > limit) {
                throw tooLarge(ctx);
            }
            byte[] bytes = ctx.bodyInputStream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw tooLarge(ctx);
            }
            return bytes;
        } catch (IOException e) {
            // The peer broke off in the middle of its request, or sent a body that HTTP does not allow.
            throw Problem.of(ProblemCode.INVALID_REQUEST);
        }
    }

    /** Closes the connection after the answer, as the rest of the body is not read. */
    private Problem tooLarge(Context ctx) {
        ctx.header("Connection", "close");
        return Problem.of(ProblemCode.BODY_TOO_LARGE, Map.of("limit", limit));
    }

    /** RFC 8259 leaves no charset but UTF-8. */
    private static boolean isJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!"application/json".equals(parts[0].strip())) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !"charset=utf-8".equals(parameter)) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] bytes) {
        try {
            // A new decoder reports broken input instead of replacing it.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(ProblemCode.INVALID_ENCODING);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException e) {
            throw Problem.of(ProblemCode.INVALID_JSON);
        }
    }

    /** Whether all texts can be written as UTF-8 again: half a surrogate pair, escaped as \\ud83d, cannot. */
    private static boolean isWellFormed(JsonNode node) {
        if (node.isTextual()) {
            return StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue());
        }
        for (JsonNode child : node) {
            if (!isWellFormed(child)) {
                return false;
            }
        }
        return true;
    }
}
