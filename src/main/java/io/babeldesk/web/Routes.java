package io.babeldesk.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All addresses with what they answer to. Whatever can be got can also be asked for its head, and {@code OPTIONS} tells
 * the methods of any address.
 */
final class Routes {

    private static final String ATTRIBUTE = "babeldesk.route";

    private final RoutesConfig routes;
    private final Map<String, Set<String>> methods = new LinkedHashMap<>();

    Routes(RoutesConfig routes) {
        this.routes = routes;
    }

    Routes get(String path, Handler handler) {
        add(HandlerType.HEAD, path, handler);
        return add(HandlerType.GET, path, handler);
    }

    Routes post(String path, Handler handler) {
        return add(HandlerType.POST, path, handler);
    }

    Routes put(String path, Handler handler) {
        return add(HandlerType.PUT, path, handler);
    }

    Routes delete(String path, Handler handler) {
        return add(HandlerType.DELETE, path, handler);
    }

    /** To be called last. */
    void answerOptions() {
        methods.forEach((path, allowed) -> {
            String allow = String.join(", ", allowed) + ", OPTIONS";
            routes.options(path, ctx -> ctx.header("Allow", allow).status(204));
        });
    }

    /** The address as it stands in the table, {@code /api/v1/conversations/{conversation}}: it names nobody. */
    static String of(Context ctx) {
        @Nullable String path = ctx.attribute(ATTRIBUTE);
        return path == null ? "-" : path;
    }

    private Routes add(HandlerType method, String path, Handler handler) {
        methods.computeIfAbsent(path, _ -> new TreeSet<>()).add(method.name());
        routes.addHttpHandler(method, path, ctx -> {
            ctx.attribute(ATTRIBUTE, path);
            handler.handle(ctx);
        });
        return this;
    }
}
