package io.babeldesk.insight;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the facts of conversations are kept, and how far the log was read for them. Each method is one transaction. Safe
 * for use by many threads.
 */
public interface FactsTable {

    /**
     * @param position of the last event that the facts know of; 0 if they know of none
     * @param form in which they are written
     */
    record Progress(long position, int form) {}

    /**
     * The facts of one conversation.
     *
     * @param begun when it began, in epoch milliseconds
     */
    record Row(String conversation, long begun, String facts) {}

    Progress progress();

    /** Those that there are of these. */
    List<Row> of(Collection<String> conversations);

    /**
     * Keeps facts in place of what was known, if the log was read up to {@code from} until now.
     *
     * @param to how far it has been read with them
     * @return false if somebody else has gone on meanwhile; nothing is kept then
     */
    boolean put(List<Row> rows, Progress from, Progress to);

    /** Forgets everything, so that the log is read from its beginning. */
    void clear();

    /** Hands over each conversation that began in a span of time. */
    void begunWithin(long from, long to, Consumer<Row> each);
}
