package io.babeldesk.knowledge;

import io.babeldesk.conversation.Market;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A number that the shop promises, by market.
 *
 * @param key as placeholders name it, {@code returns.window}
 * @param rule the id by which it is traced, {@code RET-01}
 * @param standard the value in every market that has none of its own
 */
public record PolicyFact(String key, String rule, Optional<FactValue> standard, Map<Market, FactValue> byMarket) {

    /** The value in a market; empty where the fact does not exist there. */
    public Optional<FactValue> in(Market market) {
        return Optional.ofNullable(byMarket.get(market)).or(() -> standard);
    }

    /** The value that holds in all of these markets; empty if it differs between them. */
    public Optional<FactValue> inAll(Collection<Market> markets) {
        Set<Optional<FactValue>> values = new HashSet<>();
        markets.forEach(market -> values.add(in(market)));
        return values.size() == 1 ? values.iterator().next() : Optional.empty();
    }

    /** Whether some of these markets have a value and others none. */
    public boolean existsInSomeOnly(Collection<Market> markets) {
        return markets.stream().map(market -> in(market).isPresent()).distinct().count() > 1;
    }

    /** Whether some of these markets have another value than others, or none. */
    public boolean differs(Collection<Market> markets) {
        return markets.stream().map(this::in).distinct().count() > 1;
    }
}
