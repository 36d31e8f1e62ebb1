package io.babeldesk.answer;

import java.time.Duration;
import java.util.Map;

/**
 * A model's words as they come. For one reader. Closing it early stops the model, down to the connection.
 */
public interface ModelStream extends AutoCloseable {

    /**
     * Waits for the next piece. After {@link Ended} or {@link Failed} the same comes again.
     *
     * @return {@link Silence} if nothing came in that time
     */
    Piece next(Duration atMost) throws InterruptedException;

    @Override
    void close();

    /** What comes out of a stream. */
    sealed interface Piece {}

    /** Words; any part of a sentence. */
    record Text(String text) implements Piece {}

    /**
     * The model asks for a tool.
     *
     * @param arguments by name; empty where they could not be understood
     */
    record ToolCall(String tool, Map<String, String> arguments) implements Piece {}

    /** Nothing yet. */
    record Silence() implements Piece {}

    /** All has been said. */
    record Ended(Usage usage) implements Piece {}

    /** It broke off; what had come before may end in the middle of a word. */
    record Failed(Failure why, String detail) implements Piece {}

    /**
     * What it took.
     *
     * @param cost in the currency of the operator's price table; 0 without one
     */
    record Usage(int tokensIn, int tokensOut, double cost) {
        public static final Usage NONE = new Usage(0, 0, 0);

        public Usage plus(Usage more) {
            return new Usage(tokensIn + more.tokensIn, tokensOut + more.tokensOut, cost + more.cost);
        }
    }

    /** Why a model said nothing more. */
    enum Failure {
        OVER_BUDGET,
        RESTING,
        BUSY,
        UNREACHABLE,
        RATE_LIMITED,
        REFUSED,
        SERVER_ERROR,
        NO_HEADERS,
        NO_FIRST_TOKEN,
        STALLED,
        CUT,
        GARBLED,
        EMPTY,
        TOO_LONG,
        CANCELLED
    }
}
