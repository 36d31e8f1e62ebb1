package io.babeldesk.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import java.util.List;

/** Rich text as a page receives it: a tree of typed nodes, never HTML. */
final class WireBlocks {

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
        return List.of(new Holder("p", List.of(new Plain("text", text))));
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
        return inlines.stream().map(WireBlocks::of).toList();
    }

    private static Node of(Inline inline) {
        return switch (inline) {
            case Inline.Text text -> new Plain("text", text.text());
            case Inline.Strong strong -> new Holder("strong", inlines(strong.children()));
            case Inline.Emphasis emphasis -> new Holder("em", inlines(emphasis.children()));
            case Inline.Code code -> new Plain("code", code.text());
            case Inline.Link link -> new Link("link", link.href(), inlines(link.children()));
        };
    }
}
