package io.babeldesk.knowledge.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.conversation.Block;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Texts that want to be more than text, and what an article's Markdown makes of each, wherever it stands. */
public final class HostileMarkdown {

    /** Where in an article somebody may write: alone, in every kind of block, nested, and as an address. */
    private static final List<String> PLACES = List.of(
            "%s",
            "[text](%s)",
            "[text](<%s>)",
            "<%s>",
            "![image](%s)",
            "[text][there]\n\n[there]: %s",
            "[text](https://larkwell.example \"%s\")",
            "[%s](https://larkwell.example)",
            "[[text](%s)](%s)",
            "### %s",
            "- %s\n  1. > **%s**",
            "> > - *[**%s**](%s)*",
            "| %s | b |\n|---|---|\n| [x](%s) | `%s` |",
            "```%s\n%s\n```",
            "**[%s](%s \"%s\")**`%s`",
            "*[~~[%s](%s)~~*](https:%s)");

    private HostileMarkdown() {}

    public static List<String> texts() {
        try (InputStream file = Objects.requireNonNull(HostileMarkdown.class.getResourceAsStream("/xss.json"))) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("xss.json cannot be read", e);
        }
    }

    /** All that shoppers are shown of a text, from each place in which it may stand. */
    public static List<Block> blocks(String text) {
        return PLACES.stream()
                .flatMap(place -> read(place.replace("%s", text)).stream())
                .toList();
    }

    static List<Block> read(String markdown) {
        return new MarkdownReader()
                .read("article.md", markdown, 1, false, new Findings()).sections().stream()
                        .flatMap(section -> section.blocks().stream())
                        .toList();
    }
}
