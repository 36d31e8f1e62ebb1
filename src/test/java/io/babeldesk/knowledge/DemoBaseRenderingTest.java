package io.babeldesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.PassageRenderer.Rendering;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each passage of the demo base as each shopper reads it: in every language and market, and with none known. */
class DemoBaseRenderingTest {

    private static final Pattern LEFT_OVER = Pattern.compile("[{}]|\\bnull\\b|\\{\\d|#|\\bplural\\b|\ufffd");
    private static final Pattern DOUBLED_SPACE = Pattern.compile("[ \u00a0\u202f]{2}| \\n|\\n ");
    private static final Pattern EASTERN_DIGIT = Pattern.compile("[٠-٩]");
    private static final Pattern WESTERN_DIGIT = Pattern.compile("[0-9]");
    private static final String UNSPACED = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]";
    private static final Pattern SPACE_IN_UNSPACED =
            Pattern.compile("(" + UNSPACED + ") +[\\p{L}\\p{Nd}]|[\\p{L}\\p{Nd}] +(" + UNSPACED + ")");
    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}]");
    private static final Pattern DIRECTION_MARK = Pattern.compile("[\u202a-\u202e]");

    private static final Pattern TRADITIONAL = Pattern.compile("[個時間內後訂單發貨與並]");

    private static final Edition EDITION = new KnowledgeFolder(Path.of("knowledge-base"), Clock.systemUTC())
            .read()
            .edition()
            .orElseThrow();
    private static final PassageRenderer RENDERER = new PassageRenderer(new FactWording(new Messages()));
    private static final List<Reading> READINGS = readings();

    private final List<String> faults = new ArrayList<>();

    /** A passage as it is read in one market; all tests look at the same, for there are some thousands. */
    private record Reading(Passage passage, Optional<Market> market, Rendering rendering) {
        String text() {
            return PlainText.of(rendering.blocks());
        }

        boolean isIn(String... languages) {
            return List.of(languages).contains(passage.language().code());
        }
    }

    private static List<Reading> readings() {
        List<Optional<Market>> markets = Stream.concat(
                        Stream.of(Optional.<Market>empty()),
                        EDITION.shop().markets().stream().map(Optional::of))
                .toList();
        return EDITION.translations().stream()
                .flatMap(translation -> translation.passages().stream())
                .flatMap(passage -> markets.stream()
                        .map(market -> new Reading(passage, market, render(passage, EDITION.policies(), market))))
                .toList();
    }

    private static Rendering render(Passage passage, Policies policies, Optional<Market> market) {
        return RENDERER.render(
                passage.blocks(),
                policies,
                passage.language(),
                market,
                EDITION.shop().markets());
    }

    private void fault(String what, Reading reading, String text) {
        faults.add(what + " in " + reading.passage().key() + " for "
                + reading.market().map(Market::code).orElse("no market") + ": " + text);
    }

    private void look(Pattern fault, String what, Reading reading, String text) {
        Matcher matcher = fault.matcher(text);
        if (matcher.find()) {
            int from = Math.max(0, matcher.start() - 30);
            fault(what, reading, text.substring(from, Math.min(text.length(), matcher.end() + 30)));
        }
    }

    @Test
    void everyPassageReadsWellInEveryLanguageAndMarket() {
        for (Reading reading : READINGS) {
            look(LEFT_OVER, "what is no text", reading, reading.text());
            look(DOUBLED_SPACE, "doubled spaces", reading, reading.text());
            if (reading.isIn("zh")) {
                look(TRADITIONAL, "traditional characters", reading, withoutNames(reading.text()));
            }
            if (reading.isIn("zh", "ja")) {
                look(SPACE_IN_UNSPACED, "a space in unspaced text", reading, withoutNames(reading.text()));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(READINGS).hasSizeGreaterThan(8_000);
    }

    /** Addresses and names stand as they are in every language. */
    private static String withoutNames(String text) {
        List<String> names = new ArrayList<>();
        for (String key : List.of("returns.address", "payment.methods", "delivery.carriers", "returns.dropoff")) {
            PolicyFact fact = EDITION.policies().fact(key).orElseThrow();
            for (FactValue value : fact.byMarket().values()) {
                names.addAll(value instanceof FactValue.Listing list ? list.names() : List.of());
                names.addAll(value instanceof FactValue.Plain plain ? List.of(plain.text()) : List.of());
            }
        }
        return names.stream().reduce(text, (left, name) -> left.replace(name, ""));
    }

    @Test
    void noBlockIsEmpty() {
        for (Reading reading : READINGS) {
            for (Block block : reading.rendering().blocks()) {
                if (!isFull(block)) {
                    fault("an empty block", reading, block.toString());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean isFull(Block block) {
        return switch (block) {
            case Block.Paragraph p -> isFull(p.children());
            case Block.Heading h -> isFull(h.children());
            case Block.Bullets list ->
                !list.items().isEmpty() && list.items().stream().allMatch(item -> areFull(item));
            case Block.Table table ->
                !table.rows().isEmpty()
                        && table.rows().stream()
                                .allMatch(row -> row.size() == table.head().size());
            case Block.Quote quote -> areFull(quote.children());
            case Block.CodeBlock code -> !code.text().isBlank();
        };
    }

    private static boolean areFull(List<Block> blocks) {
        return !blocks.isEmpty() && blocks.stream().allMatch(DemoBaseRenderingTest::isFull);
    }

    private static boolean isFull(List<Inline> inlines) {
        return !PlainText.ofInlines(inlines).isBlank();
    }

    @Test
    void theFirstPassageAlwaysAnswersAndAKnownMarketIsNotAskedFor() {
        for (Reading reading : READINGS) {
            if (reading.passage().number() == 0 && reading.rendering().blocks().isEmpty()) {
                fault("nothing", reading, "");
            }
            if (reading.market().isPresent() && reading.rendering().needsMarket()) {
                fault("a question for the market", reading, "");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void digitsAreThoseOfTheMarket() {
        for (Reading reading : READINGS) {
            boolean eastern = reading.isIn("ar") && reading.market().equals(Optional.of(new Market("SA")));
            Pattern foreign = eastern ? WESTERN_DIGIT : EASTERN_DIGIT;
            reading.rendering().facts().forEach((key, said) -> {
                if (!key.matches("contact\\..*|returns.address")
                        && foreign.matcher(said).find()) {
                    fault("foreign digits of " + key, reading, said);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    /** How Arabic lines are laid out is tested where they are written for the page. */
    @Test
    void directionsAreNotMixed() {
        for (Reading reading : READINGS) {
            if (!reading.isIn("ar")) {
                look(RIGHT_TO_LEFT, "letters from the right", reading, withoutNames(reading.text()));
            }
            look(DIRECTION_MARK, "a mark that turns the direction", reading, reading.text());
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatNeedsTheMarketDiffersByMarket() {
        List<Policies> byMarket = EDITION.shop().markets().stream()
                .map(DemoBaseRenderingTest::policiesOf)
                .toList();
        for (Reading reading : READINGS) {
            if (reading.market().isEmpty() && reading.isIn("en", "ar")) {
                long different = byMarket.stream()
                        .map(there -> PlainText.of(render(reading.passage(), there, Optional.empty())
                                .blocks()))
                        .distinct()
                        .count();
                if (reading.rendering().needsMarket() != (different > 1)) {
                    fault("needsMarket", reading, different + " different texts");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What holds in a market, as if it held everywhere. */
    private static Policies policiesOf(Market market) {
        Map<String, PolicyFact> facts = new HashMap<>();
        EDITION.policies()
                .facts()
                .forEach((key, fact) -> facts.put(key, new PolicyFact(key, fact.rule(), fact.in(market), Map.of())));
        return new Policies(facts);
    }
}
