package io.babeldesk.web;

import io.babeldesk.conversation.Conversations;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For whoever runs the service: is it alive, can it work, what is it doing. */
final class OperationsApi {

    private static final Logger log = LoggerFactory.getLogger(OperationsApi.class);
    private static final String OK = "ok";
    private static final String FAILED = "failed";

    private final Conversations conversations;
    private final ShopFront shopFront;
    private final Metrics metrics;
    private final Map<String, Supplier<String>> optional;

    /** @param optional parts that the service can do without, by name: their state in a word or two */
    OperationsApi(
            Conversations conversations, ShopFront shopFront, Metrics metrics, Map<String, Supplier<String>> optional) {
        this.conversations = conversations;
        this.shopFront = shopFront;
        this.metrics = metrics;
        this.optional = new TreeMap<>(optional);
    }

    record Alive(String status) {}

    record Ready(String status, Map<String, Component> components) {}

    record Component(String status, @Nullable String edition) {}

    void register(Routes routes) {
        routes.get("/healthz", ctx -> Json.answer(ctx, 200, new Alive(OK)))
                .get("/readyz", this::ready)
                .get("/metrics", this::scrape);
    }

    private void ready(Context ctx) {
        Map<String, Component> components = new LinkedHashMap<>();
        components.put("store", store());
        components.put("knowledge-base", knowledgeBase());
        boolean ready = components.values().stream()
                .allMatch(component -> component.status().equals(OK));
        optional.forEach((name, state) -> components.put(name, new Component(state.get(), null)));
        Json.answer(ctx, ready ? 200 : 503, new Ready(ready ? "ready" : "not-ready", components));
    }

    private Component store() {
        try {
            conversations.debts();
            return new Component(OK, null);
        } catch (RuntimeException e) {
            log.error("the store does not answer", e);
            return new Component(FAILED, null);
        }
    }

    private Component knowledgeBase() {
        Optional<String> edition = shopFront.edition();
        return new Component(edition.isPresent() ? OK : FAILED, edition.orElse(null));
    }

    private void scrape(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
    }
}
