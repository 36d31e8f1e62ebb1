package io.babeldesk.chat;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Payer;
import io.babeldesk.answer.Question;
import io.babeldesk.answer.Reply;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Conversations.Settling;
import io.babeldesk.conversation.Conversations.Work;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Turn;
import io.babeldesk.handoff.Handoffs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Function<Conversation, Payer> payers;
    private final Optional<Handoffs> handoffs;

    Replying(
            Conversations conversations,
            EventFeed feed,
            Answerer answerer,
            Fallback fallback,
            Clock clock,
            int attempts,
            OpenReplies open,
            Function<Conversation, Payer> payers,
            Optional<Handoffs> handoffs) {
        this.conversations = conversations;
        this.feed = feed;
        this.answerer = answerer;
        this.fallback = fallback;
        this.clock = clock;
        this.attempts = attempts;
        this.open = open;
        this.payers = payers;
        this.handoffs = handoffs;
    }

    /** Logs that the reply begins; false if another makes it. */
    boolean begin(Lease lease) {
        boolean begun = conversations.start(lease, clock.instant());
        if (begun) {
            feed.appended(lease.conversation());
        }
        return begun;
    }

    /**
     * Makes the reply that has begun, or finds that another does. When it returns the lease has ended.
     *
     * @throws RuntimeException or an error if the attempt failed; the lease still stands then
     */
    void replyUnder(Lease lease) {
        Settlement settlement;
        try {
            do {
                Settling settling = answerTo(conversations.work(lease.conversation(), EARLIER_TURNS), lease);
                settlement = conversations.settle(lease, settling, clock.instant());
            } while (settlement == Settlement.JOINED);
        } finally {
            open.end(lease.conversation());
        }
        if (settlement == Settlement.SETTLED) {
            feed.appended(lease.conversation());
        }
    }

    private Settling answerTo(Work work, Lease lease) {
        List<Turn.OfShopper> owed = work.owed();
        // More attempts than allowed: the process died of each of them, so this question is not tried again.
        if (lease.attempt() > attempts) {
            LOG.error("{} was tried {} times without an outcome; a person is named", lease.replyTurn(), attempts);
            return inPlaceOfAnAnswer(work);
        }
        try {
            Optional<Settling> settled = handoffs.flatMap(known -> known.before(work, clock.instant()));
            if (settled.isPresent()) {
                return settled.get();
            }
            Reply reply = answerer.answer(
                    question(work),
                    open.begin(
                            lease.conversation(),
                            lease.replyTurn(),
                            owed.isEmpty() ? 0 : owed.getLast().seq()));
            AssistantReply spoken = SpokenReply.of(reply);
            return handoffs.map(known -> known.after(work, reply, spoken, clock.instant()))
                    .orElseGet(() -> settling(owed, spoken, reply.saying().provenance()));
        } catch (RuntimeException | Error broken) {
            if (lease.attempt() < attempts) {
                throw broken;
            }
            LOG.error("{} failed {} times; a person is named", lease.replyTurn(), attempts, broken);
            return inPlaceOfAnAnswer(work);
        }
    }

    /** A reply that nobody is told. */
    AssistantReply draft(String conversation) {
        Work work = conversations.work(conversation, EARLIER_TURNS);
        return SpokenReply.of(answerer.answer(question(work)));
    }

    private Question question(Work work) {
        List<Turn.OfShopper> owed = work.owed();
        return new Question(
                words(owed),
                owed.getLast().language(),
                work.conversation().market(),
                work.earlier(),
                payers.apply(work.conversation()));
    }

    private Settling inPlaceOfAnAnswer(Work work) {
        List<Turn.OfShopper> owed = work.owed();
        return handoffs.map(known -> known.givenUp(work, clock.instant())).orElseGet(() -> withoutPeople(owed));
    }

    private Settling withoutPeople(List<Turn.OfShopper> owed) {
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
