package io.babeldesk.knowledge;

/** Makes an edition findable. Called by one thread at a time. */
@FunctionalInterface
public interface PassageIndexing {

    /** @return a search over exactly this edition, to be closed by whoever holds it */
    PassageSearch index(Edition edition);
}
