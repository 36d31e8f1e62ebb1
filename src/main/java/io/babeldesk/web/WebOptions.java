package io.babeldesk.web;

import io.babeldesk.settings.Limit;
import io.babeldesk.settings.Rate;
import io.babeldesk.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the service appears on the web.
 *
 * @param port 0 takes any free one
 * @param publicUrl how browsers reach it, if not at the address it listens on
 * @param siteOrigins who may embed the chat; with none, loopback
 * @param trustedProxies addresses and networks whose forwarded headers are believed
 * @param identitySecret the key of the shop's server, at least 32 bytes
 * @param sessionLength how long a token is good for
 * @param textLimit of a message, in Unicode characters
 * @param bodyLimit of a request, in bytes
 * @param heartbeat after how much silence a stream shows that it lives
 * @param stalledAfter how long a client may leave its bytes unread before it is cut off
 * @param drain how long running requests may take to end when the service stops
 */
public record WebOptions(
        String host,
        int port,
        Optional<URI> publicUrl,
        List<String> siteOrigins,
        List<String> trustedProxies,
        Optional<Secret> identitySecret,
        Duration sessionLength,
        int textLimit,
        int bodyLimit,
        Map<Limit, Rate> rates,
        Duration heartbeat,
        Duration stalledAfter,
        Duration drain) {

    public static final Duration HEARTBEAT = Duration.ofSeconds(15);
    public static final Duration STALLED_AFTER = Duration.ofSeconds(30);

    public WebOptions {
        Map<Limit, Rate> complete = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            complete.put(limit, rates.getOrDefault(limit, limit.byDefault()));
        }
        rates = Map.copyOf(complete);
        siteOrigins = List.copyOf(siteOrigins);
        trustedProxies = List.copyOf(trustedProxies);
    }
}
