package io.babeldesk.knowledge;

import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An article in one language.
 *
 * @param markets where it holds; everywhere if empty
 * @param effectiveFrom the first day on which it is served
 * @param effectiveUntil the last day on which it is served
 * @param sourceRev on a translation, the {@link #revision} of the source that it says
 * @param revision names this very text: it changes with the title and the body
 */
public record Translation(
        ArticleId article,
        Language language,
        String title,
        List<String> tags,
        List<String> questions,
        Set<Market> markets,
        Optional<LocalDate> effectiveFrom,
        Optional<LocalDate> effectiveUntil,
        Optional<LocalDate> reviewBy,
        AnswerMode answerMode,
        Optional<String> sourceRev,
        String revision,
        List<Passage> passages) {

    /** Whether it is served on that day to a shopper of that market; an unknown market sees what holds anywhere. */
    public boolean holds(LocalDate day, Optional<Market> market) {
        return effectiveFrom.map(from -> !day.isBefore(from)).orElse(true)
                && effectiveUntil.map(until -> !day.isAfter(until)).orElse(true)
                && (markets.isEmpty() || market.map(markets::contains).orElse(true));
    }
}
