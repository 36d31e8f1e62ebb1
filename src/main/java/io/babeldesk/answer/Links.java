package io.babeldesk.answer;

import io.babeldesk.answer.Evidence.Cited;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes links of the addresses in a text, but only of those that its passages link to. Stateless. */
final class Links {

    private Links() {}

    static List<Inline> in(String text, Evidence evidence) {
        Map<String, String> known = new LinkedHashMap<>();
        evidence.passages().forEach(cited -> collect(cited, known));
        List<Inline> inlines = new ArrayList<>();
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            for (Map.Entry<String, String> link : known.entrySet()) {
                if (text.startsWith(link.getKey(), at)) {
                    addText(text.substring(done, at), inlines);
                    inlines.add(new Inline.Link(link.getValue(), List.of(new Inline.Text(link.getKey()))));
                    done = at + link.getKey().length();
                    at = done - 1;
                    break;
                }
            }
        }
        addText(text.substring(done), inlines);
        return List.copyOf(inlines);
    }

    static Set<String> targets(List<Block> blocks) {
        Map<String, String> known = new LinkedHashMap<>();
        blocks.forEach(block -> collect(block, known));
        return new LinkedHashSet<>(known.keySet());
    }

    private static void addText(String text, List<Inline> inlines) {
        if (!text.isEmpty()) {
            inlines.add(new Inline.Text(text));
        }
    }

    private static void collect(Cited cited, Map<String, String> known) {
        cited.blocks().forEach(block -> collect(block, known));
    }

    private static void collect(Block block, Map<String, String> known) {
        switch (block) {
            case Block.Paragraph p -> p.children().forEach(inline -> collect(inline, known));
            case Block.Heading h -> h.children().forEach(inline -> collect(inline, known));
            case Block.Bullets list -> list.items().forEach(item -> item.forEach(child -> collect(child, known)));
            case Block.Table table -> {
                table.head().forEach(cell -> cell.forEach(inline -> collect(inline, known)));
                table.rows().forEach(row -> row.forEach(cell -> cell.forEach(inline -> collect(inline, known))));
            }
            case Block.Quote quote -> quote.children().forEach(child -> collect(child, known));
            case Block.CodeBlock code -> {}
        }
    }

    /** Only what names itself: the text of other links is words that may mean anything. */
    private static void collect(Inline inline, Map<String, String> known) {
        switch (inline) {
            case Inline.Link link -> {
                String text = PlainText.ofInlines(link.children());
                if (link.href().startsWith("mailto:") || link.href().startsWith("tel:")) {
                    known.put(text, link.href());
                } else if (link.href().startsWith("http")) {
                    known.put(link.href(), link.href());
                }
            }
            case Inline.Strong strong -> strong.children().forEach(child -> collect(child, known));
            case Inline.Emphasis emphasis -> emphasis.children().forEach(child -> collect(child, known));
            case Inline.Text text -> {}
            case Inline.Code code -> {}
        }
    }
}
