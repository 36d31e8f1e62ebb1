package io.babeldesk.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Who a request comes from. Forwarded headers can be written by anyone, so that they count only as far as a trusted
 * proxy vouches for them: from the right, up to the first address that is not one.
 */
final class Proxies {

    private final List<Network> trusted;

    /** @param trusted addresses and networks, {@code 10.0.0.0/8} */
    Proxies(List<String> trusted) {
        this.trusted = trusted.stream().map(Network::of).toList();
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
        byte[] bytes = bytesOf(client);
        return bytes.length == 16 ? Arrays.toString(Arrays.copyOf(bytes, 8)) : client;
    }

    /** {@code https} if the browser's side of the proxy is. */
    String schemeOf(Context ctx) {
        String forwarded = Objects.requireNonNullElse(ctx.header("X-Forwarded-Proto"), "");
        boolean https = "https".equalsIgnoreCase(forwarded.strip())
                && isTrusted(ctx.req().getRemoteAddr());
        return https ? "https" : ctx.req().getScheme();
    }

    private boolean isTrusted(String address) {
        byte[] bytes = bytesOf(address);
        return bytes.length > 0 && trusted.stream().anyMatch(network -> network.contains(bytes));
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

    /** None for what is not an address. Names are never looked up. */
    private static byte[] bytesOf(String address) {
        String bare = address.replace("[", "").replace("]", "");
        if (!bare.matches("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            return new byte[0];
        }
        try {
            return InetAddress.ofLiteral(bare).getAddress();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** All addresses whose first {@code bits} bits are those of {@code prefix}. */
    private static final class Network {

        private final byte[] prefix;
        private final int bits;

        private Network(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Network of(String written) {
            String[] parts = written.split("/", 2);
            byte[] prefix = bytesOf(parts[0]);
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : prefix.length * 8;
            if (prefix.length == 0 || bits > prefix.length * 8) {
                throw new IllegalArgumentException("TRUSTED_PROXIES has '" + written
                        + "': expected an address or a network such as 10.0.0.0/8. Correct it.");
            }
            return new Network(prefix, bits);
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
