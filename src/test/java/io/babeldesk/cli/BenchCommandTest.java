package io.babeldesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.Assembly;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every benchmark on a tiny scale, of a tiny base. How fast anything was is not looked at. */
final class BenchCommandTest {

    private static final List<String> TINY =
            List.of("--passages", "24", "--seconds", "0", "--searches", "6", "--questions", "8", "--starts", "1");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int bench(String... arguments) {
        FolderOnDisk.in(root);
        List<String> all = new ArrayList<>(List.of("bench", "--knowledge-base", root.toString()));
        all.addAll(List.of(arguments));
        all.addAll(TINY);
        return new CommandLineEntry(new Assembly(), print(out), print(errors)).run(all.toArray(String[]::new));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void printsWhatItMeasuredBesideItsYardstickAsJsonAndLeavesNothingBehind() throws Exception {
        Set<Long> before = children();

        assertThat(bench("--json")).as(errors.toString(StandardCharsets.UTF_8)).isZero();

        JsonNode printed = new ObjectMapper().readTree(out.toByteArray());
        assertThat(printed.at("/machine/cores").asInt()).isPositive();
        Set<String> measured = new TreeSet<>();
        assertThat(printed.path("figures")).allSatisfy(figure -> {
            measured.add(figure.path("bench").asText());
            assertThat(figure.path("measure").asText()).isNotEmpty();
            assertThat(figure.path("against").asText()).isNotEmpty();
            assertThat(figure.path("babeldesk").asDouble()).isPositive();
            assertThat(figure.path("yardstick").asDouble()).isPositive();
            assertThat(figure.path("ratio").asDouble()).isPositive();
        });
        assertThat(measured).containsExactly("answer", "desk", "memory", "search", "start");
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("start: ", "memory: ", "answer: ", "search: ");
        assertThat(foldersOfThisProcess()).isEmpty();
        assertThat(before).containsAll(children());
    }

    @Test
    void printsATableAloneOnStandardOutput() {
        assertThat(bench("search")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
                .first()
                .asString()
                .matches("bench +measure +babeldesk +yardstick +ratio +against");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).matches("search  p(50|99), .+, ms +[0-9.]+ +[0-9.]+ +[0-9.]+  Lucene.*"));
    }

    @Test
    void namesTheBenchesWhereOneIsUnknown() {
        assertThat(bench("speed")).isEqualTo(2);

        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("speed", "search", "answer", "start", "memory");
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    /** Other processes may be measuring at the same time. */
    private static List<Path> foldersOfThisProcess() throws Exception {
        String ours = "babeldesk-bench-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(ours))
                    .toList();
        }
    }
}
