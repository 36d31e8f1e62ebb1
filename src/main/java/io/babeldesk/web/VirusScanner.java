package io.babeldesk.web;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has files looked through for viruses by a ClamAV daemon, by its command {@code INSTREAM} (see {@code man clamd}). Safe for
 * use by many threads, each call has a connection of its own.
 */
public final class VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);

    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;

    /** What the daemon answers is a line. */
    private static final int LONGEST_ANSWER = 1_024;

    private final Optional<InetSocketAddress> daemon;
    private final Duration patience;

    /**
     * @param daemon where it listens; without one nothing is looked through
     * @param patience how long it may take to be reached, and how long it may be silent
     */
    public VirusScanner(Optional<InetSocketAddress> daemon, Duration patience) {
        this.daemon = daemon;
        this.patience = patience;
    }

    /** What is known of a file. */
    enum Verdict {
        CLEAN,
        INFECTED,
        /** There is no daemon, or it did not say. */
        UNKNOWN
    }

    Verdict scan(byte[] file) {
        if (daemon.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        InetSocketAddress address = daemon.get();
        int millis = Math.toIntExact(patience.toMillis());
        try (Socket socket = new Socket()) {
            // Resolved anew: a daemon may have moved since the start.
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), millis);
            socket.setSoTimeout(millis);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(COMMAND);
            for (int at = 0; at < file.length; at += CHUNK) {
                int length = Math.min(CHUNK, file.length - at);
                out.writeInt(length);
                out.write(file, at, length);
            }
            out.writeInt(0);
            out.flush();
            return read(socket);
        } catch (IOException e) {
            LOG.warn(
                    "the virus scanner at {}:{} did not look through a file: {}",
                    address.getHostString(),
                    address.getPort(),
                    e.toString());
            return Verdict.UNKNOWN;
        }
    }

    private static Verdict read(Socket socket) throws IOException {
        byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
        String said =
                new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        if (said.endsWith(" FOUND")) {
            LOG.warn("a shopper's file was refused: {}", said);
            return Verdict.INFECTED;
        }
        if (said.endsWith(": OK")) {
            return Verdict.CLEAN;
        }
        throw new IOException("it answered " + Arrays.toString(said.split("\n", 2)));
    }
}
