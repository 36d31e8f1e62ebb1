package io.babeldesk.store;

import io.babeldesk.desk.Macro;
import io.babeldesk.desk.Macros;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Macros in memory, for tests. */
public final class MemoryMacros implements Macros {

    private final Ids ids = new Ids();
    private final Map<String, Macro> macros = new HashMap<>();

    @Override
    public synchronized List<Macro> all() {
        return macros.values().stream()
                .sorted(Comparator.comparing(Macro::name).thenComparing(Macro::id))
                .toList();
    }

    @Override
    public synchronized Optional<Macro> find(String id) {
        return Optional.ofNullable(macros.get(id));
    }

    @Override
    public synchronized Macro add(String name, List<Macro.Action> actions, Instant now) {
        Macro macro = new Macro(ids.next(Ids.MACRO, now), name, actions);
        macros.put(macro.id(), macro);
        return macro;
    }

    @Override
    public synchronized boolean change(Macro macro) {
        return macros.computeIfPresent(macro.id(), (_, _) -> macro) != null;
    }

    @Override
    public synchronized boolean remove(String id) {
        return macros.remove(id) != null;
    }
}
