package io.babeldesk.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Looks terms up in a language's fields for one question, each once. Not safe for use by several threads. */
final class Lookups {

    private final LanguageView view;
    private final Fields.OfConcepts concepts;
    private final Map<String, OpenField> fields = new HashMap<>();

    Lookups(LanguageView view, Fields.OfConcepts concepts) {
        this.view = view;
        this.concepts = concepts;
    }

    /** Where this question's concepts are looked for. */
    Fields.OfConcepts concepts() {
        return concepts;
    }

    LanguageView view() {
        return view;
    }

    Occurrences find(String field, String term) throws IOException {
        OpenField open = fields.get(field);
        if (open == null) {
            open = new OpenField(view.field(field));
            fields.put(field, open);
        }
        return open.find(term);
    }

    /** Where a term stands in one segment. */
    private record Place(OpenPart part, TermState state) {}

    /** A segment's terms of a field; the enumerations are used again for each term. */
    private static final class OpenPart {
        private final Segments.Segment segment;
        private final TermsEnum terms;
        private @Nullable PostingsEnum postings;

        OpenPart(FieldView.Part part) throws IOException {
            this.segment = part.segment();
            this.terms = part.terms().iterator();
        }

        PostingsEnum postings(BytesRef term, TermState state) throws IOException {
            terms.seekExact(term, state);
            postings = terms.postings(postings, PostingsEnum.FREQS);
            return postings;
        }
    }

    /** A term in a field. Only one term's postings of a field can be walked at a time. */
    static final class Occurrences {
        private final FieldView field;
        private final BytesRef term;
        private final List<Place> places;
        private final long documents;

        private Occurrences(FieldView field, BytesRef term, List<Place> places, long documents) {
            this.field = field;
            this.term = term;
            this.places = places;
            this.documents = documents;
        }

        FieldView field() {
            return field;
        }

        /** How many documents have it, replaced ones among them until their segment is merged. */
        long documents() {
            return documents;
        }

        int segments() {
            return places.size();
        }

        Segments.Segment segment(int i) {
            return places.get(i).part().segment;
        }

        PostingsEnum postings(int i) throws IOException {
            Place place = places.get(i);
            return place.part().postings(term, place.state());
        }
    }

    private static final class OpenField {
        private final FieldView field;
        private final List<OpenPart> open = new ArrayList<>();
        private final Map<String, Occurrences> found = new HashMap<>();

        OpenField(FieldView field) throws IOException {
            this.field = field;
            for (FieldView.Part part : field.parts()) {
                open.add(new OpenPart(part));
            }
        }

        Occurrences find(String term) throws IOException {
            Occurrences known = found.get(term);
            if (known == null) {
                known = lookUp(new BytesRef(term));
                found.put(term, known);
            }
            return known;
        }

        private Occurrences lookUp(BytesRef term) throws IOException {
            List<Place> places = new ArrayList<>(open.size());
            long documents = 0;
            for (OpenPart part : open) {
                if (part.terms.seekExact(term)) {
                    documents += part.terms.docFreq();
                    places.add(new Place(part, part.terms.termState()));
                }
            }
            return new Occurrences(field, term, places, documents);
        }
    }
}
