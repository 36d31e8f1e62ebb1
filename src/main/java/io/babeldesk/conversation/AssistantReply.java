package io.babeldesk.conversation;

import io.babeldesk.language.Language;
import java.util.List;
import java.util.Optional;

/**
 * What the assistant says in a turn.
 *
 * @param language the language that it is said in
 * @param market the market whose facts it states, if known
 * @param confidence 0..1, calibrated: how likely the sources answer the question
 * @param blocks what is shown; {@link #text} is its plain form
 */
public record AssistantReply(
        ReplyKind kind,
        Language language,
        Optional<Market> market,
        double confidence,
        List<Block> blocks,
        List<Source> sources,
        List<Suggestion> suggestions,
        ReplyMode mode) {

    public String text() {
        return PlainText.of(blocks);
    }
}
