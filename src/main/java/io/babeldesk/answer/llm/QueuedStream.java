package io.babeldesk.answer.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.answer.ModelStream;
import io.babeldesk.answer.Prompt;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue between the wire and the reader. A reader that is slow slows the wire; a wire that is silent for too
 * long is cut by the reader, which is the only one to notice.
 */
final class QueuedStream implements ModelStream {

    private static final int PIECES = 256;
    /** No answer of a shop is longer; a model that runs on is stopped. */
    private static final int MOST_LETTERS = 12_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelOptions options;
    private final LongSupplier nanos;
    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES);
    private final long begun;

    private volatile @Nullable Call call;
    private volatile @Nullable Failure failure;
    private volatile String detail = "";
    private volatile Optional<Duration> retryAfter = Optional.empty();
    private volatile boolean closed;
    private final AtomicInteger letters = new AtomicInteger();
    private volatile boolean toolAsked;
    private volatile @Nullable Usage told;
    private volatile Usage priced = Usage.NONE;
    private volatile String said = "";

    private final Consumer<QueuedStream> settling;
    private final AtomicBoolean settled = new AtomicBoolean();

    // Of the reader alone.
    private @Nullable Piece last;
    private boolean begunToRead;
    private long lastPiece;

    /** @param settling told of the outcome once, before the reader hears of it: she may ask again at once */
    QueuedStream(ModelOptions options, LongSupplier nanos, Consumer<QueuedStream> settling) {
        this.options = options;
        this.settling = settling;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.lastPiece = begun;
    }

    // The wire's side

    void follow(Call next) {
        call = next;
        if (closed) {
            next.cancel(Failure.CANCELLED);
        }
    }

    /** False if it is too much. */
    boolean put(String text) {
        said = said.length() < 400 ? said + text : said;
        return letters.addAndGet(text.length()) <= MOST_LETTERS && offer(new Text(text));
    }

    void put(String tool, @Nullable String arguments) {
        toolAsked = true;
        offer(new ToolCall(tool, read(arguments)));
    }

    private static Map<String, String> read(@Nullable String arguments) {
        Map<String, String> read = new HashMap<>();
        try {
            JsonNode json = JSON.readTree(arguments == null ? "" : arguments);
            if (json != null && json.isObject()) {
                json.properties().forEach(entry -> {
                    if (entry.getValue().isTextual()) {
                        read.put(entry.getKey(), entry.getValue().textValue());
                    }
                });
            }
        } catch (JsonProcessingException e) {
            return Map.of();
        }
        return Map.copyOf(read);
    }

    void used(@Nullable Integer in, @Nullable Integer out) {
        if (in != null && out != null) {
            told = new Usage(in, out, 0);
        }
    }

    void end() {
        if (letters.get() == 0 && !toolAsked) {
            fail(Failure.EMPTY, "the answer has no words");
        } else {
            settle();
            offer(new Ended(Usage.NONE));
        }
    }

    void fail(WireFailure failed) {
        retryAfter = failed.retryAfter();
        fail(failed.why(), String.valueOf(failed.getMessage()));
    }

    void fail(Failure why, String what) {
        if (failure == null) {
            failure = why;
            detail = what;
        }
        settle();
        offer(new Failed(why, what));
    }

    /** Tells the outcome, if nobody has yet. */
    void settle() {
        if (settled.compareAndSet(false, true)) {
            settling.accept(this);
        }
    }

    /** Waits for room as long as someone reads. */
    private boolean offer(Piece piece) {
        try {
            while (!closed) {
                if (pieces.offer(piece, 100, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    boolean hasBegun() {
        return letters.get() > 0;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    String detail() {
        return detail;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** As the server told, or about. */
    Usage usage(Prompt prompt) {
        Usage known = told;
        if (known != null) {
            return known;
        }
        int out = said.isEmpty() ? 0 : (int) ((long) Prompt.tokens(said) * letters.get() / said.length());
        return new Usage(letters.get() == 0 && failure != null ? 0 : prompt.tokens(), out, 0);
    }

    void priced(Usage usage) {
        priced = usage;
    }

    // The reader's side

    @Override
    public Piece next(Duration atMost) throws InterruptedException {
        if (last != null) {
            return last;
        }
        long now = nanos.getAsLong();
        long patience = begunToRead
                ? Math.min(left(lastPiece, options.idle(), now), left(begun, options.whole(), now))
                : left(begun, options.firstToken(), now);
        @Nullable Piece piece = pieces.poll(Math.max(0, Math.min(patience, atMost.toNanos())), TimeUnit.NANOSECONDS);
        if (piece == null) {
            return patience <= atMost.toNanos() ? giveUp() : new Silence();
        }
        lastPiece = nanos.getAsLong();
        if (piece instanceof Text || piece instanceof ToolCall) {
            begunToRead = true;
        } else {
            last = piece instanceof Ended ? new Ended(priced) : piece;
            return last;
        }
        return piece;
    }

    private static long left(long since, Duration allowed, long now) {
        return allowed.toNanos() - (now - since);
    }

    private Piece giveUp() {
        boolean whole = left(begun, options.whole(), nanos.getAsLong()) <= 0;
        Failure why = !begunToRead ? Failure.NO_FIRST_TOKEN : whole ? Failure.TOO_LONG : Failure.STALLED;
        failure = why;
        Failed failed = new Failed(why, "nothing came in time");
        last = failed;
        cancel(why);
        return failed;
    }

    @Override
    public void close() {
        if (last == null) {
            failure = failure == null ? Failure.CANCELLED : failure;
            last = new Failed(Failure.CANCELLED, "");
        }
        cancel(Failure.CANCELLED);
    }

    private void cancel(Failure why) {
        closed = true;
        Call current = call;
        if (current != null) {
            current.cancel(why);
        }
    }
}
