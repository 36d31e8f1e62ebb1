package io.babeldesk.answer;

import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Optional;

/**
 * What a shopper wants to know.
 *
 * @param text her words; several messages that are answered together stand on lines of their own
 * @param language the language to answer in
 * @param market the country that she buys from, if known
 * @param earlier the turns before, oldest first
 * @param payer on whose account a model is asked
 */
public record Question(String text, Language language, Optional<Market> market, List<Turn> earlier, Payer payer) {

    /** A question that nobody in particular asks. */
    public Question(String text, Language language, Optional<Market> market, List<Turn> earlier) {
        this(text, language, market, earlier, Payer.NOBODY);
    }

    Question inWords(String other) {
        return new Question(other, language, market, earlier, payer);
    }
}
