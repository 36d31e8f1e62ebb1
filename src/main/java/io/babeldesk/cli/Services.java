package io.babeldesk.cli;

import io.babeldesk.answer.Answerer;
import io.babeldesk.bench.Benches;
import io.babeldesk.evaluation.AbstentionEvaluation;
import io.babeldesk.evaluation.LanguageEvaluation;
import io.babeldesk.evaluation.RetrievalEvaluation;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageChooser;
import io.babeldesk.store.KeptReplies.Kept;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the commands have others do. */
public interface Services {

    /** The knowledge folder, not yet read. */
    KnowledgeFolder folder(Path knowledgeBase);

    /**
     * A base without a server, read into memory; it touches no lock of a running server.
     *
     * @param data where there is such a folder, sentence vectors are taken from it and added to it
     */
    OpenBase open(Path knowledgeBase, Path data);

    /**
     * Starts the service.
     *
     * @param commandLine settings by key without prefix, which win over all others
     * @throws Failure in words for the operator if it can't start
     */
    Running serve(Map<String, String> commandLine);

    /**
     * The reply of the assistant under an id, read beside a running service.
     *
     * @throws Failure in words for the operator if the data cannot be read
     */
    Optional<Kept> reply(Path data, String turn);

    /** Measures what is above. */
    Benches benches();

    RetrievalEvaluation retrievalEvaluation();

    AbstentionEvaluation abstentionEvaluation();

    LanguageEvaluation languageEvaluation();

    /** A running service; closing it finishes what is being answered. */
    interface Running extends AutoCloseable {
        URI url();

        /** The password that was made for the account {@code admin}, on the very first start alone. */
        default Optional<String> firstPassword() {
            return Optional.empty();
        }

        @Override
        void close();
    }

    /** An open base with what answers from it. */
    interface OpenBase extends AutoCloseable {
        KnowledgeBase base();

        Answerer answerer();

        LanguageChooser languages();

        FactWording wording();

        /** Brings the sentence vectors of these languages and waits for them; at first words alone are searched. */
        void deepen(Predicate<Language> languages);

        @Override
        void close();
    }
}
