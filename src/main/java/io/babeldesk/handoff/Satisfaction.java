package io.babeldesk.handoff;

import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.Turn;
import io.babeldesk.knowledge.HandoffRules.Csat;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.Collections;

/**
 * Whether a shopper is asked what she thought of a conversation that is resolved. Nobody is asked whose question nobody
 * answered, who has given a score, who was asked elsewhere a short while ago, or whom the shop's rules leave in peace.
 * Safe for use by many threads.
 */
record Satisfaction(Conversations conversations, Csat rules, HandoffWords words) {

    /** The change, with the question where it resolves a conversation and she is to be asked. */
    Change asking(Handled before, Change change, Instant now) {
        boolean resolves = !change.through().isEmpty() && change.through().getLast() == ConversationState.RESOLVED;
        Language language = before.conversation().language();
        return resolves && asks(before, change, now)
                ? change.with(new Entry.AsksForScore(words.csat(language), language))
                : change;
    }

    /** As it stands with the change, which may label it or answer. */
    private boolean asks(Handled before, Change change, Instant now) {
        Conversation conversation = before.conversation();
        boolean answers = change.entries().stream().anyMatch(Entry.ByAgent.class::isInstance);
        return rules.ask()
                && Collections.disjoint(rules.exceptLabels(), change.handling().labels())
                && change.handling()
                        .handover()
                        .filter(why -> rules.exceptRules().contains(why.rule()))
                        .isEmpty()
                && conversations.scoreOf(conversation.id()).isEmpty()
                && (answers || wasAnswered(conversation))
                && !wasAskedElsewhere(conversation, now);
    }

    private boolean wasAnswered(Conversation conversation) {
        return conversations.turns(conversation.id(), Page.newest(Page.MOST)).stream()
                .anyMatch(turn -> turn instanceof Turn.OfAgent
                        || (turn instanceof Turn.OfAssistant said
                                && said.reply().kind() == ReplyKind.ANSWERED));
    }

    private boolean wasAskedElsewhere(Conversation conversation, Instant now) {
        Instant since = now.minus(rules.pause());
        return conversations.ofShopper(conversation.shopper()).stream()
                .filter(other -> !other.id().equals(conversation.id()))
                .anyMatch(other -> conversations
                        .scoreQuestion(other.id())
                        .filter(asked -> asked.at().isAfter(since))
                        .isPresent());
    }
}
