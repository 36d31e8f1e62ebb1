package io.babeldesk.answer.guard;

import io.babeldesk.answer.guard.Lexicon.Form;
import io.babeldesk.answer.guard.UnitFinder.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers with a unit or a currency, alone, as ranges, or several that make one duration. Immutable. */
final class QuantityReader {

    private static final Pattern JOINT = Pattern.compile(
            "\\s*(?:-|~|/|\\.\\.\\.?|…)\\s*|\\s(?:[^\\s0-9.,;:!?]{1,8}\\s){1,2}|[至到と及から부터에서]{1,3}\\s?|(?:から|부터|에서|至|到)\\s*");
    private static final Pattern AND = Pattern.compile("\\s*(?:,|[^\\s0-9.;:!?]{1,4})?\\s*");

    private final UnitFinder units;

    QuantityReader(UnitFinder units) {
        this.units = units;
    }

    private record Part(int start, int end, Set<BigDecimal> readings) {}

    void read(Scan scan) {
        Matcher matcher = Numerals.NUMBER.matcher(scan.rest);
        List<Part> parts = new ArrayList<>();
        while (matcher.find()) {
            parts.add(new Part(matcher.start(), matcher.end(), Numerals.readings(matcher.group())));
        }
        StringBuilder left = new StringBuilder(scan.rest);
        List<Value.Quantity> run = new ArrayList<>();
        int runEnd = -1;
        for (int i = 0; i < parts.size(); i++) {
            Part from = parts.get(i);
            boolean joined = i + 1 < parts.size() && joins(scan.rest, from, parts.get(i + 1));
            Part to = joined ? parts.get(i + 1) : from;
            Optional<Found> unit = units.around(scan.rest, from.start(), to.end());
            if (unit.isEmpty()) {
                continue;
            }
            if (joined) {
                i++;
            }
            int end = Math.max(to.end(), unit.get().end());
            int begin = Math.min(from.start(), unit.get().start());
            if (unit.get().currencies().isPresent()) {
                scan.add(new Value.Money(
                        first(from), first(to), unit.get().currencies().get()));
            } else {
                Form form = unit.get().form().orElseThrow();
                Value.Quantity quantity = new Value.Quantity(
                        first(from).multiply(form.factor()), first(to).multiply(form.factor()), form.unit());
                boolean goesOn = runEnd >= 0
                        && quantity.unit() == run.getLast().unit()
                        && (quantity.unit() == Unit.MINUTES || quantity.unit() == Unit.MONTHS)
                        && run.getLast().to().compareTo(quantity.to()) > 0
                        && AND.matcher(scan.rest.substring(runEnd, from.start()))
                                .matches();
                if (!goesOn) {
                    flush(run, scan);
                }
                run.add(quantity);
                runEnd = end;
            }
            Scan.blank(left, begin, end);
        }
        flush(run, scan);
        scan.rest = left.toString();
    }

    /** "4 weeks and 2 days" are 30 days. */
    private static void flush(List<Value.Quantity> run, Scan scan) {
        if (run.size() > 1) {
            BigDecimal sum = run.stream().map(Value.Quantity::to).reduce(BigDecimal.ZERO, BigDecimal::add);
            scan.add(new Value.Quantity(sum, sum, run.getFirst().unit()));
        } else {
            scan.claims.addAll(run);
        }
        run.clear();
    }

    private static BigDecimal first(Part part) {
        return part.readings().iterator().next();
    }

    private boolean joins(String text, Part from, Part to) {
        boolean grows = first(from).compareTo(first(to)) < 0;
        boolean bare = JOINT.matcher(text.substring(from.end(), to.start())).matches()
                && units.unitAt(text, from.end()).isEmpty();
        return grows && (bare || joinsWithUnit(text, from, to));
    }

    /** 5営業日から10営業日, "2 days to 4 days": the unit stands twice. */
    private boolean joinsWithUnit(String text, Part from, Part to) {
        Optional<Found> unit = units.unitAt(text, from.end());
        Optional<Found> next = units.unitAt(text, to.end());
        if (unit.isEmpty() || next.isEmpty() || unit.get().end() > to.start()) {
            return false;
        }
        String between = text.substring(unit.get().end(), to.start()).strip();
        return unit.get().form().equals(next.get().form()) && between.matches("[-~]|から|부터|에서|至|到|to|bis|a|до|ile|ila");
    }

    /** What is left of numbers counts nothing that is known. */
    static void bare(Scan scan) {
        scan.takeNumbers(Numerals.NUMBER, m -> scan.add(new Value.Bare(Numerals.readings(m.group()))));
    }
}
