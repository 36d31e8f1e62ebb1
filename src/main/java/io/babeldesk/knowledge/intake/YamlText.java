package io.babeldesk.knowledge.intake;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** A text that is to be YAML with keys at its root. What it is instead is noted with its line. */
final class YamlText {

    /** Enough for any real file; a "YAML bomb" of nested aliases ends here. */
    private static final LoadSettings LIMITS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(20)
            .setCodePointLimit(4 * 1024 * 1024)
            .build();

    private static final int DEEPEST = 20;

    private final String file;
    private final String text;
    private final int firstLine;
    private final Findings findings;

    /** @param firstLine the line of the file on which the text begins, from 1 */
    YamlText(String file, String text, int firstLine, Findings findings) {
        this.file = file;
        this.text = text;
        this.firstLine = firstLine;
        this.findings = findings;
    }

    Optional<MappingNode> root() {
        try {
            OptionalInt tooDeep = tooDeep();
            if (tooDeep.isPresent()) {
                error(tooDeep.getAsInt(), "found values nested more than " + DEEPEST + " deep; write fewer levels");
                return Optional.empty();
            }
            Node root = new Compose(LIMITS).composeString(text).orElse(null);
            if (root instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            error(0, "found no keys, expected keys and values; write 'key: value' lines");
        } catch (MarkedYamlEngineException e) {
            error(
                    e.getProblemMark().map(Mark::getLine).orElse(0),
                    "not valid YAML: " + oneLine(e.getProblem()) + "; mend the line or quote the text");
        } catch (YamlEngineException e) {
            error(0, "not valid YAML: " + oneLine(e.getMessage()) + "; make the file smaller and simpler");
        }
        return Optional.empty();
    }

    /** The first line, from 0, that is nested too deeply: making nodes of it could overflow the stack. */
    private OptionalInt tooDeep() {
        int depth = 0;
        for (Event event : new Parse(LIMITS).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST) {
                return OptionalInt.of(event.getStartMark().map(Mark::getLine).orElse(0));
            }
        }
        return OptionalInt.empty();
    }

    private void error(int line, String what) {
        findings.error(file, line + firstLine, what);
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }
}
