package io.babeldesk.answer;

import io.babeldesk.conversation.Turn;
import io.babeldesk.language.PlainForm;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Completes a question that needs the conversation to be understood, before anything is searched. What comes out may use
 * the conversation's own words only; whatever goes wrong, the question stays as it is. Safe for use by many threads.
 */
final class Rewriter {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final int LONGEST = 300;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
    /** Words may take other endings; the letters before are the conversation's. */
    private static final int ENDING = 3;

    private final WholeText texts;
    private final Prompts prompts;

    Rewriter(LanguageModel model, Prompts prompts, LongSupplier nanos) {
        this.texts = new WholeText(model, PATIENCE, LONGEST, nanos);
        this.prompts = prompts;
    }

    Question rewrite(Question question, Masking masking, Hearing hearing) throws InterruptedException {
        boolean earlier = question.earlier().stream().anyMatch(Turn.OfShopper.class::isInstance);
        if (!earlier) {
            return question;
        }
        return texts.of(prompts.rewrite(question, masking), question.payer(), hearing::isOver)
                .map(masking::restore)
                .filter(written -> isOfTheConversation(written, question))
                .map(question::inWords)
                .orElse(question);
    }

    private static boolean isOfTheConversation(String written, Question question) {
        if (written.contains("\n")) {
            return false;
        }
        StringBuilder said = new StringBuilder(PlainForm.of(question.text()));
        question.earlier().forEach(turn -> said.append(' ').append(PlainForm.of(turn.text())));
        Set<String> words = new HashSet<>();
        WORD.matcher(said).results().forEach(word -> words.add(word.group()));
        String all = said.toString();
        return WORD.matcher(PlainForm.of(written))
                .results()
                .allMatch(word -> words.contains(word.group()) || isForm(word.group(), all));
    }

    private static boolean isForm(String word, String said) {
        boolean letters = word.codePoints().noneMatch(Character::isDigit);
        return letters
                && said.contains(word.substring(0, Math.max(Math.min(4, word.length()), word.length() - ENDING)));
    }
}
