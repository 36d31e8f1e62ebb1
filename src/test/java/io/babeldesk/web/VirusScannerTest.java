package io.babeldesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.web.VirusScanner.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirusScannerTest {

    private static final byte[] FILE = "%PDF-".getBytes(UTF_8);

    private static Verdict scan(InetSocketAddress address, byte[] file) {
        return new VirusScanner(Optional.of(address), Duration.ofMillis(500)).scan(file);
    }

    @ParameterizedTest
    @CsvSource({
        "stream: OK,                          CLEAN",
        "stream: Win.Test.EICAR_HDB-1 FOUND,  INFECTED",
        "INSTREAM size limit exceeded. ERROR, UNKNOWN",
        "'',                                  UNKNOWN",
        "<html>404</html>,                    UNKNOWN"
    })
    void saysWhatTheDaemonSays(String answer, Verdict verdict) throws IOException {
        try (VirusDaemon daemon = new VirusDaemon(file -> answer)) {
            assertThat(scan(daemon.address(), FILE)).isEqualTo(verdict);
        }
    }

    @Test
    void theWholeFileIsLookedThrough() throws IOException {
        byte[] file = (" ".repeat(200_000) + "VIRUS").getBytes(UTF_8);
        try (VirusDaemon daemon = new VirusDaemon(VirusDaemon.LOOKING)) {
            assertThat(scan(daemon.address(), file)).isEqualTo(Verdict.INFECTED);
            assertThat(scan(daemon.address(), " ".repeat(200_000).getBytes(UTF_8)))
                    .isEqualTo(Verdict.CLEAN);
        }
    }

    @Test
    void aDaemonThatIsGoneOrSilentIsNotWaitedFor() throws IOException {
        InetSocketAddress there;
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            there = InetSocketAddress.createUnresolved("localhost", silent.getLocalPort());
            assertThat(scan(there, FILE)).isEqualTo(Verdict.UNKNOWN);
        }
        assertThat(scan(there, FILE)).isEqualTo(Verdict.UNKNOWN);
        assertThat(scan(InetSocketAddress.createUnresolved("no.such.host.invalid", 3310), FILE))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(new VirusScanner(Optional.empty(), Duration.ofSeconds(1)).scan(FILE))
                .isEqualTo(Verdict.UNKNOWN);
    }
}
