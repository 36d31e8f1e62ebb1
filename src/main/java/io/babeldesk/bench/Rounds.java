package io.babeldesk.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * Lets contenders take turns in short blocks, so that a busy machine hurts all alike. What comes out is for each the
 * median over its blocks; the blocks of the warm-up are thrown away.
 */
final class Rounds {

    private static final int FEWEST_BLOCKS = 3;

    private final Duration time;
    private final int runs;
    private final int callers;

    /**
     * @param time about how long it may take, a third of which is warm-up; zero measures one block
     * @param runs in a block, shared by the callers
     * @param callers threads at once
     */
    Rounds(Duration time, int runs, int callers) {
        this.time = time;
        this.runs = runs;
        this.callers = callers;
    }

    /** Times in milliseconds. */
    record Times(double p50, double p99, double perSecond) {
        private static Times of(long[] nanos, long wall) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Times(
                    sorted[sorted.length / 2] / 1e6,
                    sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6,
                    sorted.length * 1e9 / wall);
        }
    }

    Map<Contender, Times> run(List<Contender> contenders) {
        Map<Contender, List<Times>> measured = new HashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            long begun = System.nanoTime();
            long warm = begun + time.toNanos() / 3;
            long end = begun + time.toNanos();
            int fewest = time.isZero() ? 1 : FEWEST_BLOCKS;
            int turn = 0;
            do {
                round(contenders, turn++, threads);
            } while (System.nanoTime() < warm);
            for (int block = 0; block < fewest || System.nanoTime() < end; block++) {
                round(contenders, turn++, threads)
                        .forEach((contender, times) -> measured.computeIfAbsent(contender, c -> new ArrayList<>())
                                .add(times));
            }
        }
        Map<Contender, Times> medians = new HashMap<>();
        measured.forEach((contender, times) -> medians.put(
                contender,
                new Times(median(times, Times::p50), median(times, Times::p99), median(times, Times::perSecond))));
        return medians;
    }

    /** A block for each; who goes first changes, for the second finds the machine as the first has left it. */
    private Map<Contender, Times> round(List<Contender> contenders, int turn, ExecutorService threads) {
        Map<Contender, Times> times = new HashMap<>();
        for (Contender contender : turn % 2 == 0 ? contenders : contenders.reversed()) {
            contender.prepare(runs);
            times.put(contender, block(contender, threads));
        }
        return times;
    }

    private Times block(Contender contender, ExecutorService threads) {
        long[] nanos = new long[runs];
        long begun = System.nanoTime();
        List<Future<?>> working = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int from = runs * caller / callers;
            int to = runs * (caller + 1) / callers;
            working.add(threads.submit(() -> {
                for (int number = from; number < to; number++) {
                    long start = System.nanoTime();
                    contender.run(number);
                    nanos[number] = System.nanoTime() - start;
                }
            }));
        }
        working.forEach(Rounds::await);
        return Times.of(nanos, System.nanoTime() - begun);
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double median(List<Times> times, ToDoubleFunction<Times> part) {
        return median(times.stream().map(part::applyAsDouble).toList());
    }
}
