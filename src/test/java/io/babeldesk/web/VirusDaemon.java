package io.babeldesk.web;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A ClamAV daemon on this machine, as far as {@code INSTREAM} goes, that answers what a test wants to each file. */
final class VirusDaemon implements Closeable {

    /** Finds what has the word in it. */
    static final UnaryOperator<String> LOOKING =
            file -> file.contains("VIRUS") ? "stream: Test.File FOUND" : "stream: OK";

    private final ServerSocket socket;

    VirusDaemon(UnaryOperator<String> answers) {
        try {
            socket = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> serve(answers));
    }

    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("localhost", socket.getLocalPort());
    }

    private void serve(UnaryOperator<String> answers) {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                DataInputStream in = new DataInputStream(caller.getInputStream());
                String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    file.write(in.readNBytes(length));
                }
                String answer = command.equals("zINSTREAM\0")
                        ? answers.apply(file.toString(StandardCharsets.ISO_8859_1))
                        : "UNKNOWN COMMAND";
                caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The caller, or the test, is gone.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
