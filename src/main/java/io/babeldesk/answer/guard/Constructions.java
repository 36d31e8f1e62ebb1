package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import java.util.Map;
import java.util.regex.Pattern;

/** How languages say a case, "only" or "as soon as" without the words for it. Stateless. */
final class Constructions {

    private static final Pattern ELLIPTIC = Pattern.compile("^(?:(?:but|aber|jedoch|pero|mais|ma|mas|но|а|maar|ale) "
            + "(?:not|nicht|no|pas|non|nao|не|niet|nie)|nicht (?:aber|jedoch)|not) ");

    /** Turkish says "as soon as it leaves" by "leaves, leaves not", and denies nothing: çıkar çıkmaz. */
    private static final Pattern AS_SOON_AS = Pattern.compile("\\b((\\p{L}{2,})[aeiu]?r) \\2m[ae]z\\b");

    /** German asks "ist niemand zu Hause, …" for "if nobody is at home": its verb is first. */
    private static final Pattern VERB_FIRST =
            Pattern.compile("^(?:ist|sind|wird|werden|hat|haben|kommt|fehlt|fehlen|weicht|geht|sehen) ");

    /** "Not but once" is once: ne … que, しか … ない. */
    private static final Map<String, Pattern> ONLY = Map.of(
            "fr", Pattern.compile("\\bn(?:e |['’])(?!.*\\b(?:pas|jamais|rien|aucune?|plus)\\b).*\\bqu(?:e |['’])"),
            "ar", Pattern.compile("(?:لا|لن|لم|ليس) .*(?<!\\p{L})الا(?!\\p{L})"),
            "fa", Pattern.compile("جز .*ن"),
            "ja", Pattern.compile("しか.*(?:ない|ません)|(?:なければ|でないと).*(?:できない|できません|いただけません)"),
            // Before it comes: gelmeden önce.
            "tr", Pattern.compile("m[ae]den once"),
            "ko", Pattern.compile("밖에.*(?:않|없|못)"));

    /** "Finden Sie Ihre nicht, schicken Sie …": and so may be what follows. */
    private static final Pattern TWO_VERBS =
            Pattern.compile("^\\p{L}+(?:en|t) (?:sie|er|es|ihr\\p{L}*|der|die|das|eine?|kein\\p{L}*) [^,:;]*, "
                    + "\\p{L}+(?:en|t) (?:sie|wir|er|es|ihnen|die|der|das|ein\\p{L}*) ");

    /** What announces a list. Japanese and Korean do so by a word, and end the sentence. */
    private static final Pattern LEAD = Pattern.compile("[:：]\\s*$|次の|以下の|다음과 같");

    private Constructions() {}

    /** The sentence of a line that the items of a list below it complete, or nothing. */
    static String lead(String line) {
        if (!LEAD.matcher(line).find()) {
            return "";
        }
        String last = Cuts.sentences(line).stream()
                .filter(sentence -> !sentence.isBlank())
                .reduce("", (before, sentence) -> sentence);
        return LEAD.matcher(last).find() ? last.replaceAll("[:：]\\s*$", " ") : "";
    }

    /** A denial by the verb of the clause before it: "… but not the customs check". */
    static boolean isElliptic(String clause) {
        return ELLIPTIC.matcher(clause.strip()).find();
    }

    static String withoutAsSoonAs(String clause) {
        return AS_SOON_AS.matcher(clause).replaceAll("$1");
    }

    static boolean isOnly(String clause, Language language) {
        Pattern only = ONLY.get(language.code());
        return only != null && only.matcher(clause).find();
    }

    /** @param sentence as it is written */
    static boolean beginsWithCase(String sentence, Language language) {
        if (!language.code().equals("de")) {
            return false;
        }
        String plain = Plain.of(sentence);
        return VERB_FIRST.matcher(plain).find() || TWO_VERBS.matcher(plain).find();
    }
}
