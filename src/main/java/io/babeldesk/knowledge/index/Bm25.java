package io.babeldesk.knowledge.index;

/**
 * The parameters of BM25 by field. What an article is about is told by many short ways of asking: there it counts how
 * often a word is said, so that saturation comes later, and length says less.
 *
 * @param k1 how late a repeated word stops to count
 * @param b how much length takes away, 0..1
 */
record Bm25(double k1, double b) {

    private static final Bm25 TEXT = new Bm25(1.2, 0.75);
    private static final Bm25 WAYS_OF_ASKING = new Bm25(3, 0.5);

    static Bm25 of(String field) {
        return field.startsWith(Fields.ABOUT_FIELDS) ? WAYS_OF_ASKING : TEXT;
    }
}
