package io.babeldesk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, started with the Java, the options and the class path of this one. */
final class Program implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://[^\\s/]+");
    private static final long GRACE_SECONDS = 15;

    private final Process process;
    private final BufferedReader output;

    private Program(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Program start(String mainClass, List<String> arguments, Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(Program::isForChildren)
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        settings.forEach((key, value) -> builder.environment().put("BABELDESK_" + key, value));
        try {
            return new Program(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("this Java could not be started once more", e);
        }
    }

    /** Agents and debuggers measure this process; a second one would be in their way. */
    private static boolean isForChildren(String option) {
        return !option.startsWith("-javaagent") && !option.startsWith("-agent");
    }

    /** Where it listens, as soon as it says so. */
    URI address() {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    return URI.create(address.group());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the output of a started program cannot be read", e);
        }
        throw new IllegalStateException("a started program ended without saying where it listens; "
                + "start it by hand to see why: " + process.info().commandLine().orElse("unknown"));
    }

    /** Resident memory, in megabytes of a million bytes. */
    double resident() {
        return kilobytes("VmRSS") * 1024 / 1e6;
    }

    /** The most that it has ever been; where the system does not tell, what it is now. */
    double mostResident() {
        return kilobytes("VmHWM") * 1024 / 1e6;
    }

    private double kilobytes(String line) {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        try {
            if (Files.isReadable(status)) {
                String text = Files.readString(status);
                Matcher value = Pattern.compile(line + ":\\s*(\\d+) kB").matcher(text);
                if (value.find()) {
                    return Double.parseDouble(value.group(1));
                }
            }
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            try (BufferedReader said = ps.inputReader()) {
                return Double.parseDouble(String.valueOf(said.readLine()).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("neither /proc nor ps tells the memory of a process", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
