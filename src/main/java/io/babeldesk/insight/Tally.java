package io.babeldesk.insight;

import java.util.EnumMap;
import java.util.Map;

/** What was found of each selection. */
final class Tally {

    private final Map<Selection, Figure.Values> found = new EnumMap<>(Selection.class);

    void add(Selection selection, long value) {
        found.computeIfAbsent(selection, _ -> new Figure.Values()).add(value);
    }

    Figure.Values of(Selection selection) {
        return found.getOrDefault(selection, new Figure.Values());
    }
}
