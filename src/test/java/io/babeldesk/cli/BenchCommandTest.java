package io.babeldesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.Assembly;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every benchmark on a tiny scale. How fast anything was is not looked at. */
final class BenchCommandTest {

    private static final List<String> TINY =
            List.of("--passages", "96", "--seconds", "0", "--searches", "24", "--questions", "16", "--starts", "1");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int bench(String... arguments) {
        List<String> all = new ArrayList<>(List.of("bench"));
        all.addAll(List.of(arguments));
        all.addAll(TINY);
        return new CommandLineEntry(new Assembly(), print(out), print(errors)).run(all.toArray(String[]::new));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "answer", "start", "memory"})
    void printsWhatItMeasuredBesideItsYardstickAsJsonAndLeavesNothingBehind(String which) throws Exception {
        Set<String> before = temporary();
        long children = ProcessHandle.current().children().count();

        assertThat(bench(which, "--json"))
                .as(errors.toString(StandardCharsets.UTF_8))
                .isZero();

        JsonNode printed = new ObjectMapper().readTree(out.toByteArray());
        assertThat(printed.at("/machine/cores").asInt()).isPositive();
        assertThat(printed.path("figures")).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.path("bench").asText()).isEqualTo(which);
            assertThat(figure.path("measure").asText()).isNotEmpty();
            assertThat(figure.path("against").asText()).isNotEmpty();
            assertThat(figure.path("babeldesk").asDouble()).isPositive();
            assertThat(figure.path("yardstick").asDouble()).isPositive();
            assertThat(figure.path("ratio").asDouble()).isPositive();
        });
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(which + ": ");
        assertThat(temporary()).isEqualTo(before);
        assertThat(ProcessHandle.current().children().count()).isEqualTo(children);
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

    private static Set<String> temporary() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            Set<String> ours = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("babeldesk-bench-"))
                    .forEach(ours::add);
            return ours;
        }
    }
}
