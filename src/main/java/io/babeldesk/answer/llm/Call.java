package io.babeldesk.answer.llm;

import io.babeldesk.answer.ModelStream.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request on the wire, which another thread may cancel at any time. */
final class Call {

    private @Nullable CompletableFuture<?> headers;
    private @Nullable InputStream body;
    private @Nullable Failure cancelled;

    /** @throws WireFailure if it was cancelled before it began */
    synchronized void awaits(CompletableFuture<?> response) {
        headers = response;
        check();
    }

    synchronized void reads(InputStream stream) {
        body = stream;
        check();
    }

    private void check() {
        if (cancelled != null) {
            closeAll();
            throw new WireFailure(cancelled, "cancelled", Optional.empty());
        }
    }

    /** Ends the request down to the connection. The first reason stays. */
    synchronized void cancel(Failure why) {
        if (cancelled == null) {
            cancelled = why;
        }
        closeAll();
    }

    synchronized @Nullable Failure cancelled() {
        return cancelled;
    }

    private void closeAll() {
        if (headers != null) {
            headers.cancel(true);
        }
        if (body != null) {
            try {
                body.close();
            } catch (IOException gone) {
                // It is closed either way.
                body = null;
            }
        }
    }
}
