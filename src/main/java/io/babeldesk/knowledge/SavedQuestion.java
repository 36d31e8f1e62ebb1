package io.babeldesk.knowledge;

import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Optional;

/**
 * A question with what must come out.
 *
 * @param accepted the articles that answer it; a passage of one of them must come first. Empty where no answer must be given
 * @param mustContain keys of policy facts whose value the reply must state
 * @param heldOut judged, never tuned on
 * @param place {@code file:line}, to name it in a report
 */
public record SavedQuestion(
        String question,
        Language language,
        Optional<Market> market,
        Wanted wanted,
        List<ArticleId> accepted,
        List<String> mustContain,
        List<String> mustNotSay,
        boolean heldOut,
        String place) {

    /** What the assistant must do. */
    public enum Wanted {
        ANSWER,
        ASK_BACK,
        DECLINE
    }
}
