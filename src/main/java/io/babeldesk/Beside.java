package io.babeldesk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that takes time and needs nothing else, made on a thread of its own while the start goes on. */
final class Beside<T> {

    private final CompletableFuture<T> made = new CompletableFuture<>();

    private Beside() {}

    /** On a platform thread, since what takes long at a start is often native. */
    static <T> Beside<T> make(String what, Supplier<T> making) {
        Beside<T> beside = new Beside<>();
        Thread.ofPlatform().name("start-" + what).daemon().start(() -> {
            try {
                beside.made.complete(making.get());
            } catch (RuntimeException | Error broken) {
                beside.made.completeExceptionally(broken);
            }
        });
        return beside;
    }

    /** Waits for it; throws what making it threw. */
    T get() {
        try {
            return made.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException broken -> throw broken;
                case Error broken -> throw broken;
                case null, default -> throw e;
            }
        }
    }

    /** For when it is not wanted any more: gives it up as soon as it is there. */
    void giveUp(Consumer<T> closing) {
        try {
            closing.accept(made.join());
        } catch (CompletionException e) {
            // It was not made, so there is nothing to close; what hindered it matters no more.
            return;
        }
    }
}
