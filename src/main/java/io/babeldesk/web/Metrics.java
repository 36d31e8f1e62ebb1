package io.babeldesk.web;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Reply;
import io.babeldesk.conversation.Conversations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.IntSupplier;

/** What is counted and timed, for Prometheus. No label carries anything that a shopper typed. */
public final class Metrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** The same answerer, counted by kind of reply and language. */
    public Answerer counting(Answerer answerer) {
        return question -> {
            long begin = System.nanoTime();
            Reply reply = answerer.answer(question);
            Timer.builder("babeldesk_replies")
                    .description("Replies of the assistant, by kind and language")
                    .tag("kind", kindOf(reply))
                    .tag("language", reply.saying().language().code())
                    .register(registry)
                    .record(Duration.ofNanos(System.nanoTime() - begin));
            return reply;
        };
    }

    void request(String method, String route, int status, Duration took) {
        Timer.builder("babeldesk_http_requests")
                .description("Requests, by route and status; of an event stream, how long it was open")
                .tag("method", method)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(took);
    }

    void watch(Conversations conversations, IntSupplier openStreams) {
        Gauge.builder("babeldesk_open_streams", openStreams, IntSupplier::getAsInt)
                .description("Event streams that are open now")
                .strongReference(true)
                .register(registry);
        Gauge.builder("babeldesk_replies_owed", conversations, Conversations::debts)
                .description("Shoppers' messages that wait for a reply")
                .strongReference(true)
                .register(registry);
    }

    String scrape() {
        return registry.scrape();
    }

    private static String kindOf(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> "answered";
            case Reply.AskedBack askedBack -> "asked_back";
            case Reply.Declined declined -> "declined";
            case Reply.NeedsPerson needsPerson -> "needs_person";
        };
    }
}
