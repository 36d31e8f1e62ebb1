package io.babeldesk.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Numbers each request, so that an answer and the log can be matched. A caller's own number is taken if it is tame. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "babeldesk.request-id";
    private static final Pattern TAME = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestIds() {}

    static String of(Context ctx) {
        @Nullable String known = ctx.attribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        @Nullable String given = ctx.header(HEADER);
        String id = given != null && TAME.matcher(given).matches() ? given : fresh();
        ctx.attribute(ATTRIBUTE, id);
        return Objects.requireNonNull(id);
    }

    static void begin(Context ctx) {
        String id = of(ctx);
        ctx.header(HEADER, id);
        MDC.put("request", id);
    }

    static void end() {
        MDC.remove("request");
    }

    static String fresh() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
