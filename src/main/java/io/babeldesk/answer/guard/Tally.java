package io.babeldesk.answer.guard;

import java.util.HashSet;
import java.util.Set;

/** How much of some words the passages have. Each word counts once. For one thread. */
final class Tally {

    private final Set<String> seen = new HashSet<>();
    private double supported;
    private double mild;
    private double unknown;
    private double unsupported;
    private String example = "";

    void support(String word) {
        supported += seen.add(word) ? 1 : 0;
    }

    void mild(String word) {
        mild += seen.add(word) ? 1 : 0;
    }

    void unknown(String word) {
        unknown += seen.add(word) ? 1 : 0;
    }

    void unsupported(String word, double weight) {
        if (seen.add(word)) {
            example = example.isEmpty() ? word : example;
            unsupported += weight;
        }
    }

    /** Letters without spaces: about so many words of them are supported, and so many are not. */
    void letters(String run, double here, double away) {
        if (seen.add(run)) {
            supported += here;
            unsupported += away;
            example = away > 0 && example.isEmpty() ? run : example;
        }
    }

    double supported() {
        return supported;
    }

    double mild() {
        return mild;
    }

    double unknown() {
        return unknown;
    }

    double unsupported() {
        return unsupported;
    }

    /** The first word that was not found. */
    String example() {
        return example;
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }
}
