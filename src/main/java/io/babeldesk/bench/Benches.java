package io.babeldesk.bench;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.LanguageModel;
import io.babeldesk.answer.ModelWatch;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.language.Language;
import io.babeldesk.retrieval.Retriever;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** All benchmarks of the product. Each measures its yardstick in the same run, and leaves neither process nor file. */
public final class Benches {

    private final Function<Map<String, String>, Service> serving;
    private final Retriever retriever;
    private final Worded worded;

    /** @param serving starts the service in this process, with settings by key without prefix */
    public Benches(Function<Map<String, String>, Service> serving, Retriever retriever, Worded worded) {
        this.serving = serving;
        this.retriever = retriever;
        this.worded = worded;
    }

    /** Makes an answerer on a knowledge base whose answers a model words. */
    @FunctionalInterface
    public interface Worded {
        Answerer on(Path knowledgeBase, LanguageModel model, ModelWatch watch);
    }

    /** A running service. */
    public record Service(URI url, Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }

    /** @param base what is asked, read from {@code knowledgeBase} */
    public record Subject(Path knowledgeBase, Edition base) {}

    public List<Figure> search(Subject subject, Size size, Consumer<String> progress) {
        return new SearchBench(retriever, size, progress).figures(subject.base());
    }

    public List<Figure> answer(Subject subject, Size size, Consumer<String> progress) {
        List<Figure> figures = new ArrayList<>();
        try (Workshop workshop = new Workshop();
                Service service = serving.apply(workshop.settings(subject.knowledgeBase()))) {
            settle(service, "answer", progress);
            figures.addAll(new AnswerBench(size, progress).figures(service.url(), subject.base()));
        }
        figures.addAll(
                new ModelBench((model, watch) -> worded.on(subject.knowledgeBase(), model, watch), size, progress)
                        .figures());
        return figures;
    }

    public List<Figure> desk(Subject subject, Size size, Consumer<String> progress) {
        try (Workshop workshop = new Workshop()) {
            Map<String, String> settings = new HashMap<>(workshop.settings(subject.knowledgeBase()));
            String password = UUID.randomUUID().toString();
            settings.put("ADMIN_PASSWORD", password);
            try (Service service = serving.apply(settings)) {
                settle(service, "desk", progress);
                List<Figure> figures =
                        new ArrayList<>(new DeskBench(service.url(), password, size, progress).figures(subject.base()));
                figures.addAll(new TurnSearchBench(size, progress).figures(subject.base()));
                return figures;
            }
        }
    }

    /** Sentence vectors are made in the background after a start; that would be measured together with the answers. */
    private static void settle(Service service, String bench, Consumer<String> progress) {
        progress.accept(bench + ": waiting for the sentence vectors");
        try (HttpClient client = Shopper.client()) {
            Shopper.awaitVectors(service.url(), client);
        }
    }

    public List<Figure> start(Subject subject, Size size, Consumer<String> progress) {
        try (Workshop workshop = new Workshop()) {
            return new ProcessBench(subject.knowledgeBase(), subject.base(), size, progress).start(workshop);
        }
    }

    public List<Figure> memory(Subject subject, Size size, Consumer<String> progress) {
        try (Workshop workshop = new Workshop()) {
            return new ProcessBench(subject.knowledgeBase(), subject.base(), size, progress).memory(workshop);
        }
    }

    /** Starts the service, asks it a question in every language and ends: a day's work in small, for Java to learn from. */
    public void rehearse(Subject subject) {
        Edition base = subject.base();
        try (Workshop workshop = new Workshop();
                Service service = serving.apply(workshop.settings(subject.knowledgeBase()));
                HttpClient client = Shopper.client()) {
            Shopper shopper = Shopper.at(service.url(), base.shop().site(), client);
            for (Language language : base.shop().languages()) {
                base.translations().stream()
                        .filter(translation -> translation.language().equals(language))
                        .findFirst()
                        .ifPresent(
                                translation -> shopper.ask(shopper.openConversation(), translation.title(), language));
            }
        }
    }
}
