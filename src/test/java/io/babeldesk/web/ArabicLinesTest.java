package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Bidi;
import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What is read from left to right is whole where a browser lays an Arabic line of the demo shop out. By Unicode's
 * bidirectional algorithm "+44 20 7946 0958" between Arabic words would begin with 0958.
 */
class ArabicLinesTest {

    // Inside an isolate nothing outside of it counts: bdi and dir in HTML.
    private static final String LEFT_TO_RIGHT_ISOLATE = "\u2066";
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String END = "\u2069";

    private static final Pattern ONE_PIECE =
            Pattern.compile("\\+[0-9][0-9 -]+[0-9]|[A-Za-z0-9][A-Za-z0-9.:/@_-]*[A-Za-z0-9]");

    private static final Edition EDITION = new KnowledgeFolder(Path.of("knowledge-base"), Clock.systemUTC())
            .readForUse()
            .edition()
            .orElseThrow();
    private static final PassageRenderer RENDERER = new PassageRenderer(new FactWording(new Messages()));

    @Test
    void nothingIsTornApart() {
        List<String> torn = new ArrayList<>();
        int pieces = 0;
        for (Passage passage : passages()) {
            for (Market market : EDITION.shop().markets()) {
                for (String line : lines(passage, market)) {
                    String seen =
                            new Bidi(line, Bidi.RTL).writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
                    Matcher piece = ONE_PIECE.matcher(line);
                    while (piece.find()) {
                        pieces++;
                        if (!seen.contains(piece.group())) {
                            torn.add(passage.key() + " for " + market.code() + ": " + piece.group());
                        }
                    }
                }
            }
        }
        assertThat(torn).isEmpty();
        assertThat(pieces).isGreaterThan(1_000);
    }

    @Test
    void withoutIsolatesANumberWouldBeTornApart() {
        String line = "\u0627\u062a\u0635\u0644 +44 20 7946 0958";

        assertThat(new Bidi(line, Bidi.RTL).writeReordered(0)).doesNotContain("+44 20 7946 0958");
    }

    private static List<Passage> passages() {
        return EDITION.translations().stream()
                .filter(translation -> translation.language().equals(Language.of("ar")))
                .flatMap(translation -> translation.passages().stream())
                .toList();
    }

    private static List<String> lines(Passage passage, Market market) {
        List<String> lines = new ArrayList<>();
        WireBlocks.of(RENDERER.render(
                                passage.blocks(),
                                EDITION.policies(),
                                passage.language(),
                                Optional.of(market),
                                EDITION.shop().markets())
                        .blocks())
                .forEach(node -> addLines(node, lines));
        return lines;
    }

    /** Paragraphs, items and cells are lines of their own; what is inside them stays in one. */
    private static void addLines(WireBlocks.Node node, List<String> lines) {
        switch (node) {
            case WireBlocks.Items items -> items.items().forEach(item -> addAll(item, lines));
            case WireBlocks.Table table -> {
                table.head().forEach(cell -> lines.add(inline(cell)));
                table.rows().forEach(row -> row.forEach(cell -> lines.add(inline(cell))));
            }
            case WireBlocks.Holder holder when holder.type().equals("quote") -> addAll(holder.children(), lines);
            case WireBlocks.Holder holder -> lines.add(inline(holder.children()));
            case WireBlocks.Heading heading -> lines.add(inline(heading.children()));
            case WireBlocks.Plain plain -> lines.add(inline(plain));
            case WireBlocks.Link link -> lines.add(inline(link));
        }
    }

    private static void addAll(List<WireBlocks.Node> nodes, List<String> lines) {
        nodes.forEach(node -> addLines(node, lines));
    }

    private static String inline(List<WireBlocks.Node> nodes) {
        StringBuilder line = new StringBuilder();
        nodes.forEach(node -> line.append(inline(node)));
        return line.toString();
    }

    private static String inline(WireBlocks.Node node) {
        return switch (node) {
            case WireBlocks.Plain plain when plain.type().equals("code") -> LEFT_TO_RIGHT_ISOLATE + plain.text() + END;
            case WireBlocks.Plain plain -> plain.text();
            case WireBlocks.Link link -> FIRST_STRONG_ISOLATE + inline(link.children()) + END;
            case WireBlocks.Holder holder
            when holder.type().equals("ltr") -> LEFT_TO_RIGHT_ISOLATE + inline(holder.children()) + END;
            case WireBlocks.Holder holder -> inline(holder.children());
            case WireBlocks.Heading heading -> inline(heading.children());
            case WireBlocks.Items items -> "";
            case WireBlocks.Table table -> "";
        };
    }
}
