package io.babeldesk.web;

import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where errors meet HTTP: RFC 9457 problems, in the caller's language. What nobody foresaw becomes an
 * internal error that tells the request's number and nothing else; the log has the rest under the same number.
 */
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Messages messages;
    private final CallerLanguage callerLanguage;

    Problems(Messages messages, CallerLanguage callerLanguage) {
        this.messages = messages;
        this.callerLanguage = callerLanguage;
    }

    record Body(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String instance,
            String code,
            String requestId,
            @Nullable Long retryAfter,
            @Nullable List<Wrong> errors,
            WireDesk.@Nullable Person agent) {}

    record Wrong(String pointer, String code, String detail) {}

    void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, ctx) -> answer(ctx, problem));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, ofRouter(e, ctx)));
        routes.exception(Exception.class, (e, ctx) -> {
            log.error("request failed", e);
            answer(ctx, internalError(ctx));
        });
    }

    void answer(Context ctx, Problem problem) {
        Language language = callerLanguage.of(ctx);
        ProblemCode code = problem.code();
        List<Wrong> errors = problem.faults().stream()
                .map(fault ->
                        new Wrong(fault.pointer(), fault.code().code(), say(language, fault.code(), fault.arguments())))
                .toList();
        problem.retryAfter().ifPresent(wait -> ctx.header("Retry-After", Long.toString(wait.toSeconds())));
        if (code.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        Body body = new Body(
                typeOf(code),
                code.title(),
                code.status(),
                say(language, code, problem.arguments()),
                ctx.req().getRequestURI(),
                code.code(),
                RequestIds.of(ctx),
                problem.retryAfter().map(Duration::toSeconds).orElse(null),
                errors.isEmpty() ? null : errors,
                problem.agent());
        ctx.header("Content-Language", language.code());
        ctx.header("Cache-Control", "no-store");
        ctx.status(code.status()).contentType("application/problem+json").result(Json.bytes(body));
    }

    /** For an error that leaves no context to answer in, such as a stack that is used up. */
    void answerError(HttpServletResponse response, java.lang.Error error) {
        String request = RequestIds.fresh();
        log.error("request {} failed", request, error);
        try {
            response.setStatus(500);
            response.setContentType("application/problem+json");
            response.getOutputStream().write(Json.bytes(withoutRoute(500, request)));
        } catch (IOException gone) {
            log.debug("the caller of {} is gone", request, gone);
        }
    }

    /** What is refused before a route was asked, in the shop's language, as no other is known. */
    Body withoutRoute(int status, String request) {
        ProblemCode code = switch (status) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 503 -> ProblemCode.UNAVAILABLE;
            default -> status < 500 ? ProblemCode.INVALID_REQUEST : ProblemCode.INTERNAL_ERROR;
        };
        String detail = say(callerLanguage.byDefault(), code, Map.of("request", request));
        @Nullable Long retryAfter = status == 503 ? 1L : null;
        return new Body(typeOf(code), code.title(), status, detail, null, code.code(), request, retryAfter, null, null);
    }

    private static String typeOf(ProblemCode code) {
        return "urn:babeldesk:problem:" + code.code();
    }

    private String say(Language language, ProblemCode code, Map<String, ?> arguments) {
        return messages.say(language, "problem." + code.code(), arguments);
    }

    /** What the router itself refuses. */
    private static Problem ofRouter(HttpResponseException e, Context ctx) {
        return switch (e.getStatus()) {
            case 404 -> Problem.of(ProblemCode.NOT_FOUND);
            case 405 -> notAllowed(e, ctx);
            case 413 -> Problem.of(ProblemCode.INVALID_REQUEST);
            default -> {
                if (e.getStatus() < 500) {
                    yield Problem.of(ProblemCode.INVALID_REQUEST);
                }
                log.error("request failed", e);
                yield internalError(ctx);
            }
        };
    }

    private static Problem notAllowed(HttpResponseException e, Context ctx) {
        e.getDetails().values().stream().findFirst().ifPresent(methods -> ctx.header("Allow", methods));
        return Problem.of(
                ProblemCode.METHOD_NOT_ALLOWED, Map.of("method", ctx.req().getMethod()));
    }

    private static Problem internalError(Context ctx) {
        return Problem.of(ProblemCode.INTERNAL_ERROR, Map.of("request", RequestIds.of(ctx)));
    }
}
