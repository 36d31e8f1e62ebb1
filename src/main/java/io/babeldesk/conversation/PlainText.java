package io.babeldesk.conversation;

import java.util.List;

/** The plain form of rich text: paragraphs apart by a blank line, list items by a line each. Stateless. */
public final class PlainText {

    private PlainText() {}

    public static String of(List<Block> blocks) {
        StringBuilder out = new StringBuilder();
        blocks.forEach(block -> append(block, out));
        return out.toString().strip();
    }

    public static String ofInlines(List<Inline> inlines) {
        StringBuilder out = new StringBuilder();
        inlines.forEach(inline -> append(inline, out));
        return out.toString();
    }

    /** One paragraph of unformatted text. */
    public static List<Block> paragraph(String text) {
        return List.of(new Block.Paragraph(List.of(new Inline.Text(text))));
    }

    private static void append(Block block, StringBuilder out) {
        switch (block) {
            case Block.Paragraph p -> out.append(ofInlines(p.children())).append("\n\n");
            case Block.Heading h -> out.append(ofInlines(h.children())).append("\n\n");
            case Block.Bullets list -> appendItems(list, out);
            case Block.Table table -> appendRows(table, out);
            case Block.Quote quote -> out.append(of(quote.children())).append("\n\n");
            case Block.CodeBlock code -> out.append(code.text()).append("\n\n");
        }
    }

    private static void appendItems(Block.Bullets list, StringBuilder out) {
        int number = 1;
        for (List<Block> item : list.items()) {
            out.append(list.ordered() ? number++ + ". " : "• ").append(of(item)).append('\n');
        }
        out.append('\n');
    }

    private static void appendRows(Block.Table table, StringBuilder out) {
        appendCells(table.head(), out);
        table.rows().forEach(row -> appendCells(row, out));
        out.append('\n');
    }

    private static void appendCells(List<List<Inline>> cells, StringBuilder out) {
        out.append(String.join(" | ", cells.stream().map(PlainText::ofInlines).toList()))
                .append('\n');
    }

    private static void append(Inline inline, StringBuilder out) {
        switch (inline) {
            case Inline.Text text -> out.append(text.text());
            case Inline.Strong strong -> out.append(ofInlines(strong.children()));
            case Inline.Emphasis emphasis -> out.append(ofInlines(emphasis.children()));
            case Inline.Code code -> out.append(code.text());
            case Inline.Link link -> out.append(ofInlines(link.children()));
        }
    }
}
