package io.babeldesk.answer.llm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.babeldesk.answer.LanguageModel;
import io.babeldesk.answer.ModelStream;
import io.babeldesk.answer.ModelStream.Failure;
import io.babeldesk.answer.ModelWatch;
import io.babeldesk.answer.Payer;
import io.babeldesk.answer.Prompt;
import io.babeldesk.answer.Prompt.Task;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models behind a server that speaks the OpenAI dialect. Each answer is read on a virtual thread of its own into a
 * bounded queue. Safe for use by many threads.
 */
public final class OpenAiLanguageModel implements LanguageModel {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAiLanguageModel.class);

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);
    /** Longer than that nobody waits for an answer; a server that asks for more is left alone until then. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ModelOptions options;
    private final HttpClient http;
    private final Map<Task, OpenAiStreamingChatModel> models = new EnumMap<>(Task.class);
    private final TokenBudgets budgets;
    private final Breaker breaker;
    private final Semaphore places;
    private final ModelWatch watch;
    private final LongSupplier nanos;

    public OpenAiLanguageModel(ModelOptions options, ModelWatch watch, Clock clock, LongSupplier nanos) {
        this.options = options;
        this.watch = watch;
        this.nanos = nanos;
        this.budgets = new TokenBudgets(options.budgets(), clock);
        this.breaker = new Breaker(nanos);
        this.places = new Semaphore(options.streams());
        // Version 1.1: local servers stumble over the offer to upgrade, and closing the connection is how they learn
        // that nobody listens any more.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(options.headers())
                .build();
        WireClient wire = new WireClient(http, options.headers());
        for (Task task : Task.values()) {
            models.put(
                    task,
                    OpenAiStreamingChatModel.builder()
                            .httpClientBuilder(new WireClient.Builder(wire))
                            .baseUrl(options.endpoint())
                            .apiKey(options.key().orElse("none"))
                            .modelName(options.modelFor(task))
                            .build());
        }
    }

    @Override
    public String nameFor(Task task) {
        return options.modelFor(task);
    }

    @Override
    public String state() {
        return breaker.isResting() ? "failing" : budgets.isSpent() ? "over-budget" : "ok";
    }

    @Override
    public Optional<Failure> refusal() {
        return breaker.refuses()
                ? Optional.of(Failure.RESTING)
                : budgets.isSpent() ? Optional.of(Failure.OVER_BUDGET) : Optional.empty();
    }

    @Override
    public ModelStream begin(Prompt prompt, Payer payer) {
        int reserved = prompt.tokens() + prompt.mostTokens();
        if (!breaker.admits()) {
            return refused(prompt, Failure.RESTING);
        }
        if (!budgets.take(payer, reserved)) {
            breaker.leftOpen();
            return refused(prompt, Failure.OVER_BUDGET);
        }
        if (!places.tryAcquire()) {
            breaker.leftOpen();
            budgets.correct(payer, reserved, 0);
            return refused(prompt, Failure.BUSY);
        }
        QueuedStream stream = new QueuedStream(options, nanos, this::settle);
        Thread.ofVirtual().name("model").start(() -> run(prompt, payer, reserved, stream));
        return stream;
    }

    private ModelStream refused(Prompt prompt, Failure why) {
        watch.called(prompt.task(), why.name(), Duration.ZERO, ModelStream.Usage.NONE);
        QueuedStream stream = new QueuedStream(options, nanos, outcome -> {});
        stream.fail(why, "");
        return stream;
    }

    private void run(Prompt prompt, Payer payer, int reserved, QueuedStream stream) {
        long begun = nanos.getAsLong();
        try {
            ask(prompt, stream);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stream.fail(Failure.CANCELLED, "interrupted");
        } catch (RuntimeException broken) {
            // What went wrong may be told in the model's own words, and those may be a shopper's.
            String what = broken.getClass().getSimpleName();
            LOG.warn("the model's answer cannot be read: {} at {}", what, broken.getStackTrace()[0]);
            stream.fail(Failure.GARBLED, what);
        } finally {
            places.release();
            ModelStream.Usage usage = price(prompt, stream);
            budgets.correct(payer, reserved, usage.tokensIn() + usage.tokensOut());
            Duration took = Duration.ofNanos(nanos.getAsLong() - begun);
            stream.settle();
            Failure failure = stream.failure();
            watch.called(prompt.task(), failure == null ? "ended" : failure.name(), took, usage);
        }
    }

    /** What the outcome says about the server. Nobody's stop or budget is its fault. */
    private void settle(QueuedStream stream) {
        Failure failure = stream.failure();
        if (failure == null) {
            breaker.succeeded();
            return;
        }
        if (failure == Failure.CANCELLED) {
            breaker.leftOpen();
            return;
        }
        stream.retryAfter()
                .filter(wait -> failure == Failure.RATE_LIMITED)
                .ifPresentOrElse(
                        wait -> breaker.rest(wait.compareTo(LONGEST_PAUSE) > 0 ? wait : LONGEST_PAUSE),
                        breaker::failed);
        LOG.warn("the model failed: {} {}", failure, stream.detail());
    }

    private void ask(Prompt prompt, QueuedStream stream) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            Call call = new Call();
            stream.follow(call);
            WireHandler handler = new WireHandler(stream, call);
            ScopedValue.where(WireClient.CALL, call)
                    .run(() -> Objects.requireNonNull(models.get(prompt.task())).chat(request(prompt), handler));
            WireFailure failed = handler.failure();
            if (failed == null) {
                price(prompt, stream);
                stream.end();
                return;
            }
            Duration wait = failed.retryAfter().orElse(jittered(pause));
            boolean again = failed.isPassing()
                    && attempt < ATTEMPTS
                    && !stream.hasBegun()
                    && call.cancelled() == null
                    && wait.compareTo(LONGEST_PAUSE) <= 0;
            if (!again) {
                stream.fail(failed);
                return;
            }
            Thread.sleep(wait);
            pause = pause.multipliedBy(3);
        }
    }

    /** Between half and one and a half: whoever was turned away together must not come back together. */
    private static Duration jittered(Duration pause) {
        return Duration.ofMillis(
                pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis()));
    }

    private static ChatRequest request(Prompt prompt) {
        ChatRequest.Builder request = ChatRequest.builder()
                .messages(List.of(SystemMessage.from(prompt.instructions()), UserMessage.from(prompt.data())))
                .maxOutputTokens(prompt.mostTokens())
                .temperature(0.0);
        if (!prompt.tools().isEmpty()) {
            request.toolSpecifications(prompt.tools().stream()
                    .map(OpenAiLanguageModel::specification)
                    .toList());
        }
        return request.build();
    }

    private static ToolSpecification specification(Prompt.ToolOffer offer) {
        JsonObjectSchema.Builder schema = JsonObjectSchema.builder();
        offer.arguments().forEach(argument -> schema.addStringProperty(argument.name(), argument.meaning()));
        schema.required(
                offer.arguments().stream().map(Prompt.ToolOffer.Argument::name).toList());
        return ToolSpecification.builder()
                .name(offer.name())
                .description(offer.purpose())
                .parameters(schema.build())
                .build();
    }

    private ModelStream.Usage price(Prompt prompt, QueuedStream stream) {
        ModelStream.Usage usage = stream.usage(prompt);
        ModelOptions.Price price = options.prices().get(options.modelFor(prompt.task()));
        ModelStream.Usage priced = price == null
                ? usage
                : new ModelStream.Usage(
                        usage.tokensIn(),
                        usage.tokensOut(),
                        (usage.tokensIn() * price.in() + usage.tokensOut() * price.out()) / 1e6);
        stream.priced(priced);
        return priced;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
