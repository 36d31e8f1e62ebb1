package io.babeldesk.chat;

import io.babeldesk.answer.Reply;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Suggestion;
import java.util.List;

/** A reply as it is put into the log. Stateless. */
final class SpokenReply {

    private SpokenReply() {}

    static AssistantReply of(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered ->
                spoken(ReplyKind.ANSWERED, reply, answered.sources(), answered.suggestions(), answered.mode());
            case Reply.AskedBack asked ->
                spoken(ReplyKind.ASKED_BACK, reply, List.of(), asked.choices(), ReplyMode.PASSAGE);
            case Reply.Declined _ -> spoken(ReplyKind.DECLINED, reply, List.of(), List.of(), ReplyMode.PASSAGE);
            case Reply.NeedsPerson _ -> spoken(ReplyKind.NEEDS_PERSON, reply, List.of(), List.of(), ReplyMode.PASSAGE);
        };
    }

    private static AssistantReply spoken(
            ReplyKind kind, Reply reply, List<Source> sources, List<Suggestion> suggestions, ReplyMode mode) {
        Reply.Saying saying = reply.saying();
        return new AssistantReply(
                kind,
                saying.language(),
                saying.market(),
                saying.confidence(),
                saying.blocks(),
                sources,
                suggestions,
                mode);
    }
}
