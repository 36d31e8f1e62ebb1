package io.babeldesk.insight;

import io.babeldesk.answer.Cutoffs;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Turn;
import java.util.List;
import java.util.Optional;

/**
 * What reports know of a reply of the assistant.
 *
 * @param at when it was said, in epoch milliseconds
 * @param took milliseconds from the shopper's oldest message that it answers; {@link Facts#NEVER} where none waited
 * @param market empty if it states the facts of none
 * @param topics of the articles that it cites
 * @param helpful the shopper's rating
 * @param mark what an agent says of it
 */
record Reply(
        String turn,
        long at,
        long took,
        ReplyKind kind,
        String language,
        String market,
        double confidence,
        List<String> topics,
        Optional<Boolean> helpful,
        Optional<Mark> mark) {

    static Reply of(Turn.OfAssistant said, long at, long took, Optional<Mark> mark) {
        return new Reply(
                said.id(),
                at,
                took,
                said.reply().kind(),
                said.language().code(),
                said.reply().market().map(Market::code).orElse(""),
                said.reply().confidence(),
                said.reply().sources().stream()
                        .map(Source::article)
                        .map(article -> article.split("/", 2)[0])
                        .distinct()
                        .toList(),
                said.helpful(),
                mark);
    }

    Reply judged(Optional<Mark> given) {
        return new Reply(turn, at, took, kind, language, market, confidence, topics, helpful, given);
    }

    boolean isAnswer() {
        return kind == ReplyKind.ANSWERED;
    }

    boolean isFalseAnswer() {
        return isAnswer() && (helpful.equals(Optional.of(false)) || mark.equals(Optional.of(Mark.WRONG_ANSWER)));
    }

    /**
     * Whether it gave no answer for want of confidence. Small talk and the question for the country are no refusals, nor
     * is a person whom a rule or the shopper asked for, unless an agent says so.
     */
    boolean isRefusal() {
        boolean unsure = kind == ReplyKind.ASKED_BACK && confidence > 0 && confidence < Cutoffs.ANSWER;
        return kind == ReplyKind.DECLINED || unsure || isFalseRefusal();
    }

    boolean isFalseRefusal() {
        return mark.equals(Optional.of(Mark.SHOULD_HAVE_ANSWERED));
    }
}
