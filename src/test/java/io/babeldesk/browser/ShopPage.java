package io.babeldesk.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A shop's own server with one page at every address, at another origin than the chat's. */
final class ShopPage implements AutoCloseable {

    private final HttpServer server;

    ShopPage(String html) throws IOException {
        this(html, Map.of());
    }

    ShopPage(String html, Map<String, String> headers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** A page with the snippet and nothing else. */
    static String with(URI chat, String attributes, String body) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
                <meta name="viewport" content="width=device-width">
                <script async src="%s" data-site="demo" %s></script></head><body><main>%s</main></body></html>
                """.formatted(chat.resolve("/widget/v1.js"), attributes, body);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
