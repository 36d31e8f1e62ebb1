package io.babeldesk.store;

import static io.babeldesk.store.JsonText.array;
import static io.babeldesk.store.JsonText.field;
import static io.babeldesk.store.JsonText.list;
import static io.babeldesk.store.JsonText.object;
import static io.babeldesk.store.JsonText.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import java.util.List;

/** Rich text as JSON: {@code {"type":"p","children":[{"type":"text","text":"…"}]}}. Stateless. */
final class JsonBlocks {

    private JsonBlocks() {}

    static JsonNode of(List<Block> blocks) {
        return array(blocks, JsonBlocks::of);
    }

    static List<Block> read(JsonNode blocks) {
        return list(blocks, JsonBlocks::block);
    }

    private static JsonNode of(Block block) {
        return switch (block) {
            case Block.Paragraph p -> object().put("type", "p").set("children", inlines(p.children()));
            case Block.Heading h ->
                object().put("type", "h").put("level", h.level()).set("children", inlines(h.children()));
            case Block.Bullets bullets ->
                object().put("type", bullets.ordered() ? "ol" : "ul")
                        .set("items", array(bullets.items(), JsonBlocks::of));
            case Block.Table table ->
                object().put("type", "table")
                        .<ObjectNode>set("head", cells(table.head()))
                        .set("rows", array(table.rows(), JsonBlocks::cells));
            case Block.Quote quote -> object().put("type", "quote").set("children", of(quote.children()));
            case Block.CodeBlock code -> object().put("type", "code").put("text", code.text());
        };
    }

    private static Block block(JsonNode json) {
        String type = string(json, "type");
        return switch (type) {
            case "p" -> new Block.Paragraph(inlinesIn(json));
            case "h" -> new Block.Heading(field(json, "level").intValue(), inlinesIn(json));
            case "ol", "ul" -> new Block.Bullets(type.equals("ol"), list(field(json, "items"), JsonBlocks::read));
            case "table" ->
                new Block.Table(readCells(field(json, "head")), list(field(json, "rows"), JsonBlocks::readCells));
            case "quote" -> new Block.Quote(read(field(json, "children")));
            case "code" -> new Block.CodeBlock(string(json, "text"));
            default -> throw JsonText.unknown("block", type);
        };
    }

    private static JsonNode of(Inline inline) {
        return switch (inline) {
            case Inline.Text text -> object().put("type", "text").put("text", text.text());
            case Inline.Strong strong -> object().put("type", "strong").set("children", inlines(strong.children()));
            case Inline.Emphasis em -> object().put("type", "em").set("children", inlines(em.children()));
            case Inline.Code code -> object().put("type", "code").put("text", code.text());
            case Inline.Link link ->
                object().put("type", "link").put("href", link.href()).set("children", inlines(link.children()));
        };
    }

    private static Inline inline(JsonNode json) {
        String type = string(json, "type");
        return switch (type) {
            case "text" -> new Inline.Text(string(json, "text"));
            case "strong" -> new Inline.Strong(inlinesIn(json));
            case "em" -> new Inline.Emphasis(inlinesIn(json));
            case "code" -> new Inline.Code(string(json, "text"));
            case "link" -> new Inline.Link(string(json, "href"), inlinesIn(json));
            default -> throw JsonText.unknown("inline", type);
        };
    }

    private static JsonNode inlines(List<Inline> inlines) {
        return array(inlines, JsonBlocks::of);
    }

    private static List<Inline> inlinesIn(JsonNode json) {
        return list(field(json, "children"), JsonBlocks::inline);
    }

    private static JsonNode cells(List<List<Inline>> cells) {
        return array(cells, JsonBlocks::inlines);
    }

    private static List<List<Inline>> readCells(JsonNode json) {
        return list(json, cell -> list(cell, JsonBlocks::inline));
    }
}
