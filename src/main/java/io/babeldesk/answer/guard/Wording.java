package io.babeldesk.answer.guard;

import com.ibm.icu.text.BreakIterator;
import io.babeldesk.answer.guard.Signals.Signal;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
            // Its condition ends in 면, without a comma, and so do Turkish ones in -se.
            + "|(?<=\\p{IsHangul}면)\\s|(?<=(?:yoksa|[ae]rsa|[ae]rse|[ıiuü]rsa|[ıiuü]rse|m[ae]zs[ae]))\\s"
            // So does Turkish: neden belirtmeden.
            + "|\\s(?=\\S+\\s\\S+m[ea]den\\s)|(?<=m[ea]den)\\s"
            + "|\\s(?=(?:and with|und mit|y con|et avec|e con|e com|и с|и со)\\s)");

    /** What follows "and" is not denied by "without" any more. */
    private static final Map<String, String> ANDS = Map.ofEntries(
            Map.entry("en", "and"),
            Map.entry("de", "und"),
            Map.entry("es", "[ye]"),
            Map.entry("fr", "et"),
            Map.entry("it", "ed?"),
            Map.entry("pt", "e"),
            Map.entry("ru", "и"),
            Map.entry("tr", "ve"),
            Map.entry("nl", "en"),
            Map.entry("pl", "i|oraz"),
            Map.entry("sv", "och"),
            Map.entry("da", "og"),
            Map.entry("no", "og"),
            Map.entry("fi", "ja"),
            Map.entry("cs", "a"),
            Map.entry("ro", "si"),
            Map.entry("hu", "es"),
            Map.entry("el", "και"),
            Map.entry("uk", "і|та"),
            Map.entry("bg", "и"),
            Map.entry("ar", "و"),
            Map.entry("fa", "و"),
            Map.entry("hi", "और"),
            Map.entry("bn", "এবং"),
            Map.entry("vi", "va|và"),
            Map.entry("id", "dan"),
            Map.entry("ms", "dan"));

    private static final Map<Language, Pattern> AND_OF = new ConcurrentHashMap<>();

    private static Pattern and(Language language) {
        return AND_OF.computeIfAbsent(language, spoken -> switch (spoken.code()) {
            // Arabic writes "and" onto the word, Korean onto the verb before.
            case "ar" -> Pattern.compile("\\s(?=و\\s)|\\s(?=و(?:لا|لم|لن|ليس)\\P{L})");
            case "ko" -> Pattern.compile("(?<=\\p{IsHangul}[며고])\\s");
            default -> Pattern.compile("(?iu)\\s(?=(?:" + ANDS.getOrDefault(spoken.code(), "(?!)") + ")\\s)");
        });
    }

    private static final Pattern DENYING =
            Pattern.compile("(?iu)^\\s*(?:" + DENIES_THE_REST + ")\\s.*", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nd}']*");
    private static final Pattern ELIDED = Pattern.compile("['’]");

    private static final Pattern CONTRACTED = Pattern.compile("'(?:re|ll|ve|s|d|m)$");

    /** Korean writes its particles onto the word. */
    private static final Pattern PARTICLE =
            Pattern.compile("(?<=\\p{IsHangul}{2})(?:에는|에서는|에서|에게|으로|은|는|이|가|을|를|의|에|로|와|과|도|부터|까지|으면|면|으며|며|고|지만)"
                    + "(?!\\p{IsHangul})");

    /** Turkish says "as soon as it leaves" by "leaves, leaves not", and denies nothing: çıkar çıkmaz. */
    private static final Pattern AS_SOON_AS = Pattern.compile("\\b((\\p{L}{2,})[aeiu]?r) \\2m[ae]z\\b");

    /** German asks "ist niemand zu Hause, …" for "if nobody is at home". */
    private static final Pattern VERB_FIRST =
            Pattern.compile("^(?:ist|sind|wird|werden|hat|haben|kommt|fehlt|fehlen|weicht|geht|sehen) ");

    /** "Not but once" is once: ne … que, しか … ない. */
    private static final Map<String, Pattern> ONLY = Map.of(
            "fr", Pattern.compile("\\bn(?:e |['’])(?!.*\\b(?:pas|jamais|rien|aucune?|plus)\\b).*\\bqu(?:e |['’])"),
            "ar", Pattern.compile("(?:لا|لن|لم|ليس) .*(?<!\\p{L})الا(?!\\p{L})"),
            "fa", Pattern.compile("جز .*ن"),
            "ja", Pattern.compile("しか.*(?:ない|ません)"),
            // Before it comes: gelmeden önce.
            "tr", Pattern.compile("m[ae]den once"),
            "ko", Pattern.compile("밖에.*(?:않|없|못)"));

    private static final int FIRST_LETTERS = 5;

    private static final String[] NONE = {};

    /**
     * A part of a sentence.
     *
     * @param content the words that carry meaning; pairs of letters where a language writes no spaces
     * @param runs the letters of such a language between what says nothing
     * @param conditional whether it says when something holds, not that it holds
     */
    record Clause(
            Set<String> content,
            Set<String> runs,
            Map<Signal, Set<String>> signals,
            Set<Value> values,
            boolean conditional) {
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
    /** So many of the sentences stand above the last line, which is a passage's heading. */
    final int aboveTheLastLine;

    static Wording of(String text, Language language) {
        return new Wording(text, language);
    }

    private Wording(String text, Language language) {
        this.language = language;
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
            lead = item ? lead : line.strip().endsWith(":") || line.strip().endsWith("：") ? lastSentence(line) : "";
            for (String sentence : SENTENCE_END.split(whole, -1)) {
                if (!sentence.isBlank()) {
                    read.add(sentence(sentence, item));
                }
            }
        }
        this.aboveTheLastLine = above;
        this.sentences = List.copyOf(read);
        this.content = new LinkedHashSet<>();
        read.forEach(sentence -> content.addAll(sentence.content()));
    }

    /** The sentences of a text as they are written. */
    static List<String> sentencesOf(String text) {
        return Stream.of(SENTENCE_END.split(text, -1))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String lastSentence(String line) {
        String[] sentences = SENTENCE_END.split(line, -1);
        return sentences[sentences.length - 1].replaceAll("[:：]\\s*$", " ");
    }

    private Sentence sentence(String text, boolean item) {
        List<Clause> clauses = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>();
        for (String part : item ? List.of(text) : List.of(CLAUSE_END.split(text, -1))) {
            for (Clause clause : clauses(part)) {
                clauses.add(clause);
                all.addAll(clause.content());
            }
        }
        return new Sentence(List.copyOf(clauses), all);
    }

    /** "It is valid for 36 months and cannot be paid out": what stands on the other side of "and" is not denied. */
    private List<Clause> clauses(String part) {
        if (part.isBlank()) {
            return List.of();
        }
        Clause whole = clause(part);
        String[] pieces = whole.has(Signal.NOT)
                ? and(language).split(part, DENYING.matcher(part).matches() ? 2 : 0)
                : NONE;
        if (pieces.length < 2) {
            return List.of(whole);
        }
        List<Clause> apart = Arrays.stream(pieces)
                .filter(piece -> !piece.isBlank())
                .map(this::clause)
                .toList();
        long denying = apart.stream().filter(clause -> clause.has(Signal.NOT)).count();
        return denying < apart.size() ? apart : List.of(whole);
    }

    private Clause clause(String text) {
        Signals signals = Signals.of(language);
        String whole = signals.withoutHarmless(Plain.of(text));
        ValueReader.Reading read = ValueReader.of(language).read(text);
        List<String> tokens = tokens(AS_SOON_AS.matcher(whole).replaceAll("$1"), language);
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
        if (found.containsKey(Signal.NOT) && isOnly(whole)) {
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
                content(read.rest(), saying, read.claims().stream().anyMatch(Wording::isContact), runs),
                runs,
                found,
                read.stated(),
                isConditional(whole, found.getOrDefault(Signal.IF, Set.of())));
    }

    private boolean isOnly(String clause) {
        Pattern only = ONLY.get(language.code());
        return only != null && only.matcher(clause).find();
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
        return VERB_FIRST.matcher(text).find();
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
            addPairs(text, silent, judgedElsewhere, content, runs);
            return content;
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

    private static void addPairs(
            String text, Set<String> glue, Set<String> judgedElsewhere, Set<String> content, Set<String> found) {
        // What is left of a word whose value was taken out is an ending: GAUL10으로.
        String left = text.replaceAll("\u0001\\p{IsHangul}{1,3}(?!\\p{IsHangul})", " ");
        left = PARTICLE.matcher(left).replaceAll(" ");
        List<String> silent = new ArrayList<>(judgedElsewhere);
        silent.addAll(glue);
        silent.sort((a, b) -> Integer.compare(b.length(), a.length()));
        for (String word : silent) {
            if (left.contains(word)) {
                left = isSyllable(word)
                        ? left.replaceAll("(?<!\\p{IsHangul})" + word + "(?!\\p{IsHangul})", " ")
                                .replaceAll("(?<=\\p{IsHangul}{2})" + word + "(?!\\p{IsHangul})", " ")
                        : left.replace(word, " ");
            }
        }
        Matcher runs = Pattern.compile("[\\p{IsHan}]+|[\\p{IsKatakana}ー]+|[\\p{IsHangul}]+|[a-z]{2,}")
                .matcher(left);
        while (runs.find()) {
            String run = runs.group();
            found.add(run);
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

    /** A Korean syllable says little only where it is a word, or ends one. */
    private static boolean isSyllable(String word) {
        return word.length() == 1 && Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.HANGUL;
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
