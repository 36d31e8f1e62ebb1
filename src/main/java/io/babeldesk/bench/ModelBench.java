package io.babeldesk.bench;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Hearing;
import io.babeldesk.answer.LanguageModel;
import io.babeldesk.answer.ModelStream.Usage;
import io.babeldesk.answer.ModelWatch;
import io.babeldesk.answer.Prompt;
import io.babeldesk.answer.Question;
import io.babeldesk.bench.PacedModel.Pace;
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
    private static final int MOST_WARMING = 300;
    private static final int MOST_ALONE = 100;
    private static final int MOST_AT_ONCE = 200;
    private static final Pace QUICK = new Pace(Duration.ofMillis(120), Duration.ofMillis(8));
    /** Some forty words a second: then two hundred streams are as many at once as they would be with real models. */
    private static final Pace USUAL = new Pace(Duration.ofMillis(400), Duration.ofMillis(25));

    /** Of the time that is added to the model's own first sentence. */
    private static final int AIM_MILLIS = 20;

    private final BiFunction<LanguageModel, ModelWatch, Answerer> worded;
    private final int warming;
    private final int alone;
    private final int atOnce;
    private final Consumer<String> progress;

    /** @param worded an answerer on the demo base whose answers that model words */
    ModelBench(BiFunction<LanguageModel, ModelWatch, Answerer> worded, Size size, Consumer<String> progress) {
        this.worded = worded;
        this.warming = Math.min(MOST_WARMING, size.questions());
        this.alone = Math.min(MOST_ALONE, size.questions());
        this.atOnce = Math.min(MOST_AT_ONCE, size.questions());
        this.progress = progress;
    }

    List<Figure> figures() {
        ConcurrentLinkedQueue<Long> guard = new ConcurrentLinkedQueue<>();
        ModelWatch watch = new ModelWatch() {
            @Override
            public void called(Prompt.Task task, String outcome, Duration took, Usage usage) {}

            @Override
            public void judged(String verdict, Duration took) {
                guard.add(took.toNanos());
            }
        };
        progress.accept("answer: model, warming up");
        PacedModel model = new PacedModel(WORDS);
        Answerer answerer = worded.apply(model, watch);
        for (int i = 0; i < warming; i++) {
            firstSentence(answerer, model, false);
        }
        guard.clear();
        progress.accept("answer: model, one stream");
        model.writeAt(QUICK);
        List<First> oneByOne = new ArrayList<>();
        for (int i = 0; i < alone; i++) {
            oneByOne.add(firstSentence(answerer, model, true));
        }
        List<Long> judged = List.copyOf(guard);
        model.writeAt(USUAL);
        progress.accept("answer: model, " + atOnce + " streams");
        List<First> steady = together(answerer, model, 2 * atOnce, model.whole().dividedBy(atOnce));
        progress.accept("answer: model, " + atOnce + " questions in one moment");
        List<First> burst = together(answerer, model, atOnce, Duration.ZERO);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(figures("1 stream", oneByOne));
        // The first half begins while there are fewer.
        figures.addAll(figures(atOnce + " streams", steady.subList(atOnce, 2 * atOnce)));
        figures.addAll(figures(atOnce + " in one moment", burst));
        figures.add(new Figure("answer", "guard a sentence, p50", "ms", at(judged, 0.5), "aim", 1));
        figures.add(new Figure("answer", "guard a sentence, p99", "ms", at(judged, 0.99), "aim", 1));
        return figures;
    }

    /**
     * A first sentence.
     *
     * @param heard from the question until it was judged
     * @param own from the model's beginning until it had written it
     */
    private record First(long heard, long own) {
        long added() {
            return heard - own;
        }
    }

    private static List<Figure> figures(String streams, List<First> firsts) {
        List<Long> heard = firsts.stream().map(First::heard).toList();
        List<Long> own = firsts.stream().map(First::own).toList();
        List<Long> added = firsts.stream().map(First::added).toList();
        return List.of(
                new Figure("answer", "first sentence p50, " + streams, "ms", at(heard, 0.5), "the model", at(own, 0.5)),
                new Figure("answer", "added to it p50, " + streams, "ms", at(added, 0.5), "aim", AIM_MILLIS),
                new Figure("answer", "added to it p99, " + streams, "ms", at(added, 0.99), "aim", AIM_MILLIS));
    }

    /** @param apart how long after each other they begin */
    private static List<First> together(Answerer answerer, PacedModel model, int streams, Duration apart) {
        List<First> times = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<First>> running = new ArrayList<>();
            for (int i = 0; i < streams; i++) {
                Duration after = apart.multipliedBy(i);
                running.add(threads.submit(() -> {
                    Thread.sleep(after);
                    return firstSentence(answerer, model, false);
                }));
            }
            for (Future<First> one : running) {
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

    /** @param firstOnly whether the rest of the answer is of no interest */
    private static First firstSentence(Answerer answerer, PacedModel model, boolean firstOnly) {
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
                        return firstOnly && first.get() != 0;
                    }
                });
        if (first.get() == 0) {
            throw new IllegalStateException("nothing was said; the knowledge base is not the demo's");
        }
        return new First(first.get(), model.ownNanos());
    }

    private static double at(List<Long> nanos, double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] / 1e6;
    }
}
