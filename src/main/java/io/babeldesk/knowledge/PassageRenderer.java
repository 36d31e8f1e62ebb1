package io.babeldesk.knowledge;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the facts of a market into a text, in its language. A paragraph, list item or table row that names a fact which
 * the market does not have is left out. Stateless; safe for use by many threads.
 */
public final class PassageRenderer {

    private final FactWording wording;

    public PassageRenderer(FactWording wording) {
        this.wording = wording;
    }

    /**
     * The text as a shopper reads it.
     *
     * @param blocks empty where nothing holds in the market
     * @param facts the facts stated, by key, as they are worded
     * @param rules the rule id of each stated fact, by key
     * @param needsMarket true if the market is unknown and the text would differ by it
     */
    public record Rendering(
            List<Block> blocks, Map<String, String> facts, Map<String, String> rules, boolean needsMarket) {}

    /** @param markets all that the shop sells to: a fact that is the same in each needs no market to be known */
    public Rendering render(
            List<Block> template,
            Policies policies,
            Language language,
            Optional<Market> market,
            Collection<Market> markets) {
        Pass pass = new Pass(policies, language, market, markets);
        List<Block> blocks = pass.blocks(template);
        return new Rendering(blocks, Map.copyOf(pass.facts), Map.copyOf(pass.rules), pass.needsMarket);
    }

    /** A passage of an edition, by the facts of that edition. */
    public Rendering render(Passage passage, Edition edition, Optional<Market> market) {
        return render(
                passage.blocks(),
                edition.policies(),
                passage.language(),
                market,
                edition.shop().markets());
    }

    /** One walk over a text. */
    private final class Pass {
        private final Policies policies;
        private final Language language;
        private final Optional<Market> market;
        private final Collection<Market> markets;
        private final Map<String, String> facts = new LinkedHashMap<>();
        private final Map<String, String> rules = new LinkedHashMap<>();
        private boolean needsMarket;

        Pass(Policies policies, Language language, Optional<Market> market, Collection<Market> markets) {
            this.policies = policies;
            this.language = language;
            this.market = market;
            this.markets = markets;
        }

        List<Block> blocks(List<Block> template) {
            List<Block> rendered = new ArrayList<>();
            template.forEach(block -> block(block).ifPresent(rendered::add));
            return withoutBareHeadings(rendered);
        }

        /** A heading of which nothing remains below is left out. */
        private static List<Block> withoutBareHeadings(List<Block> blocks) {
            List<Block> kept = new ArrayList<>();
            for (Block block : blocks.reversed()) {
                boolean bare = block instanceof Block.Heading heading
                        && (kept.isEmpty()
                                || (kept.getFirst() instanceof Block.Heading next && next.level() <= heading.level()));
                if (!bare) {
                    kept.addFirst(block);
                }
            }
            return kept;
        }

        private Optional<Block> block(Block block) {
            return switch (block) {
                case Block.Paragraph p -> inlines(p.children()).map(Block.Paragraph::new);
                case Block.Heading h -> inlines(h.children()).map(children -> new Block.Heading(h.level(), children));
                case Block.Bullets list -> bullets(list);
                case Block.Table table -> table(table);
                case Block.Quote quote ->
                    Optional.of(blocks(quote.children()))
                            .filter(children -> !children.isEmpty())
                            .map(Block.Quote::new);
                case Block.CodeBlock code -> Optional.of(code);
            };
        }

        private Optional<Block> bullets(Block.Bullets list) {
            List<List<Block>> items = new ArrayList<>();
            for (List<Block> item : list.items()) {
                // What hangs below an item's own text goes with it.
                Optional<Block> own = item.isEmpty() ? Optional.empty() : block(item.getFirst());
                if (own.isPresent()) {
                    List<Block> rendered = blocks(item.subList(1, item.size()));
                    rendered.addFirst(own.get());
                    items.add(rendered);
                }
            }
            return items.isEmpty() ? Optional.empty() : Optional.of(new Block.Bullets(list.ordered(), items));
        }

        private Optional<Block> table(Block.Table table) {
            Optional<List<List<Inline>>> head = cells(table.head());
            List<List<List<Inline>>> rows = new ArrayList<>();
            table.rows().forEach(row -> cells(row).ifPresent(rows::add));
            return head.isEmpty() || rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Table(head.get(), rows));
        }

        private Optional<List<List<Inline>>> cells(List<List<Inline>> row) {
            List<List<Inline>> rendered = new ArrayList<>();
            for (List<Inline> cell : row) {
                Optional<List<Inline>> inlines = inlines(cell);
                if (inlines.isEmpty()) {
                    return Optional.empty();
                }
                rendered.add(inlines.get());
            }
            return Optional.of(rendered);
        }

        /** Empty if a fact is missing, and so is whatever names it. */
        private Optional<List<Inline>> inlines(List<Inline> template) {
            List<Inline> rendered = new ArrayList<>();
            for (Inline inline : template) {
                Optional<List<Inline>> parts = inline(inline);
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                rendered.addAll(parts.get());
            }
            return Optional.of(rendered);
        }

        private Optional<List<Inline>> inline(Inline inline) {
            return switch (inline) {
                case Inline.Text text -> text(text.text());
                case Inline.Strong strong ->
                    inlines(strong.children()).map(children -> List.of(new Inline.Strong(children)));
                case Inline.Emphasis emphasis ->
                    inlines(emphasis.children()).map(children -> List.of(new Inline.Emphasis(children)));
                case Inline.Link link ->
                    inlines(link.children()).map(children -> List.of(new Inline.Link(link.href(), children)));
                case Inline.Code code -> Optional.of(List.of(code));
            };
        }

        private Optional<List<Inline>> text(String text) {
            List<Inline> parts = new ArrayList<>();
            int done = 0;
            for (Placeholder placeholder : Placeholder.in(text)) {
                addText(text.substring(done, placeholder.start()), parts);
                done = placeholder.end();
                Optional<FactValue> value = value(placeholder);
                boolean wanted = placeholder.role() != Placeholder.Role.IF_MISSING;
                if (value.isPresent() != wanted) {
                    return Optional.empty();
                }
                if (placeholder.role() == Placeholder.Role.SHOW) {
                    parts.add(show(placeholder, value.orElseThrow()));
                } else {
                    while (done < text.length() && Character.isWhitespace(text.charAt(done))) {
                        done++;
                    }
                }
            }
            addText(text.substring(done), parts);
            return Optional.of(parts);
        }

        private static void addText(String text, List<Inline> parts) {
            if (!text.isEmpty()) {
                parts.add(new Inline.Text(text));
            }
        }

        private Optional<FactValue> value(Placeholder placeholder) {
            PolicyFact fact = policies.fact(placeholder.key()).orElse(null);
            if (fact == null) {
                return Optional.empty();
            }
            if (market.isPresent()) {
                return fact.in(market.get());
            }
            needsMarket |= placeholder.role() == Placeholder.Role.SHOW
                    ? fact.differs(markets)
                    : fact.existsInSomeOnly(markets);
            // The first market stands in, so that the walk goes on and every fact that differs is noticed.
            return fact.inAll(markets)
                    .or(() -> markets.stream().flatMap(m -> fact.in(m).stream()).findFirst());
        }

        private Inline show(Placeholder placeholder, FactValue value) {
            String worded = wording.say(value, language, market, placeholder.grammaticalCase());
            policies.fact(placeholder.key()).ifPresent(fact -> rules.put(fact.key(), fact.rule()));
            facts.put(placeholder.key(), worded);
            return value instanceof FactValue.Address address
                    ? new Inline.Link(address.href(), List.of(new Inline.Text(worded)))
                    : new Inline.Text(worded);
        }
    }
}
