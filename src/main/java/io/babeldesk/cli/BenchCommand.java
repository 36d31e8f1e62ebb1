package io.babeldesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.bench.Benches;
import io.babeldesk.bench.Benches.Subject;
import io.babeldesk.bench.Figure;
import io.babeldesk.bench.Size;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the product. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the product against bare yardsticks in the same run; ends within a few minutes.")
final class BenchCommand implements Callable<Integer> {

    private final Services services;
    private final PrintStream out;
    private final PrintStream errors;

    @Mixin
    private final Folders folders = new Folders();

    @Parameters(
            paramLabel = "BENCH",
            arity = "0..1",
            defaultValue = "all",
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Which which = Which.all;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean asJson;

    @Option(names = "--passages", defaultValue = "50000", description = "Passages to search (${DEFAULT-VALUE}).")
    private int passages;

    @Option(names = "--seconds", defaultValue = "12", description = "For each comparison, about (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--searches", defaultValue = "600", description = "Searches in a block (${DEFAULT-VALUE}).")
    private int searches;

    @Option(
            names = "--questions",
            defaultValue = "1000",
            description = "Questions before memory is measured (${DEFAULT-VALUE}).")
    private int questions;

    @Option(names = "--starts", defaultValue = "5", description = "Starts of each program (${DEFAULT-VALUE}).")
    private int starts;

    BenchCommand(Services services, PrintStream out, PrintStream errors) {
        this.services = services;
        this.out = out;
        this.errors = errors;
    }

    /** Named as they are written on the command line. */
    @SuppressWarnings("java:S115")
    enum Which {
        search,
        answer,
        desk,
        start,
        memory,
        all
    }

    @FunctionalInterface
    private interface Bench {
        List<Figure> figures(Subject subject, Size size, Consumer<String> progress);
    }

    private record Printed(
            String bench,
            String measure,
            String unit,
            double babeldesk,
            String against,
            double yardstick,
            double ratio) {
        static Printed of(Figure figure) {
            return new Printed(
                    figure.bench(),
                    figure.measure(),
                    figure.unit(),
                    rounded(figure.babeldesk()),
                    figure.against(),
                    rounded(figure.yardstick()),
                    rounded(figure.ratio()));
        }
    }

    private record Machine(String java, int cores, String system) {
        static Machine here() {
            return new Machine(
                    System.getProperty("java.version"),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
    }

    private record All(Machine machine, List<Printed> figures) {}

    @Override
    public Integer call() throws JsonProcessingException {
        // The access log of thousands of questions would bury the progress; whoever wants it sets LOG_LEVEL herself.
        if (System.getenv("LOG_LEVEL") == null) {
            System.setProperty("LOG_LEVEL", "WARN");
        }
        Subject subject = subject(services.folder(folders.knowledgeBase));
        Size size = new Size(passages, Duration.ofSeconds(seconds), searches, questions, starts);
        Benches benches = services.benches();
        List<Figure> figures = new ArrayList<>();
        // Processes first: this one is still small, and keeps the machine less busy.
        run(Which.start, benches::start, subject, size, figures);
        run(Which.memory, benches::memory, subject, size, figures);
        run(Which.answer, benches::answer, subject, size, figures);
        run(Which.desk, benches::desk, subject, size, figures);
        run(Which.search, benches::search, subject, size, figures);
        List<Printed> printed = figures.stream().map(Printed::of).toList();
        out.println(asJson ? new ObjectMapper().writeValueAsString(new All(Machine.here(), printed)) : table(printed));
        return ExitCode.DONE;
    }

    private void run(Which one, Bench bench, Subject subject, Size size, List<Figure> figures) {
        if (which == one || which == Which.all) {
            figures.addAll(bench.figures(subject, size, errors::println));
        }
    }

    private static Subject subject(KnowledgeFolder folder) {
        Edition edition = folder.read()
                .edition()
                .orElseThrow(() -> new Failure("The knowledge base in " + folder.root()
                        + " has errors; name them by './babeldesk kb check' and mend them."));
        return new Subject(folder.root(), edition);
    }

    private static String table(List<Printed> figures) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%-7s %-32s %10s %10s %7s  %s%n",
                "bench",
                "measure",
                "babeldesk",
                "yardstick",
                "ratio",
                "against"));
        for (Printed figure : figures) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-7s %-32s %10s %10s %7.2f  %s%n",
                    figure.bench(),
                    figure.measure() + ", " + figure.unit(),
                    number(figure.babeldesk()),
                    number(figure.yardstick()),
                    figure.ratio(),
                    figure.against()));
        }
        return table.toString().stripTrailing();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
