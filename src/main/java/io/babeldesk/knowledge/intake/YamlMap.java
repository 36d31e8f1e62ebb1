package io.babeldesk.knowledge.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML mapping read key by key. Each fault is noted with its file and line, and the reading goes on, so that one run
 * names all of them. Scalars are taken as the text that was written: {@code no} is the language, not a boolean.
 */
final class YamlMap {

    private final String file;
    private final int firstLine;
    private final int ownLine;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final Findings findings;

    private YamlMap(String file, int firstLine, int ownLine, @Nullable MappingNode node, Findings findings) {
        this.file = file;
        this.firstLine = firstLine;
        this.ownLine = ownLine;
        this.findings = findings;
        if (node != null) {
            for (NodeTuple entry : node.getValue()) {
                int line = lineOf(entry.getKeyNode());
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    if (values.put(key.getValue(), entry.getValueNode()) != null) {
                        findings.error(file, line, "the key '" + key.getValue() + "' stands twice; keep one of them");
                    }
                    lines.put(key.getValue(), line);
                } else {
                    findings.error(file, line, "found a key that is not text; write 'key: value'");
                }
            }
        }
    }

    /** @param firstLine the line of the file on which the text begins, from 1 */
    static YamlMap parse(String file, String text, int firstLine, Findings findings) {
        MappingNode root = new YamlText(file, text, firstLine, findings).root().orElse(null);
        // What was not read is not missing: its one fault has been noted.
        return new YamlMap(file, firstLine, firstLine, root, root == null ? new Findings() : findings);
    }

    // Reading

    /** Whether there is anything to read. */
    boolean readable() {
        return !values.isEmpty();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isList(String key) {
        return values.get(key) instanceof SequenceNode;
    }

    Collection<String> keys() {
        return values.keySet();
    }

    /** The line on which a key stands; the mapping's own where it is missing. */
    int line(String key) {
        return lines.getOrDefault(key, ownLine);
    }

    String file() {
        return file;
    }

    /** The text of a key; a missing one is an error. */
    String text(String key) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty() && !has(key)) {
            error(key, "the key '" + key + "' is missing; add '" + key + ": …'");
        }
        return text.orElse("");
    }

    Optional<String> optionalText(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        error(key, "'" + key + "' has no text; write one value behind the colon");
        return Optional.empty();
    }

    /** The value of a key by a parser that answers empty for what it can't read. */
    <T> Optional<T> optional(String key, Function<String, Optional<T>> parser, String expected) {
        Optional<String> text = optionalText(key);
        Optional<T> value = text.flatMap(parser);
        if (text.isPresent() && value.isEmpty()) {
            error(key, "found '" + text.get() + "' for '" + key + "', expected " + expected + "; correct it");
        }
        return value;
    }

    /** As {@link #optional}; a missing key is an error too. */
    <T> Optional<T> required(String key, Function<String, Optional<T>> parser, String expected) {
        if (!has(key)) {
            asked.add(key);
            error(key, "the key '" + key + "' is missing, expected " + expected + "; add it");
            return Optional.empty();
        }
        return optional(key, parser, expected);
    }

    List<String> texts(String key) {
        return list(key, Optional::of, "text");
    }

    /** The items of a list; empty where the key is missing. */
    <T> List<T> list(String key, Function<String, Optional<T>> parser, String expected) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            error(key, "'" + key + "' is not a list; write [a, b] or lines that begin with '- '");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            Optional<T> value = item instanceof ScalarNode scalar
                    ? parser.apply(scalar.getValue().strip())
                    : Optional.empty();
            value.ifPresentOrElse(
                    items::add,
                    () -> findings.error(
                            file,
                            lineOf(item),
                            "found '" + written(item) + "' in '" + key + "', expected " + expected + "; correct it"));
        }
        return items;
    }

    private static String written(Node item) {
        return item instanceof ScalarNode scalar ? scalar.getValue().strip() : "keys or a list";
    }

    /** The mapping below a key; an empty one where it is missing. */
    YamlMap map(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null || node instanceof MappingNode) {
            return new YamlMap(file, firstLine, line(key), (MappingNode) node, findings);
        }
        error(key, "'" + key + "' has no keys of its own; write them indented below it");
        return new YamlMap(file, firstLine, line(key), null, findings);
    }

    /** The mappings in the list below a key. */
    List<YamlMap> maps(String key) {
        asked.add(key);
        List<YamlMap> items = new ArrayList<>();
        if (values.get(key) instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof MappingNode mapping) {
                    items.add(new YamlMap(file, firstLine, lineOf(item), mapping, findings));
                } else {
                    findings.error(file, lineOf(item), "an item of '" + key + "' has no keys; write '- key: value'");
                }
            }
        } else {
            error(key, "'" + key + "' is missing or not a list; write lines that begin with '- key: value'");
        }
        return items;
    }

    /** The texts of a key that holds a list or one text. */
    List<String> oneOrMore(String key) {
        return isList(key) ? texts(key) : optionalText(key).map(List::of).orElse(List.of());
    }

    /** To be called last: whatever was not asked for is not known. */
    void rejectOthers() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                error(
                        key,
                        "unknown key '" + key + "'; known are " + String.join(", ", asked) + ": remove or correct it");
            }
        }
    }

    void error(String key, String text) {
        findings.error(file, line(key), text);
    }

    void warning(String key, String text) {
        findings.warning(file, line(key), text);
    }

    private int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + firstLine).orElse(firstLine);
    }
}
