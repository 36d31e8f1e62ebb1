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
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.PassageIndexing;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.index.PassageIndex;
import io.babeldesk.knowledge.intake.Finding;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Builds every object by hand, in the order of dependency, and closes in reverse. The only place that reads a clock. */
public final class Assembly implements Services {

    private final Clock clock = Clock.systemUTC();
    private final Messages messages = new Messages();
    private final Map<String, String> environment;

    public Assembly() {
        this(System.getenv());
    }

    /** @param environment in place of the process's own */
    Assembly(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public KnowledgeFolder folder(Path knowledgeBase) {
        return new KnowledgeFolder(knowledgeBase, clock);
    }

    @Override
    public KnowledgeRoom open(Path knowledgeBase, Path data) {
        return open(knowledgeBase, ModelAssembly.without(), meaningWhenAsked(Optional.of(data)));
    }

    private Meaning meaningWhenAsked(Optional<Path> data) {
        try {
            return Meaning.whenAsked(environment, data);
        } catch (InvalidSettings e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private KnowledgeRoom open(Path knowledgeBase, ModelAssembly models, Meaning meaning) {
        Beside<LetterSequences> letters = Beside.make("language", LetterSequences::new);
        KnowledgeFolder folder = folder(knowledgeBase);
        String mark = folder.mark();
        KnowledgeFolder.Reading reading = folder.readForUse();
        PassageIndex index = meaning.kept()
                .map(kept -> PassageIndex.keptIn(kept, meaning.embedders()))
                .orElseGet(() -> PassageIndex.inMemory(meaning.embedders()));
        KnowledgeBase base = new KnowledgeBase(index, meaning.later());
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
                meaning,
                base,
                renderer,
                wording,
                models.wording(answerer, base, renderer, wording, messages, languages, meaning.embedders()),
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
            Meaning meaning,
            KnowledgeBase base,
            PassageRenderer renderer,
            FactWording wording,
            Answerer answerer,
            LanguageChooser languages)
            implements OpenBase {
        @Override
        public void deepen(Predicate<Language> languages) {
            Edition edition = base.edition();
            while (index.deepen(edition, languages) == PassageIndexing.Depth.GROWN) {
                base.publish(edition);
            }
        }

        @Override
        public void close() {
            meaning.close();
            base.close();
            index.close();
        }
    }

    @Override
    public Running serve(Map<String, String> commandLine) {
        try {
            Settings settings = Settings.read(commandLine, environment);
            Beside<Stores> stores = Beside.make("store", () -> Stores.open(settings.data()));
            Metrics metrics = new Metrics();
            ModelAssembly models = ModelAssembly.of(settings.model(), metrics, clock);
            Meaning meaning = Meaning.afterEachPublish(settings.embedding(), settings.data(), metrics::embeddingFailed);
            KnowledgeRoom knowledge =
                    openOr(() -> stores.giveUp(Stores::close), settings.knowledgeBase(), models, meaning);
            return new ServiceAssembly(settings, knowledge, models, metrics, messages, clock).start(stores);
        } catch (InvalidSettings | StoreUnusable | WebServer.PortInUse e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private KnowledgeRoom openOr(Runnable otherwise, Path knowledgeBase, ModelAssembly models, Meaning meaning) {
        try {
            return open(knowledgeBase, models, meaning);
        } catch (RuntimeException | Error broken) {
            meaning.close();
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
                (knowledgeBase, model, watch) -> open(knowledgeBase, ModelAssembly.with(model, watch), Meaning.none())
                        .answerer());
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

    /** An index for one use, on the heap, with all that it can find before anybody searches. */
    private PassageIndexing freshIndex() {
        List<Embedder> embedders = meaningWhenAsked(Optional.empty()).embedders();
        return edition -> {
            PassageIndex index = PassageIndex.inMemory(embedders);
            index.index(edition).close();
            PassageIndexing.Depth depth = PassageIndexing.Depth.GROWN;
            while (depth == PassageIndexing.Depth.GROWN) {
                depth = index.deepen(edition);
            }
            return index.index(edition);
        };
    }
}
