package io.babeldesk.bench;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Hearing;
import io.babeldesk.answer.LanguageModel;
import io.babeldesk.answer.ModelStream.Usage;
import io.babeldesk.answer.ModelWatch;
import io.babeldesk.answer.Prompt;
import io.babeldesk.answer.Question;
import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What judging costs beside a model that writes at a real pace: from the question to the first judged sentence, against
 * the moment at which the model itself has written it; and the guard's time for a sentence.
 */
final class ModelBench {

    private static final String QUESTION = "How long do I have to return an item?";
    private static final String WORDS = """
            [1] You can return most items within 30 days of delivery.
            [1] You do not need to give a reason.
            [1] The period starts when the parcel arrives.
            """;
    private static final int ALONE = 40;
    private static final int AT_ONCE = 200;

    private final BiFunction<LanguageModel, ModelWatch, Answerer> worded;
    private final Consumer<String> progress;

    /** @param worded an answerer on the demo base whose answers that model words */
    ModelBench(BiFunction<LanguageModel, ModelWatch, Answerer> worded, Consumer<String> progress) {
        this.worded = worded;
        this.progress = progress;
    }

    List<Figure> figures() {
        PacedModel model = new PacedModel(WORDS);
        ConcurrentLinkedQueue<Long> guard = new ConcurrentLinkedQueue<>();
        Answerer answerer = worded.apply(model, new ModelWatch() {
            @Override
            public void called(Prompt.Task task, String outcome, Duration took, Usage usage) {}

            @Override
            public void judged(String verdict, Duration took) {
                guard.add(took.toNanos());
            }
        });
        progress.accept("answer: model, warming up");
        for (int i = 0; i < ALONE; i++) {
            firstSentence(answerer);
        }
        double own = model.firstSentence().toNanos() / 1e6;
        guard.clear();
        progress.accept("answer: model, one stream");
        List<Long> alone = new ArrayList<>();
        for (int i = 0; i < ALONE; i++) {
            alone.add(firstSentence(answerer));
        }
        List<Long> judged = List.copyOf(guard);
        progress.accept("answer: model, " + AT_ONCE + " streams");
        List<Long> together = together(answerer);
        String yardstick = "the model itself";
        return List.of(
                new Figure("answer", "first sentence p50, 1 stream", "ms", at(alone, 0.5), yardstick, own),
                new Figure("answer", "first sentence p99, 1 stream", "ms", at(alone, 0.99), yardstick, own),
                new Figure("answer", "first sentence p50, 200 streams", "ms", at(together, 0.5), yardstick, own),
                new Figure("answer", "first sentence p99, 200 streams", "ms", at(together, 0.99), yardstick, own),
                new Figure("answer", "guard a sentence, p50", "ms", at(judged, 0.5), "aim", 1),
                new Figure("answer", "guard a sentence, p99", "ms", at(judged, 0.99), "aim", 1));
    }

    private static List<Long> together(Answerer answerer) {
        List<Long> times = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                running.add(threads.submit(() -> firstSentence(answerer)));
            }
            for (Future<Long> one : running) {
                times.add(one.get());
            }
            return times;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return times;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a stream failed", e);
        }
    }

    private static long firstSentence(Answerer answerer) {
        long begun = System.nanoTime();
        AtomicLong first = new AtomicLong();
        answerer.answer(
                new Question(QUESTION, Language.ENGLISH, Optional.of(new Market("DE")), List.of()), new Hearing() {
                    @Override
                    public void say(String text) {
                        first.compareAndSet(0, System.nanoTime() - begun);
                    }

                    @Override
                    public boolean isOver() {
                        return false;
                    }
                });
        if (first.get() == 0) {
            throw new IllegalStateException("nothing was said; the knowledge base is not the demo's");
        }
        return first.get();
    }

    private static double at(List<Long> nanos, double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }
}
