package io.babeldesk.settings;

import java.nio.charset.StandardCharsets;

/** Something that must not be shown: {@link #toString} masks it, only {@link #reveal} tells it. */
public record Secret(String reveal) {

    public byte[] bytes() {
        return reveal.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "****";
    }
}
