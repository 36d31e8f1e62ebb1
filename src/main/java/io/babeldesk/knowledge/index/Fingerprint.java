package io.babeldesk.knowledge.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a text by its content: the first half of its SHA-256. */
record Fingerprint(long first, long second) {

    static Fingerprint of(String text) {
        try {
            return read(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static Fingerprint parse(String written) {
        byte[] bytes = HexFormat.of().parseHex(written);
        if (bytes.length != 2 * Long.BYTES) {
            throw new IllegalArgumentException("a key has " + 2 * Long.BYTES + " bytes, this one " + bytes.length);
        }
        return read(bytes);
    }

    private static Fingerprint read(byte[] bytes) {
        ByteBuffer digits = ByteBuffer.wrap(bytes);
        return new Fingerprint(digits.getLong(), digits.getLong());
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(first) + HexFormat.of().toHexDigits(second);
    }
}
