package io.babeldesk.answer.guard;

import io.babeldesk.answer.Verdict.Held;
import io.babeldesk.answer.Verdict.Reason;
import io.babeldesk.answer.guard.Signals.Signal;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageChooser;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What no sentence may be, whatever its passages say: code, a link in disguise, our instructions, an insult, a promise
 * to act, a person. And it must be in the language of the answer. Safe for use by many threads.
 */
public final class OutputPolicy {

    private static final Pattern CODE = Pattern.compile(
            "<[/!?a-zA-Z]|&(?:[a-zA-Z]{2,8}|#[0-9xX]+);|```|\\]\\(|!\\[|javascript:|data:|\\{\\{|\\}\\}|<<|>>|\\$\\{|[a-z]=[^\\s]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTROL = Pattern.compile(
            "[\\p{Cc}&&[^\\t]]|[\\u202a-\\u202e\\u2066-\\u2069\\ufff0-\\uffff]|[\\x{e0000}-\\x{e007f}]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[(?![A-Z]+_[0-9]+]])");
    /** So many words in a row of the instructions are no accident. */
    private static final int LEAKED_WORDS = 6;

    private static final int FEWEST_LITTLE_WORDS = 4;

    private static final int LONGEST = 700;

    private final Supplier<LanguageChooser> languages;

    public OutputPolicy(Supplier<LanguageChooser> languages) {
        this.languages = languages;
    }

    Case over(Language language, String instructions) {
        return new Case(language, instructions);
    }

    /** A sentence as one language understands it. */
    private record Heard(Signals signals, String meant, List<String> tokens) {
        static Heard of(String plain, Language spoken) {
            Signals signals = Signals.of(spoken);
            String meant = signals.withoutHarmless(plain);
            return new Heard(signals, meant, Wording.tokens(meant, spoken));
        }

        boolean has(Signal signal) {
            return signals.has(meant, tokens, signal);
        }
    }

    /** The sentences of one answer. */
    final class Case {
        private final Language language;
        private final Set<String> instructions = new HashSet<>();

        Case(Language language, String instructions) {
            this.language = language;
            List<String> words = Wording.tokens(Plain.of(instructions), Language.ENGLISH);
            for (int i = 0; i + LEAKED_WORDS <= words.size(); i++) {
                this.instructions.add(String.join(" ", words.subList(i, i + LEAKED_WORDS)));
            }
        }

        /** @param withoutQuotations leaves of a sentence what the speaker says herself */
        Optional<Held> judge(String sentence, UnaryOperator<String> withoutQuotations) {
            if (sentence.length() > LONGEST) {
                return held(Reason.FORM, "length");
            }
            if (sentence.codePoints().noneMatch(Character::isLetter)) {
                return held(Reason.FORM, "no words");
            }
            if (CODE.matcher(sentence).find()
                    || CONTROL.matcher(sentence).find()
                    || PLACEHOLDER.matcher(sentence).find()) {
                return held(Reason.FORM, "code");
            }
            String plain = Plain.of(sentence);
            List<String> words = Wording.tokens(plain, Language.ENGLISH);
            for (int i = 0; i + LEAKED_WORDS <= words.size(); i++) {
                if (instructions.contains(String.join(" ", words.subList(i, i + LEAKED_WORDS)))) {
                    return held(Reason.FORM, "instructions");
                }
            }
            Heard heard = Heard.of(plain, language);
            if (heard.has(Signal.RUDE)
                    || (!language.equals(Language.ENGLISH)
                            && Heard.of(plain, Language.ENGLISH).has(Signal.RUDE))) {
                return held(Reason.FORM, "rude");
            }
            // What is quoted is looked for only where there is a person in the sentence, which is rare.
            if (heard.has(Signal.I) || heard.has(Signal.HUMAN)) {
                Heard own = Heard.of(Plain.of(withoutQuotations.apply(sentence)), language);
                if (own.has(Signal.I)) {
                    return held(Reason.PROMISE, "first person");
                }
                if (own.has(Signal.HUMAN)) {
                    return held(Reason.PROMISE, "human");
                }
            }
            return !isPlainly(words) && OtherLanguage.isIn(sentence, language, languages.get())
                    ? held(Reason.LANGUAGE, "")
                    : Optional.empty();
        }

        /** Where half of the words are the little words of the language, nobody has to ask which one it is. */
        private boolean isPlainly(List<String> words) {
            Signals signals = Signals.of(language);
            long little = words.stream()
                    .filter(word -> signals.glue().contains(word) || signals.isMild(word))
                    .count();
            return little >= FEWEST_LITTLE_WORDS && little * 2 >= words.size();
        }

        private static Optional<Held> held(Reason why, String what) {
            return Optional.of(new Held(why, what));
        }
    }
}
