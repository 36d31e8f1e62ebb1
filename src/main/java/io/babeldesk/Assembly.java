package io.babeldesk;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.OwnWords;
import io.babeldesk.answer.PassageAnswerer;
import io.babeldesk.bench.Benches;
import io.babeldesk.cli.Failure;
import io.babeldesk.cli.Services;
import io.babeldesk.evaluation.AbstentionEvaluation;
import io.babeldesk.evaluation.LanguageEvaluation;
import io.babeldesk.evaluation.RetrievalEvaluation;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.PassageIndexing;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.index.PassageIndex;
import io.babeldesk.knowledge.intake.Finding;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.LanguageChooser;
import io.babeldesk.language.LanguageDetector;
import io.babeldesk.language.LanguageWish;
import io.babeldesk.language.LetterSequences;
import io.babeldesk.language.Messages;
import io.babeldesk.retrieval.Retriever;
import io.babeldesk.settings.InvalidSettings;
import io.babeldesk.settings.Settings;
import io.babeldesk.store.KeptReplies;
import io.babeldesk.store.StoreUnusable;
import io.babeldesk.store.Stores;
import io.babeldesk.web.Metrics;
import io.babeldesk.web.WebServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds every object by hand, in the order of dependency, and closes in reverse. The only place that reads a clock. */
public final class Assembly implements Services {

    private final Clock clock = Clock.systemUTC();
    private final Messages messages = new Messages();

    @Override
    public KnowledgeFolder folder(Path knowledgeBase) {
        return new KnowledgeFolder(knowledgeBase, clock);
    }

    @Override
    public KnowledgeRoom open(Path knowledgeBase) {
        return open(knowledgeBase, ModelAssembly.without());
    }

    private KnowledgeRoom open(Path knowledgeBase, ModelAssembly models) {
        Beside<LetterSequences> letters = Beside.make("language", LetterSequences::new);
        KnowledgeFolder folder = folder(knowledgeBase);
        String mark = folder.mark();
        KnowledgeFolder.Reading reading = folder.readForUse();
        PassageIndex index = PassageIndex.inMemory();
        KnowledgeBase base = new KnowledgeBase(index);
        base.publish(reading.edition().orElseThrow(() -> new Failure(explain(reading))));
        FactWording wording = new FactWording(messages);
        LanguageWish wish = new LanguageWish(messages);
        PassageRenderer renderer = new PassageRenderer(wording);
        Answerer answerer = new PassageAnswerer(
                base, new Retriever(clock), renderer, new OwnWords(messages), wish, System::nanoTime);
        LanguageChooser languages =
                new LanguageDetector(wish, base.edition().shop().languages(), letters.get());
        return new KnowledgeRoom(
                folder,
                mark,
                index,
                base,
                renderer,
                wording,
                models.wording(answerer, base, renderer, wording, messages, languages),
                languages);
    }

    private static String explain(KnowledgeFolder.Reading reading) {
        return "The knowledge base has errors; mend them and start again:\n"
                + reading.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .map(Finding::toString)
                        .collect(Collectors.joining("\n"));
    }

    /**
     * A knowledge base read, indexed and ready to answer from.
     *
     * @param mark of the folder when it was read
     */
    record KnowledgeRoom(
            KnowledgeFolder folder,
            String mark,
            PassageIndex index,
            KnowledgeBase base,
            PassageRenderer renderer,
            FactWording wording,
            Answerer answerer,
            LanguageChooser languages)
            implements OpenBase {
        @Override
        public void close() {
            base.close();
            index.close();
        }
    }

    @Override
    public Running serve(Map<String, String> commandLine) {
        try {
            Settings settings = Settings.read(commandLine, System.getenv());
            Beside<Stores> stores = Beside.make("store", () -> Stores.open(settings.data()));
            Metrics metrics = new Metrics();
            ModelAssembly models = ModelAssembly.of(settings.model(), metrics, clock);
            KnowledgeRoom knowledge = openOr(() -> stores.giveUp(Stores::close), settings.knowledgeBase(), models);
            return new ServiceAssembly(settings, knowledge, models, metrics, messages, clock).start(stores);
        } catch (InvalidSettings | StoreUnusable | WebServer.PortInUse e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private KnowledgeRoom openOr(Runnable otherwise, Path knowledgeBase, ModelAssembly models) {
        try {
            return open(knowledgeBase, models);
        } catch (RuntimeException | Error broken) {
            otherwise.run();
            throw broken;
        }
    }

    @Override
    public Benches benches() {
        return new Benches(
                settings -> {
                    Running service = serve(settings);
                    return new Benches.Service(service.url(), service::close);
                },
                new Retriever(clock),
                (knowledgeBase, model, watch) ->
                        open(knowledgeBase, ModelAssembly.with(model, watch)).answerer());
    }

    @Override
    public Optional<KeptReplies.Kept> reply(Path data, String turn) {
        try {
            return KeptReplies.find(data, turn);
        } catch (StoreUnusable e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public RetrievalEvaluation retrievalEvaluation() {
        return new RetrievalEvaluation(new Retriever(clock), freshIndex());
    }

    @Override
    public AbstentionEvaluation abstentionEvaluation() {
        return new AbstentionEvaluation(new Retriever(clock), freshIndex());
    }

    @Override
    public LanguageEvaluation languageEvaluation() {
        return new LanguageEvaluation(
                new LanguageDetector(new LanguageWish(messages), List.of(), new LetterSequences()));
    }

    /** An index for one use, on the heap. */
    private static PassageIndexing freshIndex() {
        return edition -> PassageIndex.inMemory().index(edition);
    }
}
