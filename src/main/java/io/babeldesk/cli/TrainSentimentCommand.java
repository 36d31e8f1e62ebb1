package io.babeldesk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.MoodModel;
import io.babeldesk.sentiment.SignFinder.Part;
import io.babeldesk.sentiment.Valences;
import io.babeldesk.sentiment.training.Example;
import io.babeldesk.sentiment.training.SentimentTrainer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the file that sentiment is read with. */
@Command(
        name = "sentiment",
        mixinStandardHelpOptions = true,
        description = "Learns how sentiment is read from judged texts; see docs/sentiment.md.")
final class TrainSentimentCommand implements Callable<Integer> {

    private static final Path SHIPPED = Path.of("src/main/resources/io/babeldesk/sentiment/mood.model");
    private static final Pattern WORD_SCORES = Pattern.compile("AFINN-([a-z]{2,3})\\.json");

    private final PrintStream out;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "JSON lines of {text,lang,label:\"neg|neu|pos\",emotions?:[…]}.")
    private List<Path> files = List.of();

    @Option(
            names = "--word-scores",
            paramLabel = "FOLDER",
            description = "AFINN-*.json, the word scores of AFINN in many languages.")
    private @Nullable Path wordScores;

    @Option(names = "--to", paramLabel = "FILE", description = "What is written (default: ${DEFAULT-VALUE}).")
    private Path to = SHIPPED;

    @Option(names = "--without", paramLabel = "PART", description = "Leaves signs out: ${COMPLETION-CANDIDATES}.")
    private Set<Part> without = EnumSet.noneOf(Part.class);

    @Option(names = "--leave-out", paramLabel = "LANGUAGE", description = "Leaves out the texts of a language.")
    private Set<String> leftOut = Set.of();

    TrainSentimentCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Set<Part> parts = EnumSet.allOf(Part.class);
        parts.removeAll(without);
        List<Example> examples = new ArrayList<>();
        files.forEach(file -> examples.addAll(examples(file)));
        Map<String, Valences> valences = parts.contains(Part.VALENCES) ? valences() : Map.of();
        MoodModel model = new SentimentTrainer(valences, parts).train(examples);
        try (OutputStream file = Files.newOutputStream(to)) {
            model.write(file);
        } catch (IOException e) {
            throw new Failure("'" + to + "' cannot be written (" + e + ")");
        }
        out.println(examples.size() + " texts, word scores in " + valences.size() + " languages -> " + to);
        return ExitCode.DONE;
    }

    private List<Example> examples(Path file) {
        String collection = file.toString();
        return EvaluationFiles.judged(file).stream()
                .filter(text -> !leftOut.contains(text.language().code()))
                .map(text -> new Example(
                        text.text(),
                        text.language(),
                        text.label(),
                        text.angry().map(angry -> angry ? 1.0 : 0.0),
                        collection))
                .toList();
    }

    private Map<String, Valences> valences() {
        if (wordScores == null) {
            return Map.of();
        }
        try (Stream<Path> listed = Files.list(wordScores)) {
            Map<Path, Matcher> names = new HashMap<>();
            listed.forEach(file ->
                    names.put(file, WORD_SCORES.matcher(file.getFileName().toString())));
            Map<String, Integer> english = scores(wordScores.resolve("AFINN-en.json"));
            Map<String, Valences> valences = new HashMap<>();
            for (Map.Entry<Path, Matcher> entry : names.entrySet()) {
                Optional<Language> language = entry.getValue().matches()
                        ? Language.ofTag(entry.getValue().group(1))
                        : Optional.empty();
                if (language.isPresent()) {
                    String code = language.get().code();
                    Map<String, Integer> scores = scores(entry.getKey());
                    // What stands there in English was not translated.
                    scores.keySet().removeIf(word -> !code.equals("en") && english.containsKey(word));
                    valences.put(code, new Valences(scores, code));
                }
            }
            return valences;
        } catch (IOException e) {
            throw new Failure(
                    "'" + wordScores + "' cannot be read (" + e + "); docs/sentiment.md says where it is from");
        }
    }

    private static Map<String, Integer> scores(Path file) throws IOException {
        Map<String, Integer> scores = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry :
                new ObjectMapper().readTree(file.toFile()).properties()) {
            if (entry.getValue().isInt() && !entry.getKey().isBlank()) {
                scores.put(entry.getKey(), entry.getValue().asInt());
            }
        }
        return scores;
    }
}
