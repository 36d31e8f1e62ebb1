package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Where texts are cut: into sentences, halves of sentences, clauses, and what stands on either side of an "and". Stateless. */
final class Cuts {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|[。！？؟।\\n]+|(?<=[。！？؟।!?])");
    /** Where a sentence goes on with another thought. */
    private static final Pattern HALF_END = Pattern.compile("[;；؛]\\s*|(?<=\\p{L}):\\s(?=\\p{L})");
    /** "Without" and "except" deny what follows, not what stands before. */
    private static final String DENIES_THE_REST = "without|except|ohne|außer|sin|excepto|salvo|sans|sauf|senza|tranne|"
            + "sem|exceto|без|кроме|دون|بدون|باستثناء|zonder|behalve|bez|oprócz|utan|uden|uten|ilman|fără|χωρίς|"
            + "ללא|בלי|बिना|tanpa|kecuali|крім|освен|kromě|kivéve|undtagen|unntatt|utom|ngoại trừ";

    /** Whatever ends a clause begins with a mark or a space: letters need no other look. */
    private static final Pattern CLAUSE_END = Pattern.compile("(?=\\P{L})(?:"
            + "(?<![0-9])[,;:(){}،؛、，；：]|[,;:、，；：](?![0-9])|\\s-\\s|"
            + "\\s(?=(?:" + DENIES_THE_REST + ")\\s)"
            // Korean denies what stands just before: 이유를 밝히지 않고.
            + "|\\s(?=\\S+\\s\\S+지\\s않고)|(?<=않고)\\s|\\s(?=\\S+\\s없이\\s)|(?<=없이)\\s"
            // Its condition ends in 면, without a comma, and so do Turkish ones in -se.
            + "|(?<=\\p{IsHangul}면)\\s|(?<=(?:yoksa|[ae]rsa|[ae]rse|[ıiuü]rsa|[ıiuü]rse|m[ae]zs[ae]))\\s"
            // So does Turkish: neden belirtmeden.
            + "|\\s(?=\\S+\\s\\S+m[ea]den\\s)|(?<=m[ea]den)\\s(?!önce\\b)"
            + "|\\s(?=(?:and with|und mit|y con|et avec|e con|e com|и с|и со)\\s))");

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

    private static final Pattern LISTED = Pattern.compile("、(?![没未不无非])");
    private static final Pattern DENYING =
            Pattern.compile("(?iu)^\\s*(?:" + DENIES_THE_REST + ")\\s.*", Pattern.DOTALL);

    private Cuts() {}

    static List<String> sentences(String text) {
        return List.of(SENTENCE_END.split(text, -1));
    }

    static List<String> halves(String sentence) {
        return List.of(HALF_END.split(sentence, -1));
    }

    static List<String> clauses(String text, Language language) {
        // The mark between the items of a Chinese list parts no clauses, unless one of them is denied by itself.
        String listed = language.code().equals("zh") ? LISTED.matcher(text).replaceAll(" ") : text;
        return List.of(CLAUSE_END.split(listed, -1));
    }

    /** What stands on either side of "and"; after "without" only the first one ends what is denied. */
    static List<String> ands(String clause, Language language) {
        return List.of(and(language).split(clause, DENYING.matcher(clause).matches() ? 2 : 0));
    }
}
