package io.babeldesk.chat;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Payer;
import io.babeldesk.answer.Question;
import io.babeldesk.answer.Reply;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Conversations.Settling;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Turn;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the one reply to all that a conversation is owed. Stateless; safe for use by many threads. */
final class Replying {

    private static final Logger LOG = LoggerFactory.getLogger(Replying.class);

    private static final int EARLIER_TURNS = 20;

    private final Conversations conversations;
    private final EventFeed feed;
    private final Answerer answerer;
    private final Fallback fallback;
    private final Clock clock;
    private final int attempts;
    private final OpenReplies open;
    private final Function<String, Payer> payers;

    Replying(
            Conversations conversations,
            EventFeed feed,
            Answerer answerer,
            Fallback fallback,
            Clock clock,
            int attempts,
            OpenReplies open,
            Function<String, Payer> payers) {
        this.conversations = conversations;
        this.feed = feed;
        this.answerer = answerer;
        this.fallback = fallback;
        this.clock = clock;
        this.attempts = attempts;
        this.open = open;
        this.payers = payers;
    }

    /**
     * Replies, or finds that another does. When it returns the lease has ended.
     *
     * @throws RuntimeException or an error if the attempt failed; the lease still stands then
     */
    void replyUnder(Lease lease) {
        if (!conversations.start(lease, clock.instant())) {
            return;
        }
        feed.appended(lease.conversation());
        Settlement settlement;
        try {
            do {
                Settling settling = answerTo(conversations.owed(lease.conversation()), lease);
                settlement = conversations.settle(lease, settling, clock.instant());
            } while (settlement == Settlement.JOINED);
        } finally {
            open.end(lease.conversation());
        }
        if (settlement == Settlement.SETTLED) {
            feed.appended(lease.conversation());
        }
    }

    private Settling answerTo(List<Turn.OfShopper> owed, Lease lease) {
        // More attempts than allowed: the process died of each of them, so this question is not tried again.
        if (lease.attempt() > attempts) {
            LOG.error("{} was tried {} times without an outcome; a person is named", lease.replyTurn(), attempts);
            return inPlaceOfAnAnswer(owed);
        }
        try {
            Reply reply = answerer.answer(
                    question(owed, lease.conversation()),
                    open.begin(
                            lease.conversation(),
                            lease.replyTurn(),
                            owed.getLast().seq()));
            return settling(owed, SpokenReply.of(reply), reply.saying().provenance());
        } catch (RuntimeException | Error broken) {
            if (lease.attempt() < attempts) {
                throw broken;
            }
            LOG.error("{} failed {} times; a person is named", lease.replyTurn(), attempts, broken);
            return inPlaceOfAnAnswer(owed);
        }
    }

    private Question question(List<Turn.OfShopper> owed, String id) {
        Conversation conversation = conversations.find(id).orElseThrow();
        return new Question(
                words(owed), owed.getLast().language(), conversation.market(), earlier(owed, id), payers.apply(id));
    }

    private List<Turn> earlier(List<Turn.OfShopper> owed, String conversation) {
        Set<String> present = new HashSet<>(ids(owed));
        Page page = Page.newest(Math.min(200, EARLIER_TURNS + owed.size()));
        List<Turn> turns = conversations.turns(conversation, page).stream()
                .filter(turn -> !present.contains(turn.id()))
                .toList();
        return turns.subList(Math.max(0, turns.size() - EARLIER_TURNS), turns.size());
    }

    private Settling inPlaceOfAnAnswer(List<Turn.OfShopper> owed) {
        AssistantReply reply = fallback.in(owed.getLast().language());
        Provenance provenance =
                new Provenance(words(owed), reply.language(), List.of(), Map.of(), "", reply.confidence(), Map.of());
        return settling(owed, reply, provenance);
    }

    private static Settling settling(List<Turn.OfShopper> owed, AssistantReply reply, Provenance provenance) {
        return new Settling(ids(owed), reply, provenance);
    }

    private static List<String> ids(List<Turn.OfShopper> owed) {
        return owed.stream().map(Turn::id).toList();
    }

    private static String words(List<Turn.OfShopper> owed) {
        return owed.stream().map(Turn::text).collect(Collectors.joining("\n"));
    }
}
