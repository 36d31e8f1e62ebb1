package io.babeldesk.knowledge.intake;

import java.util.Optional;

/**
 * An article's file cut in two. The front matter is whole YAML, which the Markdown parser's own extension does not read.
 *
 * @param bodyLine the line on which the body begins, from 1
 */
record ArticleText(String frontMatter, String body, int bodyLine) {

    static Optional<ArticleText> split(String text) {
        if (!text.startsWith("---\n")) {
            return Optional.empty();
        }
        int end = text.indexOf("\n---\n", 3);
        if (end < 0) {
            return Optional.empty();
        }
        String frontMatter = text.substring(4, Math.max(4, end + 1));
        String body = text.substring(end + 5);
        int bodyLine = 1
                + (int) text.substring(0, end + 5)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return Optional.of(new ArticleText(frontMatter, body, bodyLine));
    }
}
