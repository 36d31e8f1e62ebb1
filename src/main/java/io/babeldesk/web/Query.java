package io.babeldesk.web;

import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters behind the path's question mark, decoded here so that broken ones get a clear problem. Stateless. */
final class Query {

    private Query() {}

    static Optional<String> text(Context ctx, String name) {
        String query = ctx.queryString();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts[0].equals(name)) {
                return Optional.of(decode(name, parts.length == 2 ? parts[1] : ""))
                        .filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }

    static Optional<Long> number(Context ctx, String name, long least, long most) {
        return text(ctx, name).map(text -> {
            if (text.matches("[0-9]{1,18}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
                return Long.parseLong(text);
            }
            throw Problem.parameter(
                    name,
                    "a whole number " + (most == Long.MAX_VALUE ? "of " + least + " or more" : least + " to " + most));
        });
    }

    /** {@code Europe/Berlin}. */
    static Optional<ZoneId> zone(Context ctx, String name) {
        return text(ctx, name).map(id -> {
            if (ZoneId.getAvailableZoneIds().contains(id)) {
                return ZoneId.of(id);
            }
            throw Problem.parameter(name, "a time zone such as Europe/Berlin");
        });
    }

    /** {@code auto} is as good as none. */
    static Optional<Language> language(Context ctx, String name) {
        return text(ctx, name)
                .filter(tag -> !tag.equals("auto"))
                .map(tag -> Language.ofTag(tag)
                        .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_LANGUAGE, Map.of("language", tag))));
    }

    static Optional<Market> market(Context ctx, String name, List<Market> offered) {
        return text(ctx, name)
                .map(code -> Market.ofCode(code)
                        .filter(offered::contains)
                        .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_MARKET, Map.of("market", code))));
    }

    private static String decode(String name, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.parameter(name, "percent-encoded UTF-8");
        }
    }
}
