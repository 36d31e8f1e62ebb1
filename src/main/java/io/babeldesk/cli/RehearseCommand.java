package io.babeldesk.cli;

import io.babeldesk.bench.Benches.Subject;
import io.babeldesk.knowledge.Edition;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Goes through a day's work in small, so that Java can keep what it has learnt in its ahead-of-time cache. */
@Command(name = "rehearse", hidden = true, description = "Starts the service, answers in every language, and ends.")
final class RehearseCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Folders folders = new Folders();

    RehearseCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Optional<Edition> edition =
                services.folder(folders.knowledgeBase).read().edition();
        edition.ifPresent(base -> services.benches().rehearse(new Subject(folders.knowledgeBase, base)));
        return edition.isPresent() ? ExitCode.DONE : ExitCode.FAILURE;
    }
}
