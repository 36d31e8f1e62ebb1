package io.babeldesk.bench;

/** One way to do a thing. {@link #run} may be called by several threads at once. */
interface Contender {

    String name();

    /** Makes ready for so many runs; not measured. */
    default void prepare(int runs) {}

    /** @param number 0 to the number of runs less one, each once in a block */
    void run(int number);
}
