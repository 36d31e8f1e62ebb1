package io.babeldesk.web;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Hearing;
import io.babeldesk.answer.ModelStream.Usage;
import io.babeldesk.answer.ModelWatch;
import io.babeldesk.answer.Prompt;
import io.babeldesk.answer.Question;
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
import java.util.Locale;
import java.util.function.IntSupplier;

/** What is counted and timed, for Prometheus. No label carries anything that a shopper typed. */
public final class Metrics implements ModelWatch {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** The same answerer, counted by kind of reply and language. */
    public Answerer counting(Answerer answerer) {
        return new Answerer() {
            @Override
            public Reply answer(Question question) {
                return answer(question, Hearing.NOBODY);
            }

            @Override
            public Reply answer(Question question, Hearing hearing) {
                return counted(question, hearing, answerer);
            }
        };
    }

    private Reply counted(Question question, Hearing hearing, Answerer answerer) {
        long begin = System.nanoTime();
        Reply reply = answerer.answer(question, hearing);
        Timer.builder("babeldesk_replies")
                .description("Replies of the assistant, by kind and language")
                .tag("kind", kindOf(reply))
                .tag("language", reply.saying().language().code())
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - begin));
        return reply;
    }

    @Override
    public void called(Prompt.Task task, String outcome, Duration took, Usage usage) {
        String what = task.name().toLowerCase(Locale.ROOT);
        Timer.builder("babeldesk_model_calls")
                .description("Calls of language models, by task and outcome")
                .tag("task", what)
                .tag("outcome", outcome.toLowerCase(Locale.ROOT))
                .register(registry)
                .record(took);
        registry.counter("babeldesk_model_tokens", "task", what, "direction", "in")
                .increment(usage.tokensIn());
        registry.counter("babeldesk_model_tokens", "task", what, "direction", "out")
                .increment(usage.tokensOut());
        registry.counter("babeldesk_model_cost", "task", what).increment(usage.cost());
    }

    @Override
    public void judged(String verdict, Duration took) {
        Timer.builder("babeldesk_guard")
                .description("Sentences of language models, by the guard's verdict")
                .tag("verdict", verdict)
                .register(registry)
                .record(took);
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
