package io.babeldesk.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Files that come with the program, kept in memory once they were asked for, and packed ones for who takes them. */
final class PackedFiles {

    /** Made by the build, as best as it can be packed. */
    private static final Map<String, String> PACKED = new TreeMap<>(Map.of("br", ".br", "gzip", ".gz"));

    private final Function<String, Optional<byte[]>> source;
    private final Map<String, byte[]> loaded = new ConcurrentHashMap<>();

    /** @param source the content of a file by its path, which begins with a slash */
    PackedFiles(Function<String, Optional<byte[]>> source) {
        this.source = source;
    }

    /** @throws Problem if there is no such file */
    byte[] of(String path) {
        return find(path).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    }

    /** Answers with a file, packed as well as the caller can unpack. */
    void answer(Context ctx, String path, String type) {
        ctx.res().addHeader("Vary", "Accept-Encoding");
        String accepted = Objects.requireNonNullElse(ctx.header("Accept-Encoding"), "");
        for (Map.Entry<String, String> packing : PACKED.entrySet()) {
            Optional<byte[]> packed =
                    accepted.contains(packing.getKey()) ? find(path + packing.getValue()) : Optional.empty();
            if (packed.isPresent()) {
                ctx.header("Content-Encoding", packing.getKey());
                Etags.answer(ctx.disableCompression(), type, packed.get());
                return;
            }
        }
        Etags.answer(ctx, type, of(path));
    }

    Optional<byte[]> find(String path) {
        byte[] known = loaded.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        // What is not there is not noted, or made-up names would fill the memory.
        Optional<byte[]> content = source.apply(path);
        content.ifPresent(bytes -> loaded.put(path, bytes));
        return content;
    }
}
