package io.babeldesk.knowledge.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

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
            Parser parser = new Shallow(new ParserImpl(LIMITS, new StreamReader(LIMITS, text)));
            Node root = new Composer(LIMITS, parser).getSingleNode().orElse(null);
            if (root instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            error(0, "found no keys, expected keys and values; write 'key: value' lines");
        } catch (TooDeep e) {
            error(e.line, "found values nested more than " + DEEPEST + " deep; write fewer levels");
        } catch (MarkedYamlEngineException e) {
            error(
                    e.getProblemMark().map(Mark::getLine).orElse(0),
                    "not valid YAML: " + oneLine(e.getProblem()) + "; mend the line or quote the text");
        } catch (YamlEngineException e) {
            error(0, "not valid YAML: " + oneLine(e.getMessage()) + "; make the file smaller and simpler");
        }
        return Optional.empty();
    }

    /** Stops before nodes are made of what is nested too deeply: that could overflow the stack. */
    private static final class Shallow implements Parser {
        private final Parser parser;
        private int depth;

        Shallow(Parser parser) {
            this.parser = parser;
        }

        @Override
        public Event next() {
            Event event = parser.next();
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw new TooDeep(event.getStartMark().map(Mark::getLine).orElse(0));
            }
            return event;
        }

        @Override
        public boolean checkEvent(Event.ID id) {
            return parser.checkEvent(id);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }
    }

    private static final class TooDeep extends YamlEngineException {
        private static final long serialVersionUID = 1;

        /** From 0. */
        private final int line;

        TooDeep(int line) {
            super("nested too deeply");
            this.line = line;
        }
    }

    private void error(int line, String what) {
        findings.error(file, line + firstLine, what);
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }
}
