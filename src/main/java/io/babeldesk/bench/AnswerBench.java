package io.babeldesk.bench;

import io.babeldesk.bench.Rounds.Times;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.index.BareSearch;
import io.babeldesk.web.BareServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * From an HTTP question to the complete answer, stored and all, against a Javalin that says hello and against one that
 * searches with Lucene. Server and callers share the process.
 */
final class AnswerBench {

    /** As long as a conversation with a shop is. */
    private static final int QUESTIONS_A_CONVERSATION = 4;

    /** In a block; each of the callers has whole conversations. */
    private static final int RUNS = 64;

    private static final List<Integer> CALLERS = List.of(1, 8);

    private final Size size;
    private final Consumer<String> progress;

    AnswerBench(Size size, Consumer<String> progress) {
        this.size = size;
        this.progress = progress;
    }

    List<Figure> figures(URI service, Edition edition) {
        Questions questions = new Questions(edition);
        UnaryOperator<String> searching;
        try (BareSearch lucene = new BareSearch(edition);
                HttpClient client = Shopper.client()) {
            searching = text -> String.join(
                    "\n",
                    lucene.search(
                            lucene.words(text, edition.shop().defaultLanguage()),
                            edition.shop().defaultLanguage()));
            try (BareServer hello = new BareServer(text -> "hello");
                    BareServer search = new BareServer(searching)) {
                List<Contender> all = List.of(
                        new Product(Shopper.at(service, edition.shop().site(), client), questions),
                        new Bare("Javalin, hello", hello.start(), questions, client),
                        new Bare("Javalin, Lucene", search.start(), questions, client));
                List<Figure> figures = new ArrayList<>();
                for (int callers : CALLERS) {
                    progress.accept("answer: " + named(callers));
                    figures.addAll(figures(
                            all,
                            callers,
                            new Rounds(size.time().multipliedBy(2), Math.min(RUNS, size.questions()), callers)
                                    .run(all)));
                }
                return figures;
            }
        }
    }

    private static List<Figure> figures(List<Contender> all, int callers, Map<Contender, Times> times) {
        List<Figure> figures = new ArrayList<>();
        Times ours = Objects.requireNonNull(times.get(all.getFirst()));
        for (Contender bare : all.subList(1, all.size())) {
            Times theirs = Objects.requireNonNull(times.get(bare));
            String who = named(callers);
            figures.add(new Figure("answer", "p50, " + who, "ms", ours.p50(), bare.name(), theirs.p50()));
            figures.add(new Figure("answer", "p99, " + who, "ms", ours.p99(), bare.name(), theirs.p99()));
            figures.add(new Figure(
                    "answer", "answers, " + who, "per second", ours.perSecond(), bare.name(), theirs.perSecond()));
        }
        return figures;
    }

    private static String named(int callers) {
        return callers == 1 ? "1 caller" : callers + " callers";
    }

    private static final class Product implements Contender {
        private final Shopper shopper;
        private final Questions questions;
        private volatile List<String> conversations = List.of();

        Product(Shopper shopper, Questions questions) {
            this.shopper = shopper;
            this.questions = questions;
        }

        @Override
        public String name() {
            return "Babeldesk";
        }

        @Override
        public void prepare(int runs) {
            List<String> opened = new ArrayList<>();
            for (int i = 0; i < runs; i += QUESTIONS_A_CONVERSATION) {
                opened.add(shopper.openConversation());
            }
            conversations = opened;
        }

        @Override
        public void run(int number) {
            Questions.Asked asked = questions.get(number);
            shopper.ask(conversations.get(number / QUESTIONS_A_CONVERSATION), asked.text(), asked.language());
        }
    }

    private record Bare(String name, URI address, Questions questions, HttpClient client) implements Contender {
        @Override
        public void run(int number) {
            Shopper.askBare(address, questions.get(number).text(), client);
        }
    }
}
