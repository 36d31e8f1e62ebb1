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
        CommandLine train = new CommandLine(new TrainCommand()).addSubcommand(new TrainSentimentCommand(out));
        this.commands = new CommandLine(new Root())
                .addSubcommand(new ServeCommand(services, out))
                .addSubcommand(new AskCommand(services, out))
                .addSubcommand("kb", kb)
                .addSubcommand(new ExplainCommand(services, out))
                .addSubcommand(new EvalCommand(services, out))
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

    @Command(
            name = "babeldesk",
            mixinStandardHelpOptions = true,
            version = "Babeldesk 0.1.0",
            synopsisSubcommandLabel = "COMMAND",
            description = "Multilingual customer service for cross-border shops.")
    private static final class Root implements Runnable {
        @CommandLine.Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
            }
        }
    }

    @Command(
            name = "kb",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Works on the knowledge base.")
    private static final class Kb implements Runnable {
        @CommandLine.Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                throw new CommandLine.ParameterException(spec.commandLine(), "Name a command: check or test.");
            }
        }
    }
}
