package io.babeldesk.knowledge.intake;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * An article's Markdown as passages of rich text. HTML, images and what else has no block of its own are left out and
 * reported. Safe for use by many threads.
 */
final class MarkdownReader {

    private static final Set<String> SAFE_SCHEMES = Set.of("https:", "http:", "mailto:", "tel:", "article:");

    /** Of blocks in blocks, and of inlines in inlines. People need three or four; the stack has an end. */
    private static final int DEEPEST = 32;

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** The text under one heading; the first section of an article has none. */
    record Section(String heading, int line, List<Block> blocks) {}

    /** A link as it stands in the file. */
    record LinkAt(String href, int line) {}

    /** What a text contains. */
    record Reading(List<Section> sections, List<LinkAt> links) {}

    /** @param firstLine the line of the file on which the Markdown begins, from 1 */
    Reading read(String file, String markdown, int firstLine, boolean joinLines, Findings findings) {
        try {
            return new Walk(file, firstLine, joinLines, findings).document(parser.parse(markdown));
        } catch (StackOverflowError e) {
            // The parser has no limit of its own for emphasis in emphasis.
            findings.error(
                    file,
                    firstLine,
                    "found emphasis or links inside each other thousands of times, expected a few levels; write it flat");
            return new Reading(List.of(), List.of());
        }
    }

    private static final class Walk {
        private final String file;
        private final int firstLine;
        private final boolean joinLines;
        private final Findings findings;
        private final List<LinkAt> links = new ArrayList<>();
        private int line;
        private int depth;

        /** @param joinLines true for scripts that put no space between sentences: a line's end is nothing then */
        Walk(String file, int firstLine, boolean joinLines, Findings findings) {
            this.file = file;
            this.firstLine = firstLine;
            this.joinLines = joinLines;
            this.findings = findings;
            this.line = firstLine;
        }

        Reading document(Node document) {
            List<Section> sections = new ArrayList<>();
            String heading = "";
            int headingLine = firstLine;
            List<Block> blocks = new ArrayList<>();
            for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof Heading found && found.getLevel() <= 2) {
                    sections.add(new Section(heading, headingLine, List.copyOf(blocks)));
                    blocks.clear();
                    heading = PlainText.ofInlines(inlines(found));
                    headingLine = lineOf(found);
                    withoutFacts(heading, "a heading", headingLine);
                } else {
                    addBlock(node, blocks);
                }
            }
            sections.add(new Section(heading, headingLine, List.copyOf(blocks)));
            return new Reading(sections, links);
        }

        private void addBlock(Node node, List<Block> blocks) {
            line = lineOf(node);
            switch (node) {
                case Paragraph p -> blocks.add(new Block.Paragraph(inlines(p)));
                case Heading h -> blocks.add(new Block.Heading(h.getLevel(), inlines(h)));
                case BulletList list -> blocks.add(new Block.Bullets(false, items(list)));
                case OrderedList list -> blocks.add(new Block.Bullets(true, items(list)));
                case BlockQuote quote -> blocks.add(new Block.Quote(children(quote)));
                case FencedCodeBlock code -> blocks.add(code(code.getLiteral()));
                case IndentedCodeBlock code -> blocks.add(code(code.getLiteral()));
                case TableBlock table -> blocks.add(table(table));
                case HtmlBlock html -> dropped("HTML");
                case ThematicBreak rule -> dropped("a ruled line");
                default -> dropped(node.getClass().getSimpleName());
            }
        }

        private Block code(String text) {
            withoutFacts(text, "code", line);
            return new Block.CodeBlock(text.stripTrailing());
        }

        private List<Block> children(Node parent) {
            List<Block> blocks = new ArrayList<>();
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                addBlock(node, blocks);
            }
            return List.copyOf(blocks);
        }

        private List<List<Block>> items(Node list) {
            List<List<Block>> items = new ArrayList<>();
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                items.add(children(item));
            }
            return List.copyOf(items);
        }

        private Block table(TableBlock table) {
            List<List<Inline>> head = List.of();
            List<List<List<Inline>>> rows = new ArrayList<>();
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                    if (part instanceof TableHead && row instanceof TableRow) {
                        head = cells(row);
                    } else if (part instanceof TableBody) {
                        rows.add(cells(row));
                    }
                }
            }
            return new Block.Table(head, List.copyOf(rows));
        }

        private List<List<Inline>> cells(Node row) {
            List<List<Inline>> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                if (cell instanceof TableCell) {
                    cells.add(inlines(cell));
                }
            }
            return List.copyOf(cells);
        }

        private List<Inline> inlines(Node parent) {
            if (depth == DEEPEST) {
                dropped("text inside more than " + DEEPEST + " others");
                return List.of();
            }
            depth++;
            List<Inline> inlines = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                switch (node) {
                    case Text found -> text.append(found.getLiteral());
                    case SoftLineBreak end -> text.append(joinLines ? "" : " ");
                    case HardLineBreak end -> text.append('\n');
                    default -> {
                        flush(text, inlines);
                        addInline(node, inlines);
                    }
                }
            }
            flush(text, inlines);
            depth--;
            return List.copyOf(inlines);
        }

        /** Adjacent pieces of text become one, so that a placeholder never stands across two. */
        private static void flush(StringBuilder text, List<Inline> inlines) {
            if (!text.isEmpty()) {
                inlines.add(new Inline.Text(text.toString()));
                text.setLength(0);
            }
        }

        private void addInline(Node node, List<Inline> inlines) {
            switch (node) {
                case StrongEmphasis strong -> inlines.add(new Inline.Strong(inlines(strong)));
                case Emphasis emphasis -> inlines.add(new Inline.Emphasis(inlines(emphasis)));
                case Code code -> {
                    withoutFacts(code.getLiteral(), "code", lineOf(code));
                    inlines.add(new Inline.Code(code.getLiteral()));
                }
                case Link link -> inlines.addAll(link(link));
                case Image image -> dropped("an image");
                case HtmlInline html -> dropped("HTML");
                default -> dropped(node.getClass().getSimpleName());
            }
        }

        private List<Inline> link(Link link) {
            List<Inline> children = inlines(link);
            String href = link.getDestination();
            withoutFacts(href, "a link's address", lineOf(link));
            if (SAFE_SCHEMES.stream().noneMatch(href::startsWith)) {
                findings.error(
                        file,
                        lineOf(link),
                        "found a link to '" + href
                                + "', expected https:, http:, mailto:, tel: or article:topic/slug; correct the address");
                return children;
            }
            links.add(new LinkAt(href, lineOf(link)));
            return List.of(new Inline.Link(href, children));
        }

        /** Facts are put into text alone. */
        private void withoutFacts(String text, String where, int at) {
            if (text.contains("{{")) {
                findings.error(
                        file, at, "found a fact in " + where + ", where it is not filled in; move it into the text");
            }
        }

        private void dropped(String what) {
            findings.warning(
                    file, line, "found " + what + ", which shoppers are not shown; write paragraphs, lists or tables");
        }

        private int lineOf(Node node) {
            return node.getSourceSpans().isEmpty()
                    ? line
                    : node.getSourceSpans().getFirst().getLineIndex() + firstLine;
        }
    }
}
