package io.babeldesk.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;

/** A line between browser and service that can be made to break, in either direction and at any byte. */
final class LossyLine implements AutoCloseable {

    /** The longest way, in bytes, from one break to the next. */
    private static final int FARTHEST = 1_500;

    private final ServerSocket entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final URI service;
    private final Random random;
    private int breaksToCome;
    private int bytesToNext;
    private int breaks;

    LossyLine(URI service, long seed) throws IOException {
        this.service = service;
        this.random = new Random(seed);
        Thread.startVirtualThread(this::connect);
    }

    URI url() {
        return service.resolve("http://" + service.getHost() + ":" + entrance.getLocalPort() + "/");
    }

    /** From now on, so many connections break, those that are open included. */
    synchronized void breaks(int times) {
        breaksToCome = times;
        bytesToNext = random.nextInt(FARTHEST);
    }

    synchronized int breaks() {
        return breaks;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private void connect() {
        try {
            while (true) {
                Socket browser = entrance.accept();
                Socket server = new Socket(service.getHost(), service.getPort());
                Thread.startVirtualThread(() -> carry(browser, server));
                Thread.startVirtualThread(() -> carry(server, browser));
            }
        } catch (IOException e) {
            // The line was closed.
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] piece = new byte[256];
        try (from;
                to) {
            for (int size; (size = from.getInputStream().read(piece)) >= 0; ) {
                int carried = carriedOf(size);
                to.getOutputStream().write(piece, 0, carried);
                if (carried < size) {
                    // Without a word of goodbye.
                    from.setSoLinger(true, 0);
                    to.setSoLinger(true, 0);
                    return;
                }
            }
        } catch (IOException e) {
            // One of the two has gone, and so does the other.
        }
    }

    private synchronized int carriedOf(int bytes) {
        if (breaksToCome == 0 || bytes <= bytesToNext) {
            bytesToNext -= bytes;
            return bytes;
        }
        int carried = Math.max(0, bytesToNext);
        bytesToNext = random.nextInt(FARTHEST);
        breaksToCome--;
        breaks++;
        return carried;
    }
}
