package io.babeldesk.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files of the program that runs: what it has derived from the shop's files, another program may derive otherwise. */
final class ProgramFiles {

    private ProgramFiles() {}

    /**
     * Names the program by its content: the SHA-256 of its jar, whose manifest names the libraries with their versions, or
     * of all files in the folder of compiled classes where it runs from that.
     */
    static String fingerprint() {
        try {
            Path code = Path.of(ProgramFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(code)) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files cannot be read", e);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException("every Java runtime has SHA-256, and files have paths", e);
        }
    }

    private static List<Path> files(Path code) throws IOException {
        try (Stream<Path> files = Files.walk(code)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
