package io.babeldesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.evaluation.Figures;
import io.babeldesk.evaluation.JudgedText;
import io.babeldesk.evaluation.SentimentEvaluation;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.sentiment.MoodModel;
import io.babeldesk.sentiment.SentimentReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Measures the product on files of questions. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "MEASURE",
        description = "Measures the product on files of questions (JSON lines).")
final class EvalCommand implements Runnable {

    private final Services services;
    private final PrintStream out;

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    EvalCommand(Services services, PrintStream out) {
        this.services = services;
        this.out = out;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Name what to measure: retrieval, abstention, sentiment or language.");
        }
    }

    /** What all measures share. */
    static final class Shape {
        @Mixin
        private final Folders folders = new Folders();

        @Option(names = "--json", description = "Prints one JSON object.")
        private boolean json;
    }

    @Command(
            name = "retrieval",
            mixinStandardHelpOptions = true,
            description = "How well documents are found: hit@1, MRR@10 and recall@10, by language.")
    void retrieval(
            @Mixin Shape shape,
            @Option(names = "--corpus", required = true, description = "Lines of id, lang, title?, text, group?.")
                    Path corpus,
            @Option(names = "--queries", required = true, description = "Lines of id, lang, text, group?.")
                    Path queries,
            @Option(names = "--qrels", required = true, description = "Lines of query, document, grade, with tabs.")
                    Path grades,
            @Option(names = "--relevant", defaultValue = "1", description = "The least grade that counts as right (1).")
                    int relevant,
            @Option(names = "--mixed", description = "Ranks the whole corpus, not one language at a time.")
                    boolean mixed) {
        print(
                services.retrievalEvaluation()
                        .run(
                                like(shape),
                                EvaluationFiles.corpus(corpus),
                                EvaluationFiles.queries(queries),
                                EvaluationFiles.grades(grades),
                                relevant,
                                mixed),
                shape.json);
    }

    @Command(
            name = "abstention",
            mixinStandardHelpOptions = true,
            description = "Whether a base answers what is its matter and nothing else, at the product's own cut-off.")
    void abstention(
            @Mixin Shape shape,
            @Option(names = "--base", required = true, description = "Lines of text, lang, intent.") Path base,
            @Option(names = "--test", required = true, description = "Lines of text, lang, label (in, oos), intent.")
                    Path test,
            @Option(names = "--as", paramLabel = "oos", description = "Takes every row as out of scope.") @Nullable
                    Scope as) {
        print(
                services.abstentionEvaluation()
                        .run(like(shape), EvaluationFiles.base(base), EvaluationFiles.test(test, as == Scope.oos)),
                shape.json);
    }

    @Command(
            name = "language",
            mixinStandardHelpOptions = true,
            description = "Whether the language of a text is told, with nothing known beforehand.")
    void language(
            @Mixin Shape shape,
            @Option(names = "--test", required = true, description = "Lines of text, lang, kind?.") Path test) {
        print(services.languageEvaluation().run(EvaluationFiles.languages(test)), shape.json);
    }

    @Command(
            name = "sentiment",
            mixinStandardHelpOptions = true,
            description = "How well mood and anger are read: macro-F1, macro recall and F1 of anger, by language.")
    void sentiment(
            @Mixin Shape shape,
            @Option(
                            names = "--test",
                            arity = "1..*",
                            required = true,
                            description = "Lines of text, lang, label (neg, neu, pos), anger?.")
                    List<Path> tests,
            @Option(names = "--model", paramLabel = "FILE", description = "Reads with weights that 'train' wrote.")
                    @Nullable
                    Path model) {
        SentimentReader reader = model == null ? SentimentReader.shipped() : new SentimentReader(weights(model));
        List<JudgedText> texts = tests.stream()
                .flatMap(test -> EvaluationFiles.judged(test).stream())
                .toList();
        print(new SentimentEvaluation(reader).run(texts), shape.json);
    }

    private static MoodModel weights(Path model) {
        try (InputStream file = Files.newInputStream(model)) {
            return MoodModel.read(file);
        } catch (IOException e) {
            throw new Failure("'" + model + "' cannot be read (" + e + "); name a file that 'train sentiment' wrote.");
        }
    }

    /** Named as it is written on the command line. */
    @SuppressWarnings("java:S115")
    enum Scope {
        oos
    }

    private Edition like(Shape shape) {
        return services.folder(shape.folders.knowledgeBase)
                .read()
                .edition()
                .orElseThrow(() -> new Failure("The knowledge base has errors; ./babeldesk kb check names them."));
    }

    private void print(Figures figures, boolean json) {
        out.println(json ? json(figures) : table(figures));
    }

    private static String json(Figures figures) {
        try {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("all", figures.all());
            object.putAll(figures.parts());
            return new ObjectMapper().writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are always JSON", e);
        }
    }

    private static String table(Figures figures) {
        Set<String> columns = new LinkedHashSet<>(figures.all().keySet());
        figures.parts().values().forEach(rows -> rows.values().forEach(row -> columns.addAll(row.keySet())));
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-12s", ""));
        columns.forEach(column -> table.append(String.format(Locale.ROOT, " %17s", column)));
        table.append('\n');
        figures.parts().values().forEach(rows -> rows.forEach((key, row) -> append(key, row, columns, table)));
        append("all", figures.all(), columns, table);
        return table.toString().stripTrailing();
    }

    private static void append(String key, Map<String, Double> row, Set<String> columns, StringBuilder table) {
        table.append(String.format(Locale.ROOT, "%-12s", key));
        for (String column : columns) {
            Double value = row.get(column);
            String shown = value == null
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            column.equals("n")
                                    ? "%.0f"
                                    : column.endsWith("auroc") || column.equals("mcc") ? "%.3f" : "%.1f",
                            value);
            table.append(String.format(Locale.ROOT, " %17s", shown));
        }
        table.append('\n');
    }
}
