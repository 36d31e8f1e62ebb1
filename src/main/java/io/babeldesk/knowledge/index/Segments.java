package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/**
 * A reader's segments, each document with its number: a passage's among the passages of its language, an article's among
 * its language's translations. Sums over a language need arrays no longer than that. Immutable.
 */
final class Segments {

    /** A document that was replaced or is not of this edition. */
    static final int GONE = -1;

    private final List<Segment> all = new ArrayList<>();
    private final Map<Language, LanguageView> languages = new HashMap<>();

    /** @param numbers by document */
    record Segment(
            LeafReader reader,
            @SuppressWarnings("ArrayRecordComponent") int[] numbers) {}

    Segments(DirectoryReader reader, Edition edition) throws IOException {
        Map<String, Integer> numbers = number(edition);
        for (LeafReaderContext leaf : reader.leaves()) {
            all.add(new Segment(leaf.reader(), numbersOf(leaf.reader(), numbers)));
        }
    }

    private Map<String, Integer> number(Edition edition) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<Language, List<Translation>> byLanguage =
                edition.translations().stream().collect(Collectors.groupingBy(Translation::language));
        byLanguage.forEach((language, translations) -> {
            LanguageView view = new LanguageView(language, translations, all);
            languages.put(language, view);
            for (int i = 0; i < view.translations(); i++) {
                numbers.put(PassageDocuments.key(view.translation(i)), i);
            }
            for (int i = 0; i < view.passages(); i++) {
                numbers.put(view.passage(i).key(), i);
            }
        });
        return numbers;
    }

    private static int[] numbersOf(LeafReader segment, Map<String, Integer> numbers) throws IOException {
        int[] byDocument = new int[segment.maxDoc()];
        Arrays.fill(byDocument, GONE);
        Bits live = segment.getLiveDocs();
        BinaryDocValues keys = segment.getBinaryDocValues(Fields.KEY);
        while (keys != null && keys.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
            if (live == null || live.get(keys.docID())) {
                byDocument[keys.docID()] =
                        numbers.getOrDefault(keys.binaryValue().utf8ToString(), GONE);
            }
        }
        return byDocument;
    }

    /** The language's part; an empty one if nothing is written in it. */
    LanguageView in(Language language) {
        LanguageView view = languages.get(language);
        return view == null ? new LanguageView(language, List.of(), List.of()) : view;
    }
}
