package io.babeldesk.answer.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.babeldesk.answer.Evidence.Cited;
import io.babeldesk.knowledge.Concept;
import io.babeldesk.language.Language;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The passages that answers are made of again and again, taken apart by the glossary in force. Safe for use by many
 * threads.
 */
final class PassageShelf {

    private static final int PASSAGES = 2_000;

    private final Concepts concepts;
    private final Cache<Key, KnownPassage> known =
            Caffeine.newBuilder().maximumSize(PASSAGES).build();

    private record Key(String text, String title, Language language, Set<String> links) {}

    PassageShelf(List<Concept> glossary) {
        this.concepts = new Concepts(glossary);
    }

    Concepts concepts() {
        return concepts;
    }

    KnownPassage known(Cited cited) {
        Key key = new Key(cited.text(), cited.source().title(), cited.language(), cited.links());
        return known.get(key, this::read);
    }

    private KnownPassage read(Key key) {
        Wording wording = Wording.of(key.text() + "\n" + key.title(), key.language());
        Set<Value> values = new HashSet<>(wording.values.stated());
        for (String link : key.links()) {
            values.addAll(ValueReader.of(key.language()).read(link).stated());
        }
        if (Lexicon.of(key.language()).weekend.stream().anyMatch(wording.plain::contains)) {
            values.add(new Value.Weekday(DayOfWeek.SATURDAY.getValue()));
            values.add(new Value.Weekday(DayOfWeek.SUNDAY.getValue()));
        }
        List<String> text = key.text()
                .lines()
                .flatMap(line -> Cuts.sentences(line).stream())
                .filter(sentence -> !sentence.isBlank())
                .toList();
        return new KnownPassage(
                text, wording, wording.sentences.subList(0, wording.aboveTheLastLine), values, concepts.in(wording));
    }
}
