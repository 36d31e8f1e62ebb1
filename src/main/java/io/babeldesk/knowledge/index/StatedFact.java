package io.babeldesk.knowledge.index;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.FactValue;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Placeholder;
import io.babeldesk.knowledge.Policies;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What kind of thing a passage's facts state, and by which of the glossary's concepts a question asks for it: "how long
 * is the guarantee" is better answered by the section that names the period. A glossary without these concepts loses
 * nothing but this.
 */
enum StatedFact {
    TIME(Set.of("how-long", "when", "deadline", "hour", "day", "week", "month", "year")),
    AMOUNT(Set.of("how-much", "price", "shipping-cost", "free-shipping", "free-of-charge", "instalments")),
    NAMES(Set.of("payment", "carrier")),
    PLACE(Set.of("address"));

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<String> askedBy;

    StatedFact(Set<String> askedBy) {
        this.askedBy = Set.copyOf(askedBy);
    }

    boolean isAskedBy(Set<String> concepts) {
        return concepts.stream().anyMatch(askedBy::contains);
    }

    /** What kinds of facts a passage states. */
    static Set<StatedFact> in(Passage passage, Policies policies) {
        Set<StatedFact> kinds = EnumSet.noneOf(StatedFact.class);
        values(PlainText.of(passage.blocks()), policies)
                .forEach(value -> of(value).ifPresent(kinds::add));
        return kinds;
    }

    /** Every value, in any market, of the facts that a text shows. */
    static Stream<FactValue> values(String text, Policies policies) {
        return Placeholder.in(text).stream()
                .filter(placeholder -> placeholder.role() == Placeholder.Role.SHOW)
                .flatMap(placeholder -> policies.fact(placeholder.key()).stream())
                .flatMap(fact -> Stream.concat(fact.standard().stream(), fact.byMarket().values().stream()));
    }

    private static Optional<StatedFact> of(FactValue value) {
        return switch (value) {
            case FactValue.Period period -> Optional.of(TIME);
            case FactValue.Day day -> Optional.of(TIME);
            case FactValue.Money money -> Optional.of(AMOUNT);
            case FactValue.Percent percent -> Optional.of(AMOUNT);
            case FactValue.Count count -> Optional.of(AMOUNT);
            case FactValue.Listing listing -> Optional.of(NAMES);
            case FactValue.Plain plain -> Optional.of(PLACE);
            case FactValue.Clock clock -> Optional.empty();
            case FactValue.CurrencyName name -> Optional.empty();
            case FactValue.Address address -> Optional.empty();
            case FactValue.Opening opening -> Optional.empty();
        };
    }
}
