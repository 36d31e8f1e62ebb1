package io.babeldesk.bench;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.web.BareServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The program as a process, started cold, against a Javalin that says hello, started the same way. */
final class ProcessBench {

    private static final String MAIN = "io.babeldesk.Main";

    private final Path knowledgeBase;
    private final Edition edition;
    private final Size size;
    private final Consumer<String> progress;

    ProcessBench(Path knowledgeBase, Edition edition, Size size, Consumer<String> progress) {
        this.knowledgeBase = knowledgeBase;
        this.edition = edition;
        this.size = size;
        this.progress = progress;
    }

    /** From the start of the process to the first complete answer over HTTP. */
    List<Figure> start(Workshop workshop) {
        Questions questions = new Questions(edition);
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        try (HttpClient client = Shopper.client()) {
            // The first of several warms the file cache and this process' own client.
            for (int i = size.starts() > 1 ? -1 : 0; i < size.starts(); i++) {
                progress.accept("start: " + (i + 1) + " of " + size.starts());
                double bareTime = startBare(workshop, questions, client);
                double ourTime = startOurs(workshop, questions, client);
                if (i >= 0) {
                    bare.add(bareTime);
                    ours.add(ourTime);
                }
            }
        }
        return List.of(new Figure(
                "start",
                "cold, to the first answer",
                "ms",
                Rounds.median(ours),
                "Javalin, hello",
                Rounds.median(bare)));
    }

    private double startOurs(Workshop workshop, Questions questions, HttpClient client) {
        long begun = System.nanoTime();
        try (Program program = service(workshop)) {
            Shopper shopper = Shopper.at(program.address(), edition.shop().site(), client);
            Questions.Asked asked = questions.get(0);
            shopper.ask(shopper.openConversation(), asked.text(), asked.language());
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private static double startBare(Workshop workshop, Questions questions, HttpClient client) {
        long begun = System.nanoTime();
        try (Program program = bare(workshop)) {
            Shopper.askBare(program.address(), questions.get(0).text(), client);
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    /** Resident memory after the start, and after questions in all languages. */
    List<Figure> memory(Workshop workshop) {
        Questions questions = new Questions(edition);
        try (HttpClient client = Shopper.client();
                Program hello = bare(workshop);
                Program service = service(workshop)) {
            progress.accept("memory: after the start");
            URI helloAddress = hello.address();
            Shopper shopper = Shopper.at(service.address(), edition.shop().site(), client);
            Shopper.askBare(helloAddress, "hello", client);
            List<Figure> figures = new ArrayList<>();
            figures.add(figure("after the start", service.resident(), hello.resident()));
            progress.accept("memory: " + size.questions() + " questions");
            String conversation = shopper.openConversation();
            for (int i = 0; i < size.questions(); i++) {
                Questions.Asked asked = questions.get(i);
                if (i % 4 == 0) {
                    conversation = shopper.openConversation();
                }
                shopper.ask(conversation, asked.text(), asked.language());
                Shopper.askBare(helloAddress, asked.text(), client);
            }
            figures.add(figure("after " + size.questions() + " questions", service.resident(), hello.resident()));
            figures.add(figure("at most", service.mostResident(), hello.mostResident()));
            return figures;
        }
    }

    private static Figure figure(String when, double ours, double bare) {
        return new Figure("memory", "resident " + when, "MB", ours, "Javalin, hello", bare);
    }

    private Program service(Workshop workshop) {
        return workshop.start(MAIN, List.of("serve"), workshop.settings(knowledgeBase));
    }

    private static Program bare(Workshop workshop) {
        return workshop.start(BareServer.class.getName(), List.of(), java.util.Map.of());
    }
}
