package io.babeldesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.answer.SavedQuestionRun;
import io.babeldesk.answer.SavedQuestionRun.Outcome;
import io.babeldesk.evaluation.Misspelling;
import io.babeldesk.evaluation.Reliability;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.SavedQuestion;
import io.babeldesk.knowledge.SavedQuestion.Wanted;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the saved questions. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the saved questions, held-out ones apart. Ends with 1 if one breaks.")
final class KbTestCommand implements Callable<Integer> {

    private final Services services;
    private final PrintStream out;

    @Mixin
    private final Folders folders = new Folders();

    @Mixin
    private final Data data = new Data();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean asJson;

    @Option(names = "--verbose", description = "Names each question that breaks; held-out ones stay unnamed.")
    private boolean verbose;

    @Option(
            names = "--reliability",
            description = "Prints confidence against the share that is right, by language, and both error rates.")
    private boolean reliability;

    @Option(names = "--misspelt", description = "Puts each question with a slip of the pen in its longest word.")
    private boolean misspelt;

    KbTestCommand(Services services, PrintStream out) {
        this.services = services;
        this.out = out;
    }

    @Override
    public Integer call() {
        try (Services.OpenBase open = services.open(folders.knowledgeBase, data.folder)) {
            open.deepen(language -> true);
            Edition edition = open.base().edition();
            SavedQuestionRun run = new SavedQuestionRun(open.answerer(), open.languages(), open.wording());
            List<Outcome> outcomes = new ArrayList<>();
            edition.questions()
                    .forEach(question ->
                            outcomes.add(run.run(misspelt ? misspelt(question) : question, edition.policies())));
            out.println(asJson ? json(outcomes) : reliability ? reliabilityTable(outcomes) : table(outcomes));
            return outcomes.stream().allMatch(Outcome::passed) ? ExitCode.DONE : ExitCode.FAILURE;
        }
    }

    private static SavedQuestion misspelt(SavedQuestion question) {
        return new SavedQuestion(
                Misspelling.of(question.question()),
                question.language(),
                question.market(),
                question.wanted(),
                question.accepted(),
                question.mustContain(),
                question.mustNotSay(),
                question.heldOut(),
                question.place());
    }

    private record Row(
            int questions, double found, int foreign, double declined, int unclear, double asked, int broken) {
        static Row of(List<Outcome> outcomes) {
            List<Outcome> ours = that(Wanted.ANSWER, outcomes);
            List<Outcome> foreign = that(Wanted.DECLINE, outcomes);
            List<Outcome> unclear = that(Wanted.ASK_BACK, outcomes);
            return new Row(
                    ours.size(), share(ours), foreign.size(), share(foreign), unclear.size(), share(unclear), (int)
                            outcomes.stream().filter(o -> !o.passed()).count());
        }

        private static List<Outcome> that(Wanted wanted, List<Outcome> outcomes) {
            return outcomes.stream()
                    .filter(o -> o.question().wanted() == wanted)
                    .toList();
        }

        private static double share(List<Outcome> outcomes) {
            long right = outcomes.stream().filter(Outcome::right).count();
            return outcomes.isEmpty() ? 0 : Math.round(1000.0 * right / outcomes.size()) / 10.0;
        }
    }

    private static Map<String, Row> rows(List<Outcome> outcomes, Predicate<Outcome> part) {
        Map<String, List<Outcome>> byLanguage = new TreeMap<>();
        List<Outcome> all = outcomes.stream().filter(part).toList();
        all.forEach(outcome -> byLanguage
                .computeIfAbsent(outcome.question().language().code(), code -> new ArrayList<>())
                .add(outcome));
        Map<String, Row> rows = new LinkedHashMap<>();
        byLanguage.forEach((code, some) -> rows.put(code, Row.of(some)));
        rows.put("all", Row.of(all));
        return rows;
    }

    private String table(List<Outcome> outcomes) {
        StringBuilder table = new StringBuilder();
        append("saved questions", rows(outcomes, o -> !o.question().heldOut()), table);
        append("held out", rows(outcomes, o -> o.question().heldOut()), table);
        if (verbose) {
            outcomes.stream()
                    .filter(o -> !o.passed() && !o.question().heldOut())
                    .forEach(o -> table.append(o.question().place())
                            .append(": ")
                            .append(o.question().question())
                            .append(" — ")
                            .append(String.join("; ", o.faults()))
                            .append(" (")
                            .append(Math.round(o.confidence() * 100))
                            .append(")\n"));
        }
        return table.toString().stripTrailing();
    }

    private static String reliabilityTable(List<Outcome> outcomes) {
        return ReliabilityTable.of("saved questions", reliability(outcomes, false))
                + ReliabilityTable.of("held out", reliability(outcomes, true)).stripTrailing();
    }

    private static Map<String, Reliability> reliability(List<Outcome> outcomes, boolean heldOut) {
        return Reliability.byLanguage(outcomes.stream()
                .filter(outcome -> outcome.question().heldOut() == heldOut)
                // Whether to answer or to ask back is a matter of what is asked, not of how sure an answer would be.
                .filter(outcome -> outcome.question().wanted() != Wanted.ASK_BACK)
                .map(outcome -> new Reliability.Judged(
                        outcome.question().language().code(),
                        outcome.confidence(),
                        outcome.question().wanted() == Wanted.ANSWER,
                        outcome.first()
                                .filter(outcome.question().accepted()::contains)
                                .isPresent(),
                        outcome.found().isPresent()))
                .toList());
    }

    private static void append(String title, Map<String, Row> rows, StringBuilder table) {
        table.append(String.format(
                Locale.ROOT,
                "%-16s %9s %9s %9s %9s %9s %9s %7s%n",
                title,
                "questions",
                "found %",
                "foreign",
                "declined%",
                "unclear",
                "asked %",
                "broken"));
        rows.forEach((code, row) -> table.append(String.format(
                Locale.ROOT,
                "%-16s %9d %9.1f %9d %9.1f %9d %9.1f %7d%n",
                code,
                row.questions(),
                row.found(),
                row.foreign(),
                row.declined(),
                row.unclear(),
                row.asked(),
                row.broken())));
    }

    private static String json(List<Outcome> outcomes) {
        try {
            return new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "saved", rows(outcomes, o -> !o.question().heldOut()),
                            "held_out", rows(outcomes, o -> o.question().heldOut()),
                            "reliability", ReliabilityTable.asJson(reliability(outcomes, false)),
                            "held_out_reliability", ReliabilityTable.asJson(reliability(outcomes, true))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are always JSON", e);
        }
    }
}
