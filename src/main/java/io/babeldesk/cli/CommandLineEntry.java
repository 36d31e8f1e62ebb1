package io.babeldesk.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Takes a command line to an exit code. Results go to one stream, everything else to the other. */
public final class CommandLineEntry {

    private final CommandLine commands;
    private final PrintStream errors;

    public CommandLineEntry(Services services, PrintStream results, PrintStream errors) {
        this.errors = errors;
        PrintStream out = new PrintStream(results, true, StandardCharsets.UTF_8);
        CommandLine kb = new CommandLine(new Kb())
                .addSubcommand(new KbCheckCommand(services, out))
                .addSubcommand(new KbTestCommand(services, out));
        CommandLine eval = new CommandLine(new Eval()).addSubcommand(new EvalSentimentCommand(out));
        CommandLine train = new CommandLine(new Train()).addSubcommand(new TrainSentimentCommand(out));
        this.commands = new CommandLine(new Root())
                .addSubcommand(new ServeCommand(services, out))
                .addSubcommand(new AskCommand(services, out))
                .addSubcommand("kb", kb)
                .addSubcommand("eval", eval)
                .addSubcommand("train", train)
                .addSubcommand(new BenchCommand(services, out, errors))
                .addSubcommand(new RehearseCommand(services))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(errors, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(this::failed);
    }

    public int run(String... arguments) {
        return commands.execute(arguments);
    }

    private int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof Failure known) {
            errors.println(known.getMessage());
        } else {
            LoggerFactory.getLogger(CommandLineEntry.class).error("unexpected failure", failure);
            errors.println("An unexpected failure: " + failure.getMessage() + ". Its details stand in the log above.");
        }
        return ExitCode.FAILURE;
    }

    /** A command that only has others below it. */
    private abstract static class Group implements Runnable {
        @CommandLine.Spec
        private @Nullable CommandSpec spec;

        private final String request;

        Group(String request) {
            this.request = request;
        }

        @Override
        public void run() {
            if (spec != null) {
                throw new CommandLine.ParameterException(spec.commandLine(), request);
            }
        }
    }

    @Command(
            name = "babeldesk",
            mixinStandardHelpOptions = true,
            version = "Babeldesk 0.1.0",
            synopsisSubcommandLabel = "COMMAND",
            description = "Multilingual customer service for cross-border shops.")
    private static final class Root extends Group {
        Root() {
            super("Name a command.");
        }
    }

    @Command(
            name = "kb",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Works on the knowledge base.")
    private static final class Kb extends Group {
        Kb() {
            super("Name a command: check or test.");
        }
    }

    @Command(
            name = "eval",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Measures the service on files of judged examples.")
    private static final class Eval extends Group {
        Eval() {
            super("Name what to measure: sentiment.");
        }
    }

    @Command(
            name = "train",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Makes the files that the service has learnt.")
    private static final class Train extends Group {
        Train() {
            super("Name what to train: sentiment.");
        }
    }
}
