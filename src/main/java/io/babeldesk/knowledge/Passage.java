package io.babeldesk.knowledge;

import io.babeldesk.conversation.Block;
import io.babeldesk.language.Language;
import java.util.List;

/**
 * A section of a translation: what can be found and cited.
 *
 * @param number 0 for the text before the first heading, which answers the title's question
 * @param heading the section's heading; the article's title for number 0
 * @param blocks the text with its placeholders, {@code {{returns.window}}}
 */
public record Passage(ArticleId article, Language language, int number, String heading, List<Block> blocks) {

    /** Unique within an edition. */
    public String key() {
        return article + "/" + language + "#" + number;
    }
}
