package io.babeldesk.cli;

import io.babeldesk.knowledge.intake.Finding;
import io.babeldesk.knowledge.intake.Finding.Severity;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    KbCheckCommand(Services services, PrintStream out) {
        this.services = services;
        this.out = out;
    }

    @Override
    public Integer call() {
        List<Finding> findings = services.folder(folders.knowledgeBase).read().findings();
        findings.forEach(out::println);
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? ExitCode.FAILURE
                : ExitCode.DONE;
    }
}
