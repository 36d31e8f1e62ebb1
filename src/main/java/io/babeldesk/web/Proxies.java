package io.babeldesk.web;

import io.babeldesk.settings.Network;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who a request comes from. Forwarded headers can be written by anyone, so that they count only as far as a trusted
 * proxy vouches for them: from the right, up to the first address that is not one.
 */
final class Proxies {

    private static final int BYTES_OF_IPV6 = 16;
    private static final int BYTES_OF_HOUSEHOLD = 8;

    private final List<Network> trusted;

    Proxies(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** The peer's address, or the one that the trusted proxies in front saw. */
    String clientOf(Context ctx) {
        String client = ctx.req().getRemoteAddr();
        List<String> hops = forwarded(ctx);
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            client = hops.get(i);
        }
        return client;
    }

    /** The address that limits count by: all of an IPv6 household's addresses are one. */
    String limitKeyOf(Context ctx) {
        String client = clientOf(ctx);
        byte[] bytes = Network.bytesOf(client);
        return bytes.length == BYTES_OF_IPV6 ? Arrays.toString(Arrays.copyOf(bytes, BYTES_OF_HOUSEHOLD)) : client;
    }

    /** {@code https} if the browser's side of the proxy is. */
    String schemeOf(Context ctx) {
        return forwardedScheme(ctx).filter("https"::equals).orElse(ctx.req().getScheme());
    }

    /** What a trusted proxy says that the browser speaks, in lower case. */
    Optional<String> forwardedScheme(Context ctx) {
        return Optional.ofNullable(ctx.header("X-Forwarded-Proto"))
                .filter(header -> isTrusted(ctx.req().getRemoteAddr()))
                .map(header -> header.strip().toLowerCase(Locale.ROOT));
    }

    private boolean isTrusted(String address) {
        byte[] bytes = Network.bytesOf(address);
        return trusted.stream().anyMatch(network -> network.contains(bytes));
    }

    private static List<String> forwarded(Context ctx) {
        List<String> hops = new ArrayList<>();
        ctx.req().getHeaders("X-Forwarded-For").asIterator().forEachRemaining(header -> {
            for (String hop : header.split(",", -1)) {
                hops.add(hop.strip());
            }
        });
        return hops;
    }
}
