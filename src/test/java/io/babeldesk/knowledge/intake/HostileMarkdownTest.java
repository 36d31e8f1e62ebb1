package io.babeldesk.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.browser.Line;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an article says, shoppers get blocks of text and links that are safe to open. */
class HostileMarkdownTest {

    private static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "tel", "article");

    @Test
    @Line(30)
    void noAddressButASafeOneComesOutOfHostileTexts() {
        List<String> texts = HostileMarkdown.texts();
        assertThat(texts).hasSizeGreaterThanOrEqualTo(200);

        List<String> addresses = texts.stream()
                .flatMap(text -> HostileMarkdown.blocks(text).stream())
                .flatMap(HostileMarkdownTest::inlines)
                .flatMap(HostileMarkdownTest::addresses)
                .toList();

        assertThat(addresses)
                .hasSizeGreaterThan(texts.size())
                .allSatisfy(address -> assertThat(schemeOf(address)).isIn(SCHEMES));
    }

    /** As a browser reads it: blanks around it and line ends within it do not count. */
    private static String schemeOf(String address) {
        String read = address.replaceAll("^[\\x00-\\x20]+|[\\t\\n\\r]", "");
        return read.substring(0, Math.max(0, read.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            '> '  ;
            '- '  ;
            '1. ' ;
            [     ;
            [     ; ](a)
            ![    ; ](a)
            *     ; *
            '_a* '; '*a_ '
            <a    ;
            `     ;
            |     ;
            """)
    void whatIsNestedWithoutEndIsReadInTime(String opening, @Nullable String closing) {
        List<Block> blocks = HostileMarkdown.read(opening.repeat(10_000) + "text"
                + Objects.requireNonNullElse(closing, "").repeat(10_000));

        assertThat(blocks.toString()).isNotEmpty();
    }

    private static Stream<Inline> inlines(Block block) {
        return switch (block) {
            case Block.Paragraph p -> p.children().stream();
            case Block.Heading h -> h.children().stream();
            case Block.Bullets list ->
                list.items().stream().flatMap(List::stream).flatMap(HostileMarkdownTest::inlines);
            case Block.Table table ->
                Stream.concat(Stream.of(table.head()), table.rows().stream())
                        .flatMap(List::stream)
                        .flatMap(List::stream);
            case Block.Quote quote -> quote.children().stream().flatMap(HostileMarkdownTest::inlines);
            case Block.CodeBlock code -> Stream.empty();
        };
    }

    private static Stream<String> addresses(Inline inline) {
        return switch (inline) {
            case Inline.Text text -> Stream.empty();
            case Inline.Code code -> Stream.empty();
            case Inline.Strong strong -> strong.children().stream().flatMap(HostileMarkdownTest::addresses);
            case Inline.Emphasis emphasis -> emphasis.children().stream().flatMap(HostileMarkdownTest::addresses);
            case Inline.Link link ->
                Stream.concat(Stream.of(link.href()), link.children().stream().flatMap(HostileMarkdownTest::addresses));
        };
    }
}
