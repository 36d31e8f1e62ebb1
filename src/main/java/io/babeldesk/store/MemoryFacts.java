package io.babeldesk.store;

import io.babeldesk.insight.FactsTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Facts in memory, for tests. */
public final class MemoryFacts implements FactsTable {

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private Progress progress = new Progress(0, 0);

    @Override
    public synchronized Progress progress() {
        return progress;
    }

    @Override
    public synchronized List<Row> of(Collection<String> conversations) {
        return conversations.stream()
                .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                .toList();
    }

    @Override
    public synchronized boolean put(List<Row> given, Progress from, Progress to) {
        if (progress.position() != from.position()) {
            return false;
        }
        given.forEach(row -> rows.put(row.conversation(), row));
        progress = to;
        return true;
    }

    @Override
    public synchronized void clear() {
        rows.clear();
        progress = new Progress(0, 0);
    }

    @Override
    public synchronized void begunWithin(long from, long to, Consumer<Row> each) {
        rows.values().stream()
                .filter(row -> row.begun() >= from && row.begun() < to)
                .forEach(each);
    }
}
