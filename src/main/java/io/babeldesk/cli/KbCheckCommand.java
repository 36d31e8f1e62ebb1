package io.babeldesk.cli;

import io.babeldesk.knowledge.intake.Finding.Severity;
import io.babeldesk.knowledge.intake.KnowledgeFolder.Reading;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lints the base. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Names every fault of the knowledge base: file:line: what, expected, do. Ends with 1 if any is an error.")
final class KbCheckCommand implements Callable<Integer> {

    private final Services services;
    private final PrintStream out;

    @Mixin
    private final Folders folders = new Folders();

    @Option(
            names = "--glossary",
            description = "Prints as well how many terms each language has, and which concepts lack one.")
    private boolean glossary;

    KbCheckCommand(Services services, PrintStream out) {
        this.services = services;
        this.out = out;
    }

    @Override
    public Integer call() {
        Reading reading = services.folder(folders.knowledgeBase).read();
        reading.findings().forEach(out::println);
        if (glossary) {
            reading.edition().ifPresent(edition -> out.println(GlossaryTable.of(edition.glossary())));
        }
        return reading.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? ExitCode.FAILURE
                : ExitCode.DONE;
    }
}
