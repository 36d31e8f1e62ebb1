package io.babeldesk.conversation;

import java.util.List;

/** A piece of rich text. Never HTML: whoever shows it builds it from these kinds alone. */
public sealed interface Block {

    record Paragraph(List<Inline> children) implements Block {}

    /** @param level 2 to 6 */
    record Heading(int level, List<Inline> children) implements Block {}

    /** A list; each item is itself a sequence of blocks. */
    record Bullets(boolean ordered, List<List<Block>> items) implements Block {}

    /** A table; a cell is a sequence of inlines. All rows have as many cells as the head. */
    record Table(List<List<Inline>> head, List<List<List<Inline>>> rows) implements Block {}

    record Quote(List<Block> children) implements Block {}

    record CodeBlock(String text) implements Block {}
}
