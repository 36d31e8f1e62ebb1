package io.babeldesk.knowledge;

/** Makes an edition findable. {@link #index} is called by one thread at a time. */
public interface PassageIndexing {

    /** @return a search over exactly this edition, to be closed by whoever holds it */
    PassageSearch index(Edition edition);

    /**
     * Adds a part of what takes longer than a publish may: sentence vectors. Searches that are open don't change; one that
     * is made after this finds more. May run beside {@link #index}.
     */
    default Depth deepen(Edition edition) {
        return Depth.REACHED;
    }

    /** How far an edition has got. */
    enum Depth {
        /** There is more to be found now, and more to do. */
        GROWN,
        /** Nothing is left to do. */
        REACHED,
        /** It could not go on; later it may. */
        HELD_UP
    }
}
