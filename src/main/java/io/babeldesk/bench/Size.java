package io.babeldesk.bench;

/**
 * How much is measured.
 *
 * @param passages of the synthetic base that is searched
 * @param blocks in which each side takes its turn
 * @param searches in a block
 * @param questions asked over HTTP: in a block, and of the process whose memory is measured
 * @param starts of each program
 */
public record Size(int passages, int blocks, int searches, int questions, int starts) {}
