package io.babeldesk.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.SmallFloat;

/**
 * One field of one language with its statistics for BM25 (Robertson and others 1994, in the form of Lucene's
 * BM25Similarity, which leaves out the constant factor k1 + 1). Immutable.
 */
final class FieldView {

    /** A segment's terms of the field; segments without any are left out. */
    record Part(Segments.Segment segment, Terms terms) {}

    /** How late a repeated word stops to count. */
    static final double K1 = 1.2;
    /** How much length takes away, 0..1. */
    static final double B = 0.75;

    private final List<Part> parts;
    /** By number, how long the field is there, in Lucene's one-byte form. */
    private final byte[] lengths;
    /** By length in that form, what a term's frequency is multiplied with. */
    private final float[] factors = new float[256];

    private final long documents;
    /** In places, where several readings of a word stand in one; Lucene's BM25 counts each reading. */
    private final double meanLength;

    private FieldView(List<Part> parts, byte[] lengths, long documents, double averageLength) {
        this.parts = parts;
        this.lengths = lengths;
        this.documents = documents;
        this.meanLength = IntStream.range(0, lengths.length)
                .map(number -> SmallFloat.byte4ToInt(lengths[number]))
                .average()
                .orElse(1);
        for (int i = 0; i < factors.length; i++) {
            double relative = SmallFloat.byte4ToInt((byte) i) / averageLength;
            factors[i] = (float) (1 / (K1 * (1 - B + B * relative)));
        }
    }

    /** @param size how many numbers there are */
    static FieldView read(String field, int size, List<Segments.Segment> segments) throws IOException {
        List<Part> parts = new ArrayList<>();
        byte[] lengths = new byte[size];
        // A field that has no length counts as one term long, as in Lucene.
        Arrays.fill(lengths, (byte) 1);
        long documents = 0;
        long tokens = 0;
        for (Segments.Segment segment : segments) {
            Terms terms = segment.reader().terms(field);
            if (terms != null) {
                parts.add(new Part(segment, terms));
                documents += terms.getDocCount();
                tokens += terms.getSumTotalTermFreq();
                readLengths(segment, field, lengths);
            }
        }
        double average = documents == 0 ? 1 : (double) tokens / documents;
        return new FieldView(List.copyOf(parts), lengths, documents, average);
    }

    private static void readLengths(Segments.Segment segment, String field, byte[] lengths) throws IOException {
        NumericDocValues known = segment.reader().getNumericDocValues(Fields.length(field));
        while (known != null && known.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
            int number = segment.numbers()[known.docID()];
            if (number != Segments.GONE) {
                lengths[number] = SmallFloat.intToByte4(Math.toIntExact(known.longValue()));
            }
        }
    }

    List<Part> parts() {
        return parts;
    }

    /** How many documents have the field. */
    long documents() {
        return documents;
    }

    /** The rarity of what stands in so many of the documents: the inverse document frequency of BM25. */
    double idf(long having) {
        return Math.log(1 + (documents - Math.min(documents, having) + 0.5) / (having + 0.5));
    }

    /** How far a term's being there so often speaks for the document, 0..1. */
    float saturation(int frequency, int number) {
        return 1 - 1 / (1 + frequency * factors[lengths[number] & 0xFF]);
    }

    double meanLength() {
        return meanLength;
    }

    /** How often a term would be there if the field were of the mean length. */
    double rate(int frequency, int number) {
        return frequency * meanLength / SmallFloat.byte4ToInt(lengths[number]);
    }
}
