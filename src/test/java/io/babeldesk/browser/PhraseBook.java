package io.babeldesk.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.babeldesk.answer.llm.FaultyModelServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A model's server that knows a few phrases and what they are in another language. To all else it has nothing to say but
 * three points, which nobody takes for an answer.
 */
final class PhraseBook implements AutoCloseable {

    private final Map<String, String> phrases;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What it was asked, as it was written. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    PhraseBook(Map<String, String> phrases) {
        this.phrases = Map.copyOf(phrases);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
        String last = "";
        for (JsonNode message : request.path("messages")) {
            last = message.path("content").asText();
        }
        asked.add(last);
        String said = last;
        String answer = phrases.entrySet().stream()
                .filter(phrase -> said.contains(phrase.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("…");
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            FaultyModelServer.word(out, answer);
            FaultyModelServer.end(out);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
