package io.babeldesk.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param passages of the synthetic base that is searched
 * @param time about how long each comparison may take
 * @param searches in a block
 * @param questions put to the process whose memory is measured; no block of the answer bench has more, and the desk has
 *     no more shoppers and agents
 * @param starts of each program
 */
public record Size(int passages, Duration time, int searches, int questions, int starts) {}
