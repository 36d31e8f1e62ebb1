package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.settings.Limit;
import io.babeldesk.settings.Network;
import io.babeldesk.settings.Rate;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Behind a proxy on loopback, which is behind another in 10.0.0.0/8. */
class ProxiesTest extends WebVocabulary {

    @Override
    WebOptions options() {
        WebOptions usual = super.options();
        return new WebOptions(
                usual.host(),
                0,
                Optional.empty(),
                List.of("https://only.example"),
                Stream.of("127.0.0.1", "10.0.0.0/8", "::1")
                        .flatMap(network -> Network.read(network).stream())
                        .toList(),
                Optional.empty(),
                usual.sessionLength(),
                usual.textLimit(),
                usual.bodyLimit(),
                Map.of(Limit.OPEN_SESSION, new Rate(1, Duration.ofMinutes(1))),
                usual.heartbeat(),
                usual.stalledAfter(),
                usual.drain());
    }

    @Test
    void clientsAreToldApartByWhatTrustedProxiesSaw() {
        assertThat(openFrom("203.0.113.1")).isEqualTo(200);
        assertThat(openFrom("203.0.113.1")).isEqualTo(429);
        assertThat(openFrom("203.0.113.2, 10.1.2.3")).isEqualTo(200);
        assertThat(openFrom("203.0.113.2")).isEqualTo(429);
    }

    @Test
    void whatAClientPutsInFrontIsNotBelieved() {
        assertThat(openFrom("198.51.100.1, 203.0.113.1")).isEqualTo(200);
        assertThat(openFrom("198.51.100.2, 203.0.113.1, 10.9.9.9")).isEqualTo(429);
    }

    @Test
    void aHouseholdOfAddressesIsOne() {
        assertThat(openFrom("2001:db8:1:2::1")).isEqualTo(200);
        assertThat(openFrom("2001:db8:1:2:ffff::9")).isEqualTo(429);
        assertThat(openFrom("2001:db8:1:3::1")).isEqualTo(200);
    }

    @Test
    void nonsenseIsSomebody() {
        assertThat(openFrom("unknown")).isEqualTo(200);
        assertThat(openFrom("")).isEqualTo(200);
    }

    @Test
    void ourOwnOriginIsHttpsWhereTheProxySaysSo() {
        String host = "127.0.0.1:" + server.port();
        String config = "/api/v1/widget-config?site=demo";
        HttpResponse<String> plain = get(config, "Origin", "https://" + host);
        assertProblem(plain, 403, "origin-not-allowed");
        assertThat(get(config, "Origin", "https://" + host, "X-Forwarded-Proto", "https")
                        .statusCode())
                .isEqualTo(200);
    }

    private int openFrom(String forwarded) {
        return post("/api/v1/session", "{\"site\":\"demo\"}", "X-Forwarded-For", forwarded)
                .statusCode();
    }
}
