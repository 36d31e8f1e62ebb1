package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.desk.Role;
import io.babeldesk.settings.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which cookie is set depends on what the browser speaks; where a password would be seen, none is. */
class AgentCookieTest extends StaffVocabulary {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -                    | - | localhost:7070   | -     | babeldesk_session
            -                    | - | 127.0.0.1:7070   | -     | babeldesk_session
            -                    | - | [::1]:7070       | -     | babeldesk_session
            -                    | - | chat.example     | -     | -
            -                    | - | 192.168.1.20     | -     | -
            -                    | - | chat.example     | https | -
            -                    | 1 | chat.example     | https | __Host-babeldesk
            -                    | 1 | chat.example     | http  | -
            -                    | 1 | localhost:7070   | http  | babeldesk_session
            https://chat.example | - | chat.example     | -     | __Host-babeldesk
            https://chat.example | - | 10.0.0.7         | -     | __Host-babeldesk
            https://chat.example | 1 | chat.example     | http  | -
            https://chat.example | 1 | chat.example     | https | __Host-babeldesk
            http://chat.example  | - | chat.example     | -     | -
            http://localhost     | - | localhost        | -     | babeldesk_session
            """, delimiter = '|')
    void byWhatTheBrowserSpeaks(String publicUrl, String trusted, String host, String forwarded, String cookie)
            throws IOException {
        hired("mara", Role.AGENT);
        WebOptions usual = options(Map.of());
        try (WebServer other = serverWith(new WebOptions(
                usual.host(),
                0,
                Optional.ofNullable(publicUrl).map(URI::create),
                List.of(),
                trusted == null
                        ? List.of()
                        : List.of(Network.read("127.0.0.0/8").orElseThrow()),
                usual.identitySecret(),
                usual.sessionLength(),
                usual.textLimit(),
                usual.bodyLimit(),
                usual.rates(),
                usual.heartbeat(),
                usual.stalledAfter(),
                usual.drain()))) {
            other.start();
            String response = login(other.port(), host, forwarded);
            if (cookie == null) {
                assertThat(response)
                        .contains(" 403 ")
                        .contains("insecure-connection")
                        .doesNotContain("Set-Cookie");
            } else {
                assertThat(response).contains(" 200 ").contains("Set-Cookie: " + cookie + "=");
                assertThat(response.contains("; Secure")).isEqualTo(cookie.startsWith("__Host-"));
            }
        }
    }

    private static String login(int port, String host, String forwarded) throws IOException {
        String body = object(Map.of("username", "mara", "password", PASSWORD));
        String proxy = forwarded == null ? "" : "X-Forwarded-Proto: " + forwarded + "\r\n";
        String request = "POST /agent/v1/login HTTP/1.1\r\nHost: " + host + "\r\n" + proxy
                + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
