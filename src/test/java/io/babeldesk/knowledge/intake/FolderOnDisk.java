package io.babeldesk.knowledge.intake;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.intake.KnowledgeFolder.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A knowledge folder that a test writes: at first a shop with one fact and one article, free of findings. */
public final class FolderOnDisk {

    /** The first of December 2026. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);

    public static final String ARTICLE = "articles/returns/return-window/en.md";

    private static final String SHOP = """
            site: demo
            name: Larkwell
            default_language: en
            languages: [en]
            markets: [US, DE]
            contact:
              email: help@larkwell.example
              phone: +44 20 7946 0958
              page: https://larkwell.example/contact
            privacy_page: https://larkwell.example/privacy
            hours:
              time_zone: Europe/Berlin
              monday: 08:00-20:00
            """;

    private static final String POLICIES = """
            facts:
              returns.window:
                rule: RET-01
                kind: period
                default: 30 days
            """;

    private final Path root;

    private FolderOnDisk(Path root) {
        this.root = root;
    }

    /** @param root an empty folder */
    public static FolderOnDisk in(Path root) {
        return new FolderOnDisk(root)
                .with("shop.yaml", SHOP)
                .with("policies.yaml", POLICIES)
                .with(ARTICLE, article("returns/return-window", "You can return items within {{returns.window}}."));
    }

    /** Another folder with all its files. */
    public static FolderOnDisk copyOf(Path original, Path root) {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path copy = root.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
            return new FolderOnDisk(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An article with nothing to find fault with. */
    public static String article(String id, String body) {
        return """
               ---
               id: %s
               title: How long can I return things?
               questions: [until when can I return, what is the return window, is it too late to send back]
               ---

               %s
               """.formatted(id, body);
    }

    public FolderOnDisk with(String file, String text) {
        return withBytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public FolderOnDisk withBytes(String file, byte[] bytes) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FolderOnDisk without(String file) {
        try {
            Files.delete(root.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The article of the beginning with another body. */
    public FolderOnDisk saying(String body) {
        return with(ARTICLE, article("returns/return-window", body));
    }

    /** A file with one part of its text replaced. */
    public FolderOnDisk changing(String file, String from, String to) {
        String text = text(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain '" + from + "'");
        }
        return with(file, text.replace(from, to));
    }

    public String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path root() {
        return root;
    }

    public KnowledgeFolder folder() {
        return new KnowledgeFolder(root, CLOCK);
    }

    public Reading read() {
        return folder().read();
    }

    public Edition edition() {
        Reading reading = read();
        return reading.edition()
                .orElseThrow(() -> new AssertionError(
                        reading.findings().stream().map(Finding::toString).collect(Collectors.joining("\n"))));
    }
}
