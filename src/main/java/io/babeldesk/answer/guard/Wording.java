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

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|[。！？؟।\\n]+|(?<=[。！？؟।!?])");
    /** "Without" and "except" deny what follows, not what stands before. */
    private static final String DENIES_THE_REST = "without|except|ohne|außer|sin|excepto|salvo|sans|sauf|senza|tranne|"
            + "sem|exceto|без|кроме|دون|بدون|باستثناء|zonder|behalve|bez|oprócz|utan|uden|uten|ilman|fără|χωρίς|"
            + "ללא|בלי|बिना|tanpa|kecuali|крім|освен|kromě|kivéve|undtagen|unntatt|utom|ngoại trừ";

    private static final Pattern CLAUSE_END = Pattern.compile("(?<![0-9])[,;:(){}،؛、，；：]|[,;:、，；：](?![0-9])|\\s-\\s|"
            + "\\s(?=(?:" + DENIES_THE_REST + ")\\s)"
            // Korean denies what stands just before: 이유를 밝히지 않고.
            + "|\\s(?=\\S+\\s\\S+지\\s않고)|(?<=않고)\\s|\\s(?=\\S+\\s없이\\s)|(?<=없이)\\s"
            // So does Turkish: neden belirtmeden.
            + "|\\s(?=\\S+\\s\\S+m[ea]den\\s)|(?<=m[ea]den)\\s"
            + "|\\s(?=(?:and with|und mit|y con|et avec|e con|e com|и с|и со)\\s)");

    /** What follows "and" is not denied by "without" any more. */
    private static final Pattern AND =
            Pattern.compile("\\s(?=(?:and|und|y|et|e|и|و|ve|en|og|och|ja|és|și|και|і|ו|a|i)\\s)");

    private static final Pattern DENYING =
            Pattern.compile("(?iu)^\\s*(?:" + DENIES_THE_REST + ")\\s.*", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nd}']*");
    private static final Pattern ELIDED = Pattern.compile("['’]");

    /** Korean writes its particles onto the word. */
    private static final Pattern PARTICLE = Pattern.compile(
            "(?<=\\p{IsHangul}{2})(?:에는|에서는|에서|에게|으로|은|는|이|가|을|를|의|에|로|와|과|도|부터|까지)" + "(?!\\p{IsHangul})");

    /** A part of a sentence. */
    record Clause(Set<String> content, Map<Signal, Set<String>> signals, Set<Value> values) {
        boolean has(Signal signal) {
            return !signals.getOrDefault(signal, Set.of()).isEmpty();
        }
    }

    /** A sentence with its clauses. */
    record Sentence(List<Clause> clauses, Set<String> content) {}

    final Language language;
    final String plain;
    final List<Sentence> sentences;
    final ValueReader.Reading values;
    final Set<String> content;

    static Wording of(String text, Language language) {
        return new Wording(text, language);
    }

    private Wording(String text, Language language) {
        this.language = language;
        this.plain = Plain.of(text);
        this.values = ValueReader.of(language).read(text);
        List<Sentence> read = new ArrayList<>();
        String lead = "";
        for (String line : text.split("\\n+", -1)) {
            boolean item = line.startsWith("•") || line.matches("^[0-9]{1,2}\\. .*");
            // What a list says is said by its lead: "we do not take back: gift cards".
            String whole = item ? lead + " " + line : line;
            lead = item ? lead : line.strip().endsWith(":") || line.strip().endsWith("：") ? lastSentence(line) : "";
            for (String sentence : SENTENCE_END.split(whole, -1)) {
                if (!sentence.isBlank()) {
                    read.add(sentence(sentence, item));
                }
            }
        }
        this.sentences = List.copyOf(read);
        this.content = new LinkedHashSet<>();
        read.forEach(sentence -> content.addAll(sentence.content()));
    }

    private static String lastSentence(String line) {
        String[] sentences = SENTENCE_END.split(line, -1);
        return sentences[sentences.length - 1].replaceAll("[:：]\\s*$", " ");
    }

    private Sentence sentence(String text, boolean item) {
        List<Clause> clauses = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>();
        for (String part : item ? List.of(text) : List.of(CLAUSE_END.split(text, -1))) {
            for (String piece : DENYING.matcher(part).matches() ? AND.split(part, 2) : new String[] {part}) {
                if (!piece.isBlank()) {
                    Clause clause = clause(piece);
                    clauses.add(clause);
                    all.addAll(clause.content());
                }
            }
        }
        return new Sentence(List.copyOf(clauses), all);
    }

    private Clause clause(String text) {
        String whole = Plain.of(text);
        ValueReader.Reading read = ValueReader.of(language).read(text);
        Signals signals = Signals.of(language);
        List<String> tokens = tokens(whole, language);
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
        return new Clause(
                content(read.rest(), saying, read.claims().stream().anyMatch(Wording::isContact)),
                found,
                read.stated());
    }

    private static boolean isContact(Value value) {
        return value instanceof Value.Reference reference && reference.kind() != Value.Reference.Kind.CODE;
    }

    private Set<String> content(String text, Set<String> judgedElsewhere, boolean contact) {
        Signals signals = Signals.of(language);
        Set<String> silent = new LinkedHashSet<>(signals.glue());
        if (contact) {
            silent.addAll(signals.reach());
        }
        Set<String> content = new LinkedHashSet<>();
        if (isBigrams(language)) {
            addPairs(text, silent, judgedElsewhere, content);
            return content;
        }
        for (String token : tokens(text, language)) {
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

    private static void addPairs(String text, Set<String> glue, Set<String> judgedElsewhere, Set<String> content) {
        // What is left of a word whose value was taken out is an ending: GAUL10으로.
        String left = text.replaceAll("\u0001\\p{IsHangul}{1,3}(?!\\p{IsHangul})", " ");
        left = PARTICLE.matcher(left).replaceAll(" ");
        List<String> silent = new ArrayList<>(judgedElsewhere);
        silent.addAll(glue);
        silent.sort((a, b) -> Integer.compare(b.length(), a.length()));
        for (String word : silent) {
            if (left.contains(word)) {
                left = left.replace(word, " ");
            }
        }
        Matcher runs = Pattern.compile("[\\p{IsHan}]+|[\\p{IsKatakana}ー]+|[\\p{IsHangul}]+|[a-z]{2,}")
                .matcher(left);
        while (runs.find()) {
            String run = runs.group();
            if (run.length() == 1
                    || run.charAt(0) < 0x80
                    || Character.UnicodeScript.of(run.charAt(0)) == Character.UnicodeScript.KATAKANA) {
                content.add(run);
            } else {
                for (int i = 0; i + 2 <= run.length(); i++) {
                    content.add(run.substring(i, i + 2));
                }
            }
        }
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
