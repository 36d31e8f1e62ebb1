package io.babeldesk.desk.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Where the words stand in a text. Safe for use by many threads. */
final class Highlights {

    private static final int BEFORE = 40;
    private static final int LENGTH = 180;

    private final UnifiedHighlighter highlighter;

    Highlights(Analyzer analyzer) {
        this.highlighter = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withBreakIterator(WholeBreakIterator::new)
                .withFormatter(new Places())
                .withWeightMatches(false)
                .build();
    }

    private record Place(int from, int to) {
        boolean overlaps(Place other) {
            return from < other.to && other.from < to;
        }
    }

    private static final class Places extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            List<Place> places = new ArrayList<>();
            for (Passage passage : passages) {
                IntStream.range(0, passage.getNumMatches())
                        .forEach(i -> places.add(new Place(passage.getMatchStarts()[i], passage.getMatchEnds()[i])));
            }
            return places;
        }
    }

    /** A part of the text around the first of the words; none if they don't stand in it. */
    List<Piece> of(Query query, String stemmed, String written, String text, Language language) {
        List<Place> places = new ArrayList<>(places(query, stemmed, text));
        // A language's own analysis may cut finer.
        joined(places(query, written, text)).stream()
                .filter(place -> places.stream().noneMatch(place::overlaps))
                .toList()
                .forEach(places::add);
        places.sort(Comparator.comparingInt(Place::from));
        return places.isEmpty() ? List.of() : cut(text, places, language);
    }

    /** Pairs of characters that overlap are one word. */
    private static List<Place> joined(List<Place> places) {
        List<Place> joined = new ArrayList<>();
        for (Place place : places) {
            if (!joined.isEmpty() && joined.getLast().overlaps(place)) {
                place = new Place(joined.removeLast().from(), place.to());
            }
            joined.add(place);
        }
        return joined;
    }

    @SuppressWarnings("unchecked") // what the formatter above has made
    private List<Place> places(Query query, String field, String text) {
        try {
            Object found = highlighter.highlightWithoutSearcher(field, query, text, 1);
            return found == null ? List.of() : (List<Place>) found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Piece> cut(String text, List<Place> places, Language language) {
        BreakIterator words = BreakIterator.getWordInstance(ULocale.forLanguageTag(language.code()));
        words.setText(text);
        int first = places.getFirst().from();
        int from = first <= BEFORE ? 0 : words.preceding(first - BEFORE + 1);
        int end = from + LENGTH >= text.length() ? text.length() : words.following(from + LENGTH);
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Place place : places) {
            if (place.from() < at || place.to() > end) {
                continue;
            }
            add(pieces, (at == from && from > 0 ? "…" : "") + text.substring(at, place.from()), false);
            add(pieces, text.substring(place.from(), place.to()), true);
            at = place.to();
        }
        add(pieces, text.substring(at, end) + (end < text.length() ? "…" : ""), false);
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text.replaceAll("\\s+", " "), hit));
        }
    }
}
