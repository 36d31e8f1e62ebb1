package io.babeldesk;

import io.babeldesk.cli.CommandLineEntry;

/** The command line's entry. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLineEntry(new Assembly(), System.out, System.err).run(arguments));
    }
}
