package io.babeldesk.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the service keeps its data: an option of every command that looks there. */
final class Data {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:BABELDESK_DATA:-data}",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    Path folder = Path.of("data");
}
