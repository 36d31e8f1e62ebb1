package io.babeldesk.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs the service until it is told to stop.")
final class ServeCommand implements Callable<Integer> {

    private final Services services;
    private final PrintStream out;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "The address to listen on (default: 127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "The port to listen on, 0 for any (default: 7070).")
    private @Nullable String port;

    @Option(names = "--data", paramLabel = "FOLDER", description = "What must not be lost (default: data).")
    private @Nullable String data;

    @Option(
            names = "--knowledge-base",
            paramLabel = "FOLDER",
            description = "The knowledge base (default: knowledge-base).")
    private @Nullable String knowledgeBase;

    @Option(names = "--demo", description = "Lets an empty data folder begin with a desk at work, to try it alone.")
    private boolean demo;

    ServeCommand(Services services, PrintStream out) {
        this.services = services;
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "HOST", host);
        put(given, "PORT", port);
        put(given, "DATA", data);
        put(given, "KNOWLEDGE_BASE", knowledgeBase);
        put(given, "DEMO", demo ? "true" : null);
        Services.Running running = services.serve(given);
        // A stop signal ends the process through this hook, so that what is being answered is finished first.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(running::close));
        out.println("Demo shop:  " + running.url() + "/");
        out.println("Console:    " + running.url() + "/console");
        running.firstPassword()
                .ifPresent(password -> out.println("Sign in as admin with the password " + password
                        + " (shown this once; you will be asked to choose another)."));
        out.println("Stop with Ctrl+C.");
        new CountDownLatch(1).await();
        return ExitCode.DONE;
    }

    private static void put(Map<String, String> given, String key, @Nullable String value) {
        if (value != null) {
            given.put(key, value);
        }
    }
}
