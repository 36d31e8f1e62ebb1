package io.babeldesk.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rich text as a page receives it: a tree of typed nodes, never HTML. */
final class WireBlocks {

    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFEFC]");

    /** Addresses, telephone numbers, order numbers such as {@code LW-204481} or {@code 2026-0117}, an article 15-3 of a law. */
    private static final Pattern LEFT_TO_RIGHT = Pattern.compile(
            "(?:https?:|www\\.)\\S+|\\+\\d[\\d ()-]{6,30}\\d|\\b(?=[A-Z]|\\d{3}|\\d+-\\d)[A-Z\\d]+(?:[-/][A-Z\\d]+)+\\b");

    private WireBlocks() {}

    sealed interface Node {
        String type();
    }

    record Holder(@JsonProperty String type, List<Node> children) implements Node {}

    record Plain(@JsonProperty String type, String text) implements Node {}

    record Link(@JsonProperty String type, String href, List<Node> children) implements Node {}

    record Heading(@JsonProperty String type, int level, List<Node> children) implements Node {}

    record Items(@JsonProperty String type, List<List<Node>> items) implements Node {}

    record Table(@JsonProperty String type, List<List<Node>> head, List<List<List<Node>>> rows) implements Node {}

    static List<Node> of(List<Block> blocks) {
        return blocks.stream().map(WireBlocks::of).toList();
    }

    static List<Node> paragraph(String text) {
        return List.of(new Holder("p", text(text)));
    }

    private static Node of(Block block) {
        return switch (block) {
            case Block.Paragraph p -> new Holder("p", inlines(p.children()));
            case Block.Heading h -> new Heading("h", h.level(), inlines(h.children()));
            case Block.Bullets list ->
                new Items(
                        list.ordered() ? "ol" : "ul",
                        list.items().stream().map(WireBlocks::of).toList());
            case Block.Table table ->
                new Table(
                        "table",
                        cells(table.head()),
                        table.rows().stream().map(WireBlocks::cells).toList());
            case Block.Quote quote -> new Holder("quote", of(quote.children()));
            case Block.CodeBlock code -> new Plain("code", code.text());
        };
    }

    private static List<List<Node>> cells(List<List<Inline>> cells) {
        return cells.stream().map(WireBlocks::inlines).toList();
    }

    private static List<Node> inlines(List<Inline> inlines) {
        return inlines.stream().flatMap(inline -> of(inline).stream()).toList();
    }

    /** A text; in one that reads from right to left, what does not is set apart. */
    private static List<Node> text(String text) {
        if (!RIGHT_TO_LEFT.matcher(text).find()) {
            return List.of(new Plain("text", text));
        }
        List<Node> nodes = new ArrayList<>();
        Matcher match = LEFT_TO_RIGHT.matcher(text);
        int end = 0;
        while (match.find()) {
            if (match.start() > end) {
                nodes.add(new Plain("text", text.substring(end, match.start())));
            }
            nodes.add(new Holder("ltr", List.of(new Plain("text", match.group()))));
            end = match.end();
        }
        if (end < text.length()) {
            nodes.add(new Plain("text", text.substring(end)));
        }
        return nodes;
    }

    private static List<Node> of(Inline inline) {
        return switch (inline) {
            case Inline.Text text -> text(text.text());
            case Inline.Strong strong -> List.of(new Holder("strong", inlines(strong.children())));
            case Inline.Emphasis emphasis -> List.of(new Holder("em", inlines(emphasis.children())));
            case Inline.Code code -> List.of(new Plain("code", code.text()));
            case Inline.Link link -> List.of(new Link("link", link.href(), inlines(link.children())));
        };
    }
}
