package io.babeldesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.cli.SentimentFigures.Reading;
import io.babeldesk.sentiment.MoodModel;
import io.babeldesk.sentiment.SentimentReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how well sentiment is read. */
@Command(
        name = "sentiment",
        mixinStandardHelpOptions = true,
        description = "Scores how sentiment is read, by language: macro-F1, macro recall, F1 of anger.")
final class EvalSentimentCommand implements Callable<Integer> {

    private final PrintStream out;

    @Option(
            names = "--test",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "JSON lines of {text,lang,label:\"neg|neu|pos\",anger?:0|1}.")
    private List<Path> tests = List.of();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Reads with this file of weights, not the shipped one.")
    private @Nullable Path model;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean asJson;

    EvalSentimentCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        SentimentReader reader = reader();
        Map<String, List<Reading>> byLanguage = new TreeMap<>();
        List<Reading> all = new ArrayList<>();
        for (Path test : tests) {
            for (JudgedText text : JudgedText.read(test)) {
                Reading reading = new Reading(text, reader.read(text.text(), text.language()));
                byLanguage
                        .computeIfAbsent(text.language().code(), _ -> new ArrayList<>())
                        .add(reading);
                all.add(reading);
            }
        }
        Map<String, SentimentFigures> figures = new LinkedHashMap<>();
        byLanguage.forEach((language, readings) -> figures.put(language, SentimentFigures.of(readings)));
        out.println(asJson ? json(SentimentFigures.of(all), figures) : table(SentimentFigures.of(all), figures));
        return ExitCode.DONE;
    }

    private SentimentReader reader() {
        if (model == null) {
            return SentimentReader.shipped();
        }
        try (InputStream file = Files.newInputStream(model)) {
            return new SentimentReader(MoodModel.read(file));
        } catch (IOException e) {
            throw new Failure("'" + model + "' cannot be read (" + e + "); give a file that 'train sentiment' wrote");
        }
    }

    private static String json(SentimentFigures all, Map<String, SentimentFigures> byLanguage) {
        Map<String, Object> printed = new LinkedHashMap<>();
        printed.put("all", all);
        printed.put("by_language", byLanguage);
        try {
            return new ObjectMapper().writeValueAsString(printed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are always JSON", e);
        }
    }

    private static String table(SentimentFigures all, Map<String, SentimentFigures> byLanguage) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT, "%-9s %7s %9s %7s %9s%n", "language", "texts", "macro-F1", "recall", "anger F1"));
        byLanguage.forEach((language, figures) -> append(language, figures, table));
        append("all", all, table);
        return table.toString().stripTrailing();
    }

    private static void append(String language, SentimentFigures figures, StringBuilder table) {
        table.append(String.format(
                Locale.ROOT,
                "%-9s %7d %9s %7s %9s%n",
                language,
                figures.n(),
                cell(figures.macroF1()),
                cell(figures.recall()),
                cell(figures.angerF1())));
    }

    private static String cell(@Nullable Double figure) {
        return figure == null ? "-" : String.format(Locale.ROOT, "%.1f", figure);
    }
}
