package io.babeldesk.cli;

import io.babeldesk.answer.Question;
import io.babeldesk.answer.Reply;
import io.babeldesk.conversation.Generation;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Source;
import io.babeldesk.store.KeptReplies.Kept;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how a reply came about. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tells how a reply of the assistant came about. Reads beside a running service.")
final class ExplainCommand implements Callable<Integer> {

    private final Services services;
    private final PrintStream out;

    @Mixin
    private final Folders folders = new Folders();

    @Mixin
    private final Data data = new Data();

    @Option(names = "--replay", description = "Puts the question to today's base too.")
    private boolean replay;

    @Parameters(paramLabel = "TURN", description = "The id of the reply, trn_…")
    private String turn = "";

    ExplainCommand(Services services, PrintStream out) {
        this.services = services;
        this.out = out;
    }

    @Override
    public Integer call() {
        Kept kept = services.reply(data.folder, turn)
                .orElseThrow(() -> new Failure("There is no reply '" + turn + "' in " + data.folder
                        + ". Give the id of one of the assistant's turns, or another folder with --data."));
        told(kept).forEach(out::println);
        if (replay) {
            replayed(kept).forEach(out::println);
        }
        return ExitCode.DONE;
    }

    private static List<String> told(Kept kept) {
        Provenance provenance = kept.provenance();
        List<String> lines = new ArrayList<>();
        lines.add("reply       " + kept.turn().id() + ", " + kept.turn().reply().kind() + ", "
                + kept.turn().reply().mode() + ", " + kept.turn().createdAt());
        lines.add("question    " + provenance.query().replace('\n', ' '));
        lines.add("language    " + provenance.language()
                + kept.turn()
                        .reply()
                        .market()
                        .map(market -> ", market " + market)
                        .orElse(""));
        lines.add("edition     " + provenance.edition());
        lines.add(String.format(Locale.ROOT, "confidence  %.3f", provenance.confidence()));
        for (Source hit : provenance.hits()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "hit         %.3f %s (%s) %s",
                    hit.score(),
                    hit.article(),
                    hit.language(),
                    hit.heading()));
        }
        provenance.facts().forEach((key, rule) -> lines.add("fact        " + key + " " + rule));
        provenance.generation().ifPresent(made -> worded(made, lines));
        provenance
                .timings()
                .forEach((step, took) ->
                        lines.add(String.format(Locale.ROOT, "time        %s %.1f ms", step, took.toNanos() / 1e6)));
        lines.add("text        " + kept.turn().text().replace("\n", "\n            "));
        return lines;
    }

    private static void worded(Generation made, List<String> lines) {
        lines.add("model       " + made.model() + ", prompt " + made.prompt() + ", " + made.ended());
        lines.add(String.format(
                Locale.ROOT, "tokens      %d in, %d out, cost %.6f", made.tokensIn(), made.tokensOut(), made.cost()));
        made.tools().forEach(tool -> lines.add("tool        " + tool));
        for (Generation.Sentence sentence : made.sentences()) {
            String why = sentence.what().isEmpty() ? "" : " (" + sentence.what() + ")";
            lines.add("sentence    " + sentence.verdict() + why + " " + sentence.cited() + " " + sentence.text());
        }
    }

    private List<String> replayed(Kept kept) {
        try (Services.OpenBase open = services.open(folders.knowledgeBase, data.folder)) {
            open.deepen(language -> true);
            Reply reply = open.answerer()
                    .answer(new Question(
                            kept.provenance().query(),
                            kept.turn().language(),
                            kept.turn().reply().market(),
                            List.of()));
            String text = PlainText.of(reply.saying().blocks());
            String edition = open.base().edition().revision();
            boolean same = edition.equals(kept.provenance().edition());
            return List.of(
                    "",
                    "today       " + reply.getClass().getSimpleName() + ", edition " + edition
                            + (same ? ", the same" : ", another"),
                    "text        " + text.replace("\n", "\n            "));
        }
    }
}
