package io.babeldesk.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the knowledge base is: an option of every command that reads it. */
final class Folders {

    @Option(
            names = "--knowledge-base",
            paramLabel = "FOLDER",
            defaultValue = "${env:BABELDESK_KNOWLEDGE_BASE:-knowledge-base}",
            description = "The knowledge base (default: ${DEFAULT-VALUE}).")
    Path knowledgeBase = Path.of("knowledge-base");
}
