package io.babeldesk.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The macros of the desk. Safe for use by many threads. */
public interface Macros {

    /** By name. */
    List<Macro> all();

    Optional<Macro> find(String id);

    Macro add(String name, List<Macro.Action> actions, Instant now);

    /** Replaces the one with the same id; false if there is none. */
    boolean change(Macro macro);

    /** False if there is none. */
    boolean remove(String id);
}
