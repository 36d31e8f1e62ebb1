package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** What one view of the index holds in one language. Its fields are read when first asked for. Safe for many threads. */
final class LanguageView {

    private final Language language;
    private final List<Translation> translations;
    private final List<Passage> passages = new ArrayList<>();
    /** For each passage the number of its translation. */
    private final int[] translationOf;

    private final List<Segments.Segment> segments;
    private final Map<String, FieldView> fields = new ConcurrentHashMap<>();

    LanguageView(Language language, List<Translation> translations, List<Segments.Segment> segments) {
        this.language = language;
        this.translations = List.copyOf(translations);
        this.segments = segments;
        IntStream.Builder owners = IntStream.builder();
        for (int i = 0; i < translations.size(); i++) {
            for (Passage passage : translations.get(i).passages()) {
                passages.add(passage);
                owners.add(i);
            }
        }
        this.translationOf = owners.build().toArray();
    }

    Language language() {
        return language;
    }

    int passages() {
        return passages.size();
    }

    int translations() {
        return translations.size();
    }

    Translation translation(int number) {
        return translations.get(number);
    }

    Passage passage(int number) {
        return passages.get(number);
    }

    int translationOf(int passage) {
        return translationOf[passage];
    }

    List<Segments.Segment> segments() {
        return segments;
    }

    boolean hasVectors(String field) throws IOException {
        for (Segments.Segment segment : segments) {
            if (segment.reader().getFloatVectorValues(field) != null) {
                return true;
            }
        }
        return false;
    }

    FieldView field(String name) {
        return fields.computeIfAbsent(name, this::read);
    }

    private FieldView read(String name) {
        try {
            int documents = Fields.ofArticles(name) ? translations() : passages();
            return FieldView.read(name + language, documents, segments);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }
}
