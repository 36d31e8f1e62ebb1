package io.babeldesk.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What stands behind a number, the newest conversation first.
 *
 * @param total how many there are, on all pages
 */
public record Listed(long total, List<Entry> entries) {

    /**
     * A conversation, or a turn in it.
     *
     * @param value what was measured of it, in seconds or as a score, where something was
     */
    public record Entry(
            String conversation,
            Optional<String> turn,
            Instant begun,
            String language,
            String market,
            String agent,
            String reason,
            OptionalDouble value) {

        static Entry of(Selection selection, Item item) {
            return new Entry(
                    item.facts().conversation,
                    item.turn(),
                    Instant.ofEpochMilli(item.facts().begun),
                    item.language(),
                    item.market(),
                    item.agent(),
                    item.facts().reason,
                    item.value() == Facts.NEVER
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(selection.measure(item.value())));
        }
    }
}
