package io.babeldesk.answer.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import io.babeldesk.answer.ModelStream.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the library tells into a stream. It never throws, since the library would call it on and on. A response
 * without a reason for its end was cut off, though the library reports it as complete.
 */
final class WireHandler implements StreamingChatResponseHandler {

    private final QueuedStream stream;
    private final Call call;
    private @Nullable WireFailure failure;
    private boolean complete;

    WireHandler(QueuedStream stream, Call call) {
        this.stream = stream;
        this.call = call;
    }

    /** Null if all was said. */
    @Nullable
    WireFailure failure() {
        Failure cancelled = call.cancelled();
        if (cancelled != null) {
            return new WireFailure(cancelled, "cancelled", Optional.empty());
        }
        if (failure == null && !complete) {
            return new WireFailure(Failure.CUT, "the stream ended without an answer", Optional.empty());
        }
        return failure;
    }

    @Override
    public void onPartialResponse(String text) {
        if (text != null && !text.isEmpty() && !stream.put(text)) {
            call.cancel(Failure.TOO_LONG);
        }
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall tool) {
        stream.put(
                tool.toolExecutionRequest().name(), tool.toolExecutionRequest().arguments());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        complete = true;
        FinishReason reason = response.finishReason();
        if (reason == null) {
            failure = new WireFailure(Failure.CUT, "the stream broke off", Optional.empty());
        } else if (reason == FinishReason.CONTENT_FILTER) {
            failure = new WireFailure(Failure.REFUSED, "the server filtered its answer", Optional.empty());
        }
        if (response.tokenUsage() != null) {
            stream.used(
                    response.tokenUsage().inputTokenCount(),
                    response.tokenUsage().outputTokenCount());
        }
    }

    @Override
    public void onError(Throwable error) {
        if (failure == null) {
            failure = find(error);
        }
    }

    /** The library wraps what the wire threw. */
    private static WireFailure find(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof WireFailure known) {
                return known;
            }
        }
        return new WireFailure(Failure.GARBLED, String.valueOf(error.getMessage()), Optional.empty());
    }
}
