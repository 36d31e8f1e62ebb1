package io.babeldesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.Assembly;
import io.babeldesk.answer.Answerer;
import io.babeldesk.bench.Benches;
import io.babeldesk.evaluation.AbstentionEvaluation;
import io.babeldesk.evaluation.LanguageEvaluation;
import io.babeldesk.evaluation.RetrievalEvaluation;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.index.DemoIndex;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageChooser;
import io.babeldesk.store.KeptReplies.Kept;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The words in which the tests of commands are written. */
abstract class CommandsVocabulary {

    private static final Path DEMO = Path.of("knowledge-base");
    private static final Path KEPT = Path.of("target", "commands");

    /** The demo base takes a second to open, so that the commands of a class share it. */
    private static final Services SERVICES = new SharingTheDemoBase();

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    /** Returns the exit code. */
    int run(String... arguments) {
        results.reset();
        errors.reset();
        return new CommandLineEntry(SERVICES, print(results), print(errors)).run(arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    String standardOutput() {
        return results.toString(StandardCharsets.UTF_8);
    }

    String standardError() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    /** The standard output, which must be one JSON value and nothing else. */
    JsonNode json() {
        try {
            return new ObjectMapper().readTree(standardOutput());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + standardOutput(), e);
        }
    }

    private static final class SharingTheDemoBase implements Services {
        private final Services real = new Assembly();
        private @Nullable OpenBase demo;

        @Override
        public KnowledgeFolder folder(Path knowledgeBase) {
            return real.folder(knowledgeBase);
        }

        @Override
        public OpenBase open(Path knowledgeBase, Path data) {
            if (!knowledgeBase.equals(DEMO)) {
                return real.open(knowledgeBase, data);
            }
            OpenBase shared = demo == null ? real.open(DEMO, DemoIndex.into(KEPT)) : demo;
            demo = shared;
            return new KeptOpen(shared.base(), shared.answerer(), shared.languages(), shared.wording());
        }

        @Override
        public Running serve(Map<String, String> commandLine) {
            return real.serve(commandLine);
        }

        @Override
        public Optional<Kept> reply(Path data, String turn) {
            return real.reply(data, turn);
        }

        @Override
        public Benches benches() {
            return real.benches();
        }

        @Override
        public RetrievalEvaluation retrievalEvaluation() {
            return real.retrievalEvaluation();
        }

        @Override
        public AbstentionEvaluation abstentionEvaluation() {
            return real.abstentionEvaluation();
        }

        @Override
        public LanguageEvaluation languageEvaluation() {
            return real.languageEvaluation();
        }
    }

    private record KeptOpen(KnowledgeBase base, Answerer answerer, LanguageChooser languages, FactWording wording)
            implements Services.OpenBase {
        @Override
        public void deepen(Predicate<Language> languages) {
            // These tests search by words.
        }

        @Override
        public void close() {
            // The next command goes on with it.
        }
    }
}
