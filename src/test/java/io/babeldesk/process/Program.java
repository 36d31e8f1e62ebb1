package io.babeldesk.process;

import io.babeldesk.Assembly;
import io.babeldesk.cli.CommandLineEntry;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Babeldesk as its users run it: a process of its own with its own data folder. */
final class Program implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final URI url;

    private Program(Process process, BufferedReader output, URI url) {
        this.process = process;
        this.output = output;
        this.url = url;
    }

    /** What a command printed and how it ended. */
    record Ended(int code, String output, String errors) {}

    /** Starts the service and waits until it listens. */
    static Program serve(Path data, Path knowledgeBase) throws IOException {
        return serveWith(
                List.of(
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        data.toString(),
                        "--knowledge-base",
                        knowledgeBase.toString()),
                Map.of());
    }

    /** Starts the service with these arguments and settings. */
    static Program serveWith(List<String> arguments, Map<String, String> environment) throws IOException {
        ProcessBuilder command =
                command(arguments.toArray(String[]::new)).redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment().putAll(environment);
        Process process = command.start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null || !line.startsWith("Demo shop:")) {
            process.destroyForcibly();
            throw new IOException("the service did not start; it printed: " + line);
        }
        return new Program(
                process, output, URI.create(line.substring(line.indexOf("http")).strip()));
    }

    /** Runs a command to its end in this process: where it is the words that matter, another would only take its time. */
    static Ended here(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = new CommandLineEntry(new Assembly(), print(output), print(errors)).run(arguments);
        return new Ended(code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.babeldesk.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    URI url() {
        return url;
    }

    /** What it prints next; waits for it. */
    String nextLine() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** The end that nobody can prepare for: kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** A stop signal; answers the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the service did not end within 30 seconds of a stop signal");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
