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
    private final Door door;
    private final Map<String, Set<String>> methods = new LinkedHashMap<>();

    /** Lets a caller through to a route, or throws a {@link Problem}. */
    @FunctionalInterface
    interface Door {
        void check(Context ctx, RouteRights.Access access);
    }

    /** @param door that everything for people at work is behind */
    Routes(RoutesConfig routes, Door door) {
        this.routes = routes;
        this.door = door;
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

    Routes patch(String path, Handler handler) {
        return add(HandlerType.PATCH, path, handler);
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
        Handler guarded = RouteRights.cover(path) ? behindTheDoor(method, path, handler) : handler;
        routes.addHttpHandler(method, path, ctx -> {
            ctx.attribute(ATTRIBUTE, path);
            guarded.handle(ctx);
        });
        return this;
    }

    private Handler behindTheDoor(HandlerType method, String path, Handler handler) {
        RouteRights.Access access = RouteRights.of(method.name(), path);
        return ctx -> {
            door.check(ctx, access);
            handler.handle(ctx);
        };
    }
}
