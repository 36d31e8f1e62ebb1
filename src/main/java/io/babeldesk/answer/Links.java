package io.babeldesk.answer;

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

    private static final String ARTICLE = "article:";

    private Links() {}

    static List<Inline> in(String text, Evidence evidence) {
        Map<String, String> known = new LinkedHashMap<>();
        evidence.passages().forEach(cited -> known.putAll(namingThemselves(cited.blocks())));
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

    /** Addresses as they are written in a text. */
    static Set<String> targets(List<Block> blocks) {
        return namingThemselves(blocks).keySet();
    }

    /** The words under which passages link to other articles of the shop. */
    static Set<String> titles(List<Block> blocks) {
        Set<String> titles = new LinkedHashSet<>();
        all(blocks).stream()
                .filter(link -> link.href().startsWith(ARTICLE))
                .forEach(link -> titles.add(PlainText.ofInlines(link.children())));
        return titles;
    }

    private static void addText(String text, List<Inline> inlines) {
        if (!text.isEmpty()) {
            inlines.add(new Inline.Text(text));
        }
    }

    /** Only what names itself: the text of other links is words that may mean anything. */
    private static Map<String, String> namingThemselves(List<Block> blocks) {
        Map<String, String> known = new LinkedHashMap<>();
        for (Inline.Link link : all(blocks)) {
            if (link.href().startsWith("mailto:") || link.href().startsWith("tel:")) {
                known.put(PlainText.ofInlines(link.children()), link.href());
            } else if (link.href().startsWith("http")) {
                known.put(link.href(), link.href());
            }
        }
        return known;
    }

    private static List<Inline.Link> all(List<Block> blocks) {
        List<Inline.Link> links = new ArrayList<>();
        blocks.forEach(block -> collect(block, links));
        return links;
    }

    private static void collect(Block block, List<Inline.Link> links) {
        switch (block) {
            case Block.Paragraph p -> p.children().forEach(inline -> collect(inline, links));
            case Block.Heading h -> h.children().forEach(inline -> collect(inline, links));
            case Block.Bullets list -> list.items().forEach(item -> item.forEach(child -> collect(child, links)));
            case Block.Table table -> {
                table.head().forEach(cell -> cell.forEach(inline -> collect(inline, links)));
                table.rows().forEach(row -> row.forEach(cell -> cell.forEach(inline -> collect(inline, links))));
            }
            case Block.Quote quote -> quote.children().forEach(child -> collect(child, links));
            case Block.CodeBlock code -> {}
        }
    }

    private static void collect(Inline inline, List<Inline.Link> links) {
        switch (inline) {
            case Inline.Link link -> links.add(link);
            case Inline.Strong strong -> strong.children().forEach(child -> collect(child, links));
            case Inline.Emphasis emphasis -> emphasis.children().forEach(child -> collect(child, links));
            case Inline.Text text -> {}
            case Inline.Code code -> {}
        }
    }
}
