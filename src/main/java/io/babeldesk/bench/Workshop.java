package io.babeldesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a benchmark uses up: folders and processes. All are gone when it closes, and also when the user stops it. */
final class Workshop implements AutoCloseable {

    private final Path root;
    private final Deque<Program> programs = new ArrayDeque<>();
    private final Thread cleaner = Thread.ofPlatform().name("bench-cleaner").unstarted(this::clean);
    private int folders;

    Workshop() {
        try {
            this.root = Files.createTempDirectory(
                    "babeldesk-bench-" + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for temporary files cannot be written to", e);
        }
        Runtime.getRuntime().addShutdownHook(cleaner);
    }

    /** Settings of a service on a free port with an empty data folder, whose limits no benchmark reaches. */
    synchronized Map<String, String> settings(Path knowledgeBase) {
        String plenty = "1000000/1s";
        return Map.of(
                "HOST",
                "127.0.0.1",
                "PORT",
                "0",
                "DATA",
                root.resolve("run-" + folders++).resolve("data").toString(),
                "KNOWLEDGE_BASE",
                knowledgeBase.toAbsolutePath().toString(),
                "LIMIT_OPEN_SESSION",
                plenty,
                "LIMIT_OPEN_CONVERSATION",
                plenty,
                "LIMIT_SEND_MESSAGE",
                plenty,
                "LIMIT_ACT",
                plenty);
    }

    synchronized Program start(String mainClass, List<String> arguments, Map<String, String> settings) {
        Program program = Program.start(mainClass, arguments, settings);
        programs.push(program);
        return program;
    }

    private synchronized void clean() {
        programs.forEach(Program::close);
        programs.clear();
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + " could not be removed; remove it by hand", e);
        }
    }

    @Override
    public void close() {
        clean();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) {
            // Already shutting down: the cleaner runs by itself, and finds nothing left to do.
            return;
        }
    }
}
