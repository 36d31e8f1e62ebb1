package io.babeldesk.answer.guard;

import io.babeldesk.answer.TranslationGuard;
import io.babeldesk.knowledge.Concept;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageChooser;
import io.babeldesk.language.Writing;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Holds a translation that says another number than its text, is in another language, is far too short or too long, or
 * has code in it. It cannot tell whether the words mean the same. Safe for use by many threads.
 */
public final class FaithfulTranslations implements TranslationGuard {

    private static final Pattern MARK = Pattern.compile("\\[\\[[A-Z]+_[0-9]+]]");
    private static final Pattern CODE = Pattern.compile(
            "<[/!?a-zA-Z]|&(?:[a-zA-Z]{2,8}|#[0-9xX]+);|```|\\]\\(|!\\[|javascript:|[\\x{e0000}-\\x{e007f}]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final BigDecimal ONE = BigDecimal.ONE;

    private static final int MOST_TERMS = 8;
    /** So many words in a row of the instructions are no accident. */
    private static final int LEAKED_WORDS = 6;

    /** How much a letter of a script without spaces says, in letters of others. */
    private static final double DENSE = 2.5;
    /** No language needs so many times more room than another, but for so many letters of a short text. */
    private static final double GROWTH = 3;

    private static final double SLACK = 25;
    /** What was only copied has most of its words from the text; names and loans are fewer. */
    private static final double COPIED = 0.9;

    private static final int TELLING_WORDS = 4;
    /** A short word such as "OK" is the same in all languages. */
    private static final int SHORT = 6;

    private final Supplier<List<Concept>> glossary;
    private final LanguageChooser languages;
    private volatile Concepts concepts = new Concepts(List.of());

    /** @param glossary of the edition in force */
    public FaithfulTranslations(Supplier<List<Concept>> glossary, LanguageChooser languages) {
        this.glossary = glossary;
        this.languages = languages;
    }

    @Override
    public Optional<Fault> fault(Worded original, Worded translation, String instructions) {
        if (!isOfLength(original.text(), translation.text())) {
            return Optional.of(Fault.LENGTH);
        }
        if (hasNewCode(original.text(), translation.text()) || leaks(translation.text(), instructions)) {
            return Optional.of(Fault.FORM);
        }
        if (isInOtherLanguage(original, translation)) {
            return Optional.of(Fault.LANGUAGE);
        }
        return saysTheSameNumbers(original, translation) ? Optional.empty() : Optional.of(Fault.NUMBER);
    }

    private static boolean isOfLength(String original, String translation) {
        double before = weight(original);
        double after = weight(translation);
        return after > 0 && after <= GROWTH * before + SLACK && before <= GROWTH * after + SLACK;
    }

    private static double weight(String text) {
        return MARK.matcher(text)
                .replaceAll("")
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToDouble(point -> point >= 0x2e80 && point < 0xfb00 ? DENSE : 1)
                .sum();
    }

    private static boolean hasNewCode(String original, String translation) {
        return CODE.matcher(translation).results().map(MatchResult::group).anyMatch(code -> !original.contains(code));
    }

    private static boolean leaks(String translation, String instructions) {
        String told = " " + String.join(" ", Wording.tokens(Plain.of(instructions), Language.ENGLISH)) + " ";
        List<String> words = Wording.tokens(Plain.of(translation), Language.ENGLISH);
        for (int i = 0; i + LEAKED_WORDS <= words.size(); i++) {
            if (told.contains(" " + String.join(" ", words.subList(i, i + LEAKED_WORDS)) + " ")) {
                return true;
            }
        }
        return false;
    }

    private boolean isInOtherLanguage(Worded original, Worded translation) {
        String before = MARK.matcher(original.text()).replaceAll(" ");
        String after = MARK.matcher(translation.text()).replaceAll(" ");
        if (after.strip().equals(before.strip()) && after.strip().length() <= SHORT) {
            return false;
        }
        return !Writing.mayBe(after, translation.language())
                || isCopied(before, after)
                || OtherLanguage.isIn(after, translation.language(), languages);
    }

    private static boolean isCopied(String before, String after) {
        List<String> words = words(after);
        Set<String> known = new HashSet<>(words(before));
        return words.size() >= TELLING_WORDS
                && words.stream().filter(known::contains).count() >= COPIED * words.size();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean saysTheSameNumbers(Worded original, Worded translation) {
        Said before = Said.in(original);
        Said after = Said.in(translation);
        return after.isSaidBy(before) && before.isSaidBy(after) && after.contradictsNothingIn(before);
    }

    /**
     * The values of a text.
     *
     * @param digits each number in digits, by all that it may mean
     */
    private record Said(List<Value> claims, Set<Value> stated, List<Set<BigDecimal>> digits) {

        static Said in(Worded worded) {
            String text = MARK.matcher(worded.text()).replaceAll(" ; ");
            ValueReader.Reading reading = ValueReader.of(worded.language()).read(text);
            List<Set<BigDecimal>> digits = Numerals.NUMBER
                    .matcher(Plain.of(text))
                    .results()
                    .map(number -> Numerals.readings(number.group()))
                    .toList();
            Set<Value> stated = new HashSet<>(reading.stated());
            digits.forEach(number -> stated.add(new Value.Bare(number)));
            return new Said(reading.claims(), stated, digits);
        }

        /** Each number in digits stands there, or all that is said does in other units: 3 pm, 15 Uhr. */
        boolean isSaidBy(Said other) {
            boolean same = digits.stream()
                    .allMatch(number -> number.contains(ONE)
                            || new Value.Bare(number).isAmong(other.stated)
                            || other.digits.stream().anyMatch(one -> !Collections.disjoint(one, number)));
            return same || (!claims.isEmpty() && claims.stream().allMatch(claim -> claim.isAmong(other.stated)));
        }

        /** Where both name days, prices or lengths of time, they are the same. */
        boolean contradictsNothingIn(Said other) {
            return claims.stream()
                    .filter(claim -> !(claim instanceof Value.Bare))
                    .filter(claim -> claim instanceof Value.Reference
                            || other.claims.stream().anyMatch(one -> one.getClass() == claim.getClass()))
                    .allMatch(claim -> claim.isAmong(other.stated));
        }
    }

    @Override
    public Map<String, String> terms(Worded original, Language wanted) {
        Set<String> named = concepts().in(Wording.of(original.text(), original.language()));
        Map<String, String> terms = new LinkedHashMap<>();
        glossary.get().stream()
                .filter(concept -> named.contains(concept.id()))
                .filter(concept -> concept.role() == Concept.Role.MATTER || concept.role() == Concept.Role.THING)
                .forEach(concept -> first(concept, original.language())
                        .ifPresent(term -> first(concept, wanted)
                                .filter(_ -> terms.size() < MOST_TERMS)
                                .ifPresent(called -> terms.put(term, called))));
        return terms;
    }

    private static Optional<String> first(Concept concept, Language language) {
        return concept.terms().getOrDefault(language, List.of()).stream().findFirst();
    }

    private Concepts concepts() {
        List<Concept> current = glossary.get();
        Concepts known = concepts;
        if (!known.isOf(current)) {
            known = new Concepts(current);
            concepts = known;
        }
        return known;
    }
}
