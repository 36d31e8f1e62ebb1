package io.babeldesk.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private final List<Part> parts;
    /** By number, how long the field is there, in Lucene's one-byte form. */
    private final byte[] lengths;
    /** By length in that form, what a term's frequency is multiplied with. */
    private final float[] factors = new float[256];

    private final long documents;

    private FieldView(List<Part> parts, byte[] lengths, long documents, double averageLength, Bm25 bm25) {
        this.parts = parts;
        this.lengths = lengths;
        this.documents = documents;
        for (int i = 0; i < factors.length; i++) {
            double relative = SmallFloat.byte4ToInt((byte) i) / averageLength;
            factors[i] = (float) (1 / (bm25.k1() * (1 - bm25.b() + bm25.b() * relative)));
        }
    }

    /** @param size how many numbers there are */
    static FieldView read(String field, int size, List<Segments.Segment> segments) throws IOException {
        List<Part> parts = new ArrayList<>();
        byte[] lengths = new byte[size];
        // A field without norms counts as one term long, as in Lucene.
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
        return new FieldView(List.copyOf(parts), lengths, documents, average, Bm25.of(field));
    }

    private static void readLengths(Segments.Segment segment, String field, byte[] lengths) throws IOException {
        NumericDocValues norms = segment.reader().getNormValues(field);
        while (norms != null && norms.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
            int number = segment.numbers()[norms.docID()];
            if (number != Segments.GONE) {
                lengths[number] = (byte) norms.longValue();
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
}
