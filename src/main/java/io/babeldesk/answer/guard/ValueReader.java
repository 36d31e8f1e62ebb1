package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds every value in a text of a language. Immutable; safe for use by many threads. */
final class ValueReader {

    /**
     * What was found.
     *
     * @param claims each must be said by the passages; a duration of several parts is one, by its sum
     * @param rest the text without its values
     */
    record Reading(List<Value> claims, String rest) {
        /** All that may be repeated from this text, bare numbers too. */
        Set<Value> stated() {
            Set<Value> stated = new LinkedHashSet<>(claims);
            for (Value claim : claims) {
                if (claim instanceof Value.Quantity quantity) {
                    stated.add(new Value.Counted(quantity.from()));
                    stated.add(new Value.Counted(quantity.to()));
                }
            }
            return stated;
        }
    }

    private static final Map<Language, ValueReader> ALL = new ConcurrentHashMap<>();

    private final CalendarReader calendar;
    private final SpelledNumbers spelled;
    private final ClockReader clock;
    private final QuantityReader quantities;

    static ValueReader of(Language language) {
        return ALL.computeIfAbsent(language, ValueReader::new);
    }

    private ValueReader(Language language) {
        Lexicon words = Lexicon.of(language);
        UnitFinder units = new UnitFinder(words);
        this.calendar = new CalendarReader(language, words);
        this.spelled = new SpelledNumbers(words, units);
        this.clock = new ClockReader(words);
        this.quantities = new QuantityReader(units);
    }

    Reading read(String text) {
        Scan scan = new Scan(Plain.of(text));
        ContactReader.links(scan);
        calendar.dates(scan);
        ContactReader.phones(scan);
        spelled.spell(scan);
        clock.read(scan);
        quantities.read(scan);
        ContactReader.codes(scan);
        QuantityReader.bare(scan);
        calendar.weekdays(scan);
        return new Reading(List.copyOf(scan.claims), scan.rest);
    }
}
