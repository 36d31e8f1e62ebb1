package io.babeldesk.answer.llm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server on a real socket that speaks the OpenAI dialect as well, or as badly, as a test wants. */
final class FaultyModelServer implements AutoCloseable {

    /** What the server does with one request. */
    @FunctionalInterface
    interface Manner {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<Manner> manners;
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger hangUps = new AtomicInteger();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    final List<String> paths = new CopyOnWriteArrayList<>();

    /** @param manners one a request; the last one for all that follow */
    FaultyModelServer(Manner... manners) throws IOException {
        this.manners = List.of(manners);
        this.socket = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            String line = in.readLine();
            if (line == null) {
                return;
            }
            paths.add(line.split(" ", -1)[1]);
            int length = 0;
            for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
                if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            StringBuilder body = new StringBuilder();
            int bytes = 0;
            while (bytes < length) {
                int read = in.read();
                body.appendCodePoint(read);
                bytes += Character.toString(read).getBytes(StandardCharsets.UTF_8).length;
            }
            bodies.add(body.toString());
            manners.get(Math.min(requests.getAndIncrement(), manners.size() - 1))
                    .answer(client.getOutputStream());
        } catch (IOException gone) {
            hangUps.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Manners

    static Manner status(int status, String... headers) {
        return out -> write(
                out,
                "HTTP/1.1 " + status + " X\r\nContent-Length: 5\r\nConnection: close\r\n"
                        + String.join(
                                "",
                                List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\nsorry");
    }

    /** Words one after the other, with a pause after each; then the proper end. */
    static Manner words(long pause, String... words) {
        return out -> {
            begin(out);
            for (String word : words) {
                word(out, word);
                Thread.sleep(pause);
            }
            end(out);
        };
    }

    static void begin(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    }

    static void word(OutputStream out, String word) throws IOException {
        event(
                out,
                "{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                        + word.replace("\n", "\\n").replace("\"", "\\\"") + "\"},\"finish_reason\":null}]}");
    }

    static void end(OutputStream out) throws IOException {
        event(
                out,
                "{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
        event(
                out,
                "{\"id\":\"1\",\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":100,"
                        + "\"completion_tokens\":20,\"total_tokens\":120}}");
        event(out, "[DONE]");
    }

    static void event(OutputStream out, String data) throws IOException {
        write(out, "data: " + data + "\n\n");
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
