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
 */
public record Question(String text, Language language, Optional<Market> market, List<Turn> earlier) {}
