package io.babeldesk.answer.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.babeldesk.answer.ModelStream.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The wire below the library. It reads a stream in the caller's own thread, so that a slow reader slows the server and
 * no pool runs out; it can be cancelled at any moment; and it tells what the library's own client does not: when to come
 * back, and that the server took too long to begin. Safe for use by many threads.
 */
final class WireClient implements HttpClient {

    /** The request that the current thread makes. */
    static final ScopedValue<Call> CALL = ScopedValue.newInstance();

    private final java.net.http.HttpClient client;
    private final Duration headers;

    WireClient(java.net.http.HttpClient client, Duration headers) {
        this.client = client;
        this.headers = headers;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (InputStream body = send(request).body()) {
            return SuccessfulHttpResponse.builder()
                    .statusCode(200)
                    .body(body.readAllBytes())
                    .build();
        } catch (IOException e) {
            throw new WireFailure(Failure.CUT, "the response broke off", Optional.empty());
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        HttpResponse<InputStream> response;
        try {
            response = send(request);
        } catch (WireFailure failed) {
            listener.onError(failed);
            return;
        }
        listener.onOpen(SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .build());
        try (InputStream body = response.body()) {
            parser.parse(body, listener);
            listener.onClose();
        } catch (IOException | RuntimeException broken) {
            listener.onError(new WireFailure(Failure.CUT, "the stream broke off", Optional.empty()));
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        java.net.http.HttpRequest.Builder built = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        Optional.ofNullable(request.body()).orElse("")));
        request.headers().forEach((name, values) -> values.forEach(value -> built.header(name, value)));
        CompletableFuture<HttpResponse<InputStream>> sent =
                client.sendAsync(built.build(), HttpResponse.BodyHandlers.ofInputStream());
        CALL.get().awaits(sent);
        HttpResponse<InputStream> response = await(sent);
        CALL.get().reads(response.body());
        if (response.statusCode() / 100 != 2) {
            throw failure(response);
        }
        return response;
    }

    private HttpResponse<InputStream> await(CompletableFuture<HttpResponse<InputStream>> sent) {
        try {
            return sent.get(headers.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new WireFailure(Failure.NO_HEADERS, "no response within " + headers, Optional.empty());
        } catch (CancellationException e) {
            throw new WireFailure(Failure.CANCELLED, "cancelled", Optional.empty());
        } catch (ExecutionException e) {
            String cause = String.valueOf(e.getCause() == null ? e : e.getCause());
            throw new WireFailure(Failure.UNREACHABLE, cause, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireFailure(Failure.CANCELLED, "interrupted", Optional.empty());
        }
    }

    private static WireFailure failure(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        Failure why = status == 429
                ? Failure.RATE_LIMITED
                : status / 100 == 5 || status == 408 ? Failure.SERVER_ERROR : Failure.REFUSED;
        Optional<Duration> retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.strip().matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.strip())));
        try {
            // What it says stays unread: servers repeat what they were sent, and that is a shopper's.
            response.body().close();
        } catch (IOException gone) {
            return new WireFailure(why, "HTTP " + status, retryAfter);
        }
        return new WireFailure(why, "HTTP " + status, retryAfter);
    }

    /** Hands out the one client; the library's own time-outs are not used. */
    static final class Builder implements HttpClientBuilder {
        private final WireClient client;

        Builder(WireClient client) {
            this.client = client;
        }

        @Override
        public Duration connectTimeout() {
            return client.headers;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return client.headers;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
