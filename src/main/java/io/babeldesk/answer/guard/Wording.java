package io.babeldesk.answer.guard;

import com.ibm.icu.text.BreakIterator;
import io.babeldesk.answer.guard.Signals.Signal;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text taken apart for comparing: sentences, clauses, and in each the words that carry meaning, the words that turn it
 * round, and its values. Immutable.
 */
final class Wording {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nd}']*");
    private static final Pattern ELIDED = Pattern.compile("['’]");

    private static final Pattern CONTRACTED = Pattern.compile("'(?:re|ll|ve|s|d|m)$");

    private static final int FIRST_LETTERS = 5;

    /**
     * A part of a sentence.
     *
     * @param content the words that carry meaning; pairs of letters where a language writes no spaces
     * @param runs the letters of such a language between what says nothing
     * @param conditional whether it says when something holds, not that it holds
     * @param elliptic whether it denies by the verb of the clause before it: "… but not the customs check"
     */
    record Clause(
            Set<String> content,
            Set<String> runs,
            Map<Signal, Set<String>> signals,
            Set<Value> values,
            boolean conditional,
            boolean elliptic) {
        boolean has(Signal signal) {
            return !signals.getOrDefault(signal, Set.of()).isEmpty();
        }
    }

    /**
     * A sentence, or half of one, with its clauses.
     *
     * @param continued whether it is the second half
     */
    record Sentence(List<Clause> clauses, Set<String> content, boolean continued) {}

    final Language language;
    final String text;
    final String plain;
    final List<Sentence> sentences;
    final ValueReader.Reading values;
    final Set<String> content;
    /** So many of the sentences stand above the last line, which is a passage's heading. */
    final int aboveTheLastLine;

    static Wording of(String text, Language language) {
        return new Wording(text, language);
    }

    private Wording(String text, Language language) {
        this.language = language;
        this.text = text;
        this.plain = Plain.of(text);
        this.values = ValueReader.of(language).read(text);
        List<Sentence> read = new ArrayList<>();
        String lead = "";
        int above = 0;
        for (String line : text.split("\\n+", -1)) {
            above = read.size();
            boolean item = line.startsWith("•") || line.matches("^[0-9]{1,2}\\. .*");
            // What a list says is said by its lead: "we do not take back: gift cards".
            String whole = item ? lead + " " + line : line;
            lead = item ? lead : Constructions.lead(line);
            for (String sentence : Cuts.sentences(whole)) {
                boolean continued = false;
                for (String half : item ? List.of(sentence) : Cuts.halves(sentence)) {
                    if (!half.isBlank()) {
                        read.add(sentence(half, item, continued));
                        continued = true;
                    }
                }
            }
        }
        this.aboveTheLastLine = above;
        this.sentences = List.copyOf(read);
        this.content = new LinkedHashSet<>();
        read.forEach(sentence -> content.addAll(sentence.content()));
    }

    private Sentence sentence(String text, boolean item, boolean continued) {
        List<Clause> clauses = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>();
        boolean beginsWithCase = Constructions.beginsWithCase(text, language);
        for (String part : item ? List.of(text) : Cuts.clauses(text, language)) {
            for (Clause clause : clauses(part, clauses.isEmpty() && beginsWithCase)) {
                clauses.add(clause);
                all.addAll(clause.content());
            }
        }
        return new Sentence(List.copyOf(clauses), all, continued);
    }

    /** "It is valid for 36 months and cannot be paid out": what stands on the other side of "and" is not denied. */
    private List<Clause> clauses(String part, boolean isCase) {
        if (part.isBlank()) {
            return List.of();
        }
        Clause whole = clause(part, isCase);
        List<String> pieces = whole.has(Signal.NOT) ? Cuts.ands(part, language) : List.of();
        if (pieces.size() < 2) {
            return List.of(whole);
        }
        List<Clause> apart = pieces.stream()
                .filter(piece -> !piece.isBlank())
                .map(piece -> clause(piece, isCase))
                .toList();
        long denying = apart.stream().filter(clause -> clause.has(Signal.NOT)).count();
        return denying < apart.size() ? apart : List.of(whole);
    }

    private Clause clause(String text, boolean isCase) {
        Signals signals = Signals.of(language);
        String whole = signals.withoutHarmless(Plain.of(text));
        ValueReader reader = ValueReader.of(language);
        ValueReader.Reading read = values.claims().isEmpty() ? reader.nothingIn(text) : reader.read(text);
        List<String> tokens = tokens(Constructions.withoutAsSoonAs(whole), language);
        Map<Signal, Set<String>> found = new EnumMap<>(Signal.class);
        Set<String> saying = new LinkedHashSet<>();
        for (Signal signal : Signal.values()) {
            Set<String> entries = signals.in(whole, tokens, signal);
            if (!entries.isEmpty()) {
                found.put(signal, entries);
            }
            if (signal == Signal.NOT || signal == Signal.FREE || signal == Signal.PAY) {
                saying.addAll(entries);
            }
        }
        if (found.containsKey(Signal.NOT) && Constructions.isOnly(whole, language)) {
            found.put(Signal.ONLY, found.getOrDefault(Signal.NOT, Set.of()));
            found.remove(Signal.NOT);
        }
        if (found.containsKey(Signal.NOT) && found.containsKey(Signal.FREE)) {
            // "Without charge" denies the charge alone.
            Set<String> denying = new LinkedHashSet<>(found.getOrDefault(Signal.NOT, Set.of()));
            found.get(Signal.FREE).forEach(phrase -> denying.removeAll(List.of(phrase.split(" ", -1))));
            if (denying.isEmpty()) {
                found.remove(Signal.NOT);
            }
        }
        Set<String> runs = new LinkedHashSet<>();
        return new Clause(
                content(
                        signals.withoutHarmless(read.rest()),
                        saying,
                        read.claims().stream().anyMatch(Wording::isContact),
                        runs),
                runs,
                found,
                read.stated(),
                // "Have you paid twice? Then …" is a case, too.
                whole.endsWith("?") || isConditional(whole, found.getOrDefault(Signal.IF, Set.of())) || isCase,
                Constructions.isElliptic(whole));
    }

    /** A condition has its word where it begins or, in other languages, where it ends. */
    private static boolean isConditional(String clause, Set<String> words) {
        String text = clause.strip();
        for (String word : words) {
            int at = text.indexOf(word);
            if ((at >= 0 && at <= FIRST_LETTERS) || text.endsWith(word) || text.endsWith(word + ",")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContact(Value value) {
        return value instanceof Value.Reference reference && reference.kind() != Value.Reference.Kind.CODE;
    }

    private Set<String> content(String text, Set<String> judgedElsewhere, boolean contact, Set<String> runs) {
        Signals signals = Signals.of(language);
        Set<String> silent = new LinkedHashSet<>(signals.glue());
        if (contact) {
            silent.addAll(signals.reach());
        }
        Set<String> content = new LinkedHashSet<>();
        if (isBigrams(language)) {
            silent.addAll(signals.mild());
            silent.addAll(judgedElsewhere);
            LetterPairs found = LetterPairs.of(text, silent);
            runs.addAll(found.runs());
            return found.pairs();
        }
        boolean contracts = language.equals(Language.ENGLISH);
        for (String written : tokens(text, language)) {
            String token = contracts ? CONTRACTED.matcher(written).replaceFirst("") : written;
            boolean negation = judgedElsewhere.stream().anyMatch(entry -> token.startsWith(entry) && entry.length() > 1)
                    || judgedElsewhere.contains(token);
            if (!negation && !silent.contains(token) && (token.length() > 1 || !Character.isLetter(token.charAt(0)))) {
                content.add(token);
            }
        }
        return content;
    }

    /** Scripts without spaces, and words made of parts, are compared by pairs of letters. */
    static boolean isBigrams(Language language) {
        return Set.of("zh", "ja", "ko").contains(language.code());
    }

    /** Where what stands before a denial belongs to it. */
    static boolean endsInItsVerb(Language language) {
        return Set.of("ja", "ko", "tr").contains(language.code());
    }

    static List<String> tokens(String plain, Language language) {
        List<String> tokens = new ArrayList<>();
        if (language.code().equals("th")) {
            BreakIterator words = BreakIterator.getWordInstance(language.locale());
            words.setText(plain);
            int start = words.first();
            for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
                String word = plain.substring(start, end);
                if (Character.isLetter(word.charAt(0))) {
                    tokens.add(word);
                }
            }
            return tokens;
        }
        boolean elides = Set.of("fr", "it").contains(language.code());
        // "chúng tôi" is we, "tôi" alone is I.
        String text = language.code().equals("vi") ? plain.replace("chung toi", "chungtoi") : plain;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (elides) {
                for (String part : ELIDED.split(matcher.group(), -1)) {
                    if (!part.isEmpty()) {
                        tokens.add(part);
                    }
                }
            } else {
                tokens.add(matcher.group());
            }
        }
        return tokens;
    }
}
