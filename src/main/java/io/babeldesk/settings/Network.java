package io.babeldesk.settings;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that begin alike: {@code 10.0.0.0/8}, {@code fd00::/8}, or a single one. Names are never looked up. */
public final class Network {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final String written;
    private final byte[] prefix;
    private final int bits;

    private Network(String written, byte[] prefix, int bits) {
        this.written = written;
        this.prefix = prefix;
        this.bits = bits;
    }

    /** Empty if it is neither an address nor a network. */
    public static Optional<Network> read(String written) {
        String[] parts = written.split("/", 2);
        byte[] prefix = bytesOf(parts[0]);
        boolean counted = parts.length == 1 || parts[1].matches("[0-9]{1,3}");
        if (prefix.length == 0 || !counted) {
            return Optional.empty();
        }
        int most = prefix.length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        return bits <= most ? Optional.of(new Network(written, prefix, bits)) : Optional.empty();
    }

    /** @param address as {@link #bytesOf} gives it */
    public boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((address[bit / Byte.SIZE] & mask) != (prefix[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** The 4 or 16 bytes of an address, none if it is not one. */
    public static byte[] bytesOf(String address) {
        String bare = address.replace("[", "").replace("]", "");
        if (!LITERAL.matcher(bare).matches()) {
            return new byte[0];
        }
        try {
            return InetAddress.ofLiteral(bare).getAddress();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return written;
    }
}
