package io.babeldesk.conversation;

import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All conversations, and what the assistant owes in them.
 *
 * <p>Every method is one transaction: when it returns, what it did survives the death of the process. A shopper's
 * message is owed a reply from the moment that {@link #receive} returns. Whoever wants to answer takes a {@link Lease};
 * its fence is checked in the transaction that appends the reply, so that a worker which was thought dead cannot answer
 * a second time. Safe for use by many threads.
 */
public interface Conversations {

    // Shoppers

    /**
     * The shopper of this secret, made known if she is new.
     *
     * @param secretHash what the browser's secret is checked against; the secret itself is not kept
     */
    Shopper admit(String secretHash, Instant now);

    Optional<Shopper> shopper(String id);

    /** Keeps who a shopper is by the shop's word, in place of what it said before. Without effect on a stranger. */
    void identify(String shopper, Shopper.Customer customer);

    Optional<Shopper> shopperBySecret(String secretHash);

    /** Takes no more messages of hers, in the place of an earlier block; false if there is no such shopper. */
    boolean block(Blocked blocked);

    /** False if she was not blocked. */
    boolean unblock(String shopper);

    Optional<Blocked> blocked(String shopper, Instant now);

    /** All who are blocked, the newest first. */
    List<Blocked> allBlocked(Instant now);

    /**
     * Makes a visitor's conversations those of a customer, when it is proven that the two are one. The visitor stays
     * known, with nothing that is hers. If she is blocked, the customer is.
     *
     * @throws IllegalArgumentException if there is no such customer
     */
    void join(String visitor, String customer);

    // Conversations

    /** @throws IllegalArgumentException if there is no such shopper */
    Conversation open(String shopper, Language language, Optional<Market> market, Instant now);

    Optional<Conversation> find(String conversation);

    /** Newest first. */
    List<Conversation> ofShopper(String shopper);

    // The log

    /**
     * Appends a shopper's message and the debt of a reply to it. The same key and body again append nothing. The
     * conversation takes on the message's language, and its market if it has one. What else becomes of it, the message's
     * {@link Arrival} says in the same transaction.
     */
    Receipt receive(Message message);

    /**
     * As {@link #receive}; and where the assistant owes nothing but this message and nobody is answering, the lease is
     * taken and the beginning of the reply logged in the same transaction.
     */
    Taken receiveAndLease(Message message, Lessee lessee);

    /** Turns that are final, ascending by number. */
    List<Turn> turns(String conversation, Page page);

    Optional<Turn> turn(String turn);

    /** The conversation that a turn stands in. */
    Optional<Conversation> conversationOf(String turn);

    /** Events with a greater number, ascending, at most {@code limit}. */
    List<Event> eventsAfter(String conversation, long seq, int limit);

    /** The reply that settled a shopper's turn; empty as long as it is owed. */
    Optional<Turn.OfAssistant> replyTo(String shopperTurn);

    Optional<Provenance> provenance(String turn);

    // Debts

    /**
     * Of the conversations that the assistant leads, the one whose oldest debt is oldest and that nobody else is
     * answering, taken under a lease. A lease ends at its time, by {@link #release}, with the settling, and when the
     * conversation leaves the assistant.
     */
    Optional<Lease> lease(String instance, Duration length, Instant now);

    /** The shopper's turns that are owed a reply, oldest first. */
    List<Turn.OfShopper> owed(String conversation);

    /**
     * All that a reply is made from.
     *
     * @param earlier how many turns at most of those that are not owed a reply
     * @throws IllegalArgumentException if there is no such conversation
     */
    Work work(String conversation, int earlier);

    /**
     * Holds on to a lease until another time; false if it has passed on. For a reply that takes longer than a lease:
     * without it a second worker would begin the same work.
     */
    boolean extend(Lease lease, Instant until);

    /** Logs that a reply has begun. Without effect if it had begun before; false if the lease has passed on. */
    boolean start(Lease lease, Instant now);

    /**
     * Appends the reply and settles the debts that it answers, if no other debt has joined them since. The conversation
     * takes on the reply's language, and its market if it has one.
     *
     * @throws IllegalArgumentException if it answers a turn that is not owed
     */
    Settlement settle(Lease lease, Settling settling, Instant now);

    /**
     * Settles at once all that the assistant owes, whoever is answering; that answer is then {@link Settlement#LOST}.
     * False if it owes nothing.
     */
    boolean stop(String conversation, AssistantReply reply, Provenance provenance, Instant now);

    /** Gives the lease up, so that anyone may take it at once. */
    void release(Lease lease);

    /** As {@link #release}, and the attempt does not count: for a worker that has to stop in mid-work. */
    void handBack(Lease lease);

    /** Ends every lease. For a store that only one process uses, at its start: whoever held one is dead. */
    void releaseAll();

    /** How many turns are owed a reply. */
    long debts();

    // Afterwards

    /** Rates a reply of the assistant; false if there is no such turn. */
    boolean rate(String turn, boolean helpful, Instant now);

    /**
     * Judges a reply of the assistant in place of what was said of it before, or takes that back. It is logged only where
     * it changes. False if there is no such turn of the assistant.
     */
    boolean mark(String turn, Optional<Mark> mark, Speaker by, Instant now);

    /** How agents judged the assistant's replies in a conversation, by turn. */
    Map<String, Mark> marks(String conversation);

    /**
     * Keeps the shopper's score of a conversation; a later one replaces an earlier.
     *
     * @param score 1 to 5
     */
    void score(String conversation, int score, Optional<String> comment, Instant now);

    Optional<Score> scoreOf(String conversation);

    /** How the shopper was last asked for a score of a conversation; empty if she never was. */
    Optional<ScoreQuestion> scoreQuestion(String conversation);

    /** Moves a conversation to another state if it still stands at {@code version}. A closed one owes nothing. */
    boolean change(String conversation, long version, ConversationState to, Instant now);

    // People

    /** How people have a part in a conversation; {@link Handling#NONE} if there is none such. */
    Handling handling(String conversation);

    /** A conversation and how people have a part in it, as both stood at one moment. */
    Optional<Handled> handled(String conversation);

    /**
     * Changes a conversation if it still stands at {@code version}; the turns that were added, or empty if it stands at
     * another. Outside of the assistant's hands nobody holds a lease on it; a resolved or closed one owes nothing.
     *
     * @param repeat names the change, so that doing it again does nothing and brings the same turn
     */
    Optional<List<Turn>> change(String conversation, long version, Change change, Optional<Repeat> repeat, Instant now);

    /** A turn that was added under a name before; empty if the name is new. */
    Optional<Repeated> repeated(String conversation, Repeat repeat);

    /**
     * Adds a note for agents. It changes no version. Empty if there is no such conversation.
     *
     * @param repeat names the note, so that noting it again adds nothing and brings the same turn
     */
    Optional<Turn.OfNote> note(String conversation, Change.Entry.Note note, Optional<Repeat> repeat, Instant now);

    /** As {@link #turns}, with what only agents may read. */
    List<Turn> everyTurn(String conversation, Page page);

    /** Events of all conversations beyond a position, in the order of their commits, at most {@code limit}. */
    List<Event> eventsBeyond(long position, int limit);

    /** The position of the newest event, 0 if there is none. */
    long newestPosition();

    /** Alarms whose time has come, earliest first, at most {@code limit}. */
    List<Alarm> due(Instant now, int limit);

    /** A page of conversations for the desk. */
    List<Handled> forDesk(DeskFilter filter);

    /** How many conversations there are that match, whatever the filter's page. */
    long count(DeskFilter filter);

    /** How many conversations each agent has that are open or waiting. */
    Map<AgentId, Integer> loads();

    /**
     * Replaces all that a shopper said and was told by tombstones and closes her conversations. Numbers and ids stay;
     * she herself is no longer known, and her secret no longer opens anything.
     */
    void erase(String shopper, Instant now);

    /**
     * Takes words out of a turn, wherever they are kept: its events, how later replies came about, what agents have begun
     * to write. An answer that is being made begins anew. The turn as it is now; empty if there is none such, or its text
     * has no such parts.
     */
    Optional<Turn> redact(String turn, Redaction redaction, Instant now);

    /** Forgets idempotency keys that are older. */
    int forgetKeysBefore(Instant before);

    /** A question for a score, as it was put. */
    record ScoreQuestion(String text, Language language, Instant at) {

        public static ScoreQuestion of(Event.Body.ScoreAsked asked, Instant at) {
            return new ScoreQuestion(asked.question(), asked.language(), at);
        }
    }

    /**
     * A shopper's message as it arrives.
     *
     * @param key the client's idempotency key, 1 to 255 characters
     * @param digest of the request's body, to notice another body under the same key
     */
    record Message(
            String conversation,
            String key,
            String digest,
            String text,
            Language language,
            Optional<String> locale,
            Optional<Market> market,
            Sentiment mood,
            List<Attachment> files,
            Arrival arrival,
            Instant at) {

        /** A message without files, to the assistant. */
        public Message(
                String conversation,
                String key,
                String digest,
                String text,
                Language language,
                Optional<String> locale,
                Optional<Market> market,
                Sentiment mood,
                Instant at) {
            this(
                    conversation,
                    key,
                    digest,
                    text,
                    language,
                    locale,
                    market,
                    mood,
                    List.of(),
                    Arrival.TO_THE_ASSISTANT,
                    at);
        }

        /** The turn that it becomes in the log. */
        public Turn.OfShopper asTurn(String id, long seq, Instant createdAt) {
            return new Turn.OfShopper(id, seq, text, language, locale, Optional.of(mood), files, createdAt);
        }
    }

    /** What became of a message. */
    sealed interface Receipt {
        /** @param repeated true if the same message had been accepted before */
        record Accepted(String turn, long seq, boolean repeated) implements Receipt {}

        /** The key was used with another body. */
        record KeyReused() implements Receipt {}

        record NoSuchConversation() implements Receipt {}

        record ConversationClosed() implements Receipt {}

        /** Nothing of hers is taken. */
        record ShopperBlocked() implements Receipt {}
    }

    /**
     * A part of the log: turns after or before a number, or with neither the newest.
     *
     * @param limit 1 to 200
     */
    record Page(Optional<Long> after, Optional<Long> before, int limit) {

        /** The longest page. */
        public static final int MOST = 200;

        public Page {
            if (limit < 1 || limit > MOST) {
                throw new IllegalArgumentException("a page of " + limit + " turns; ask for 1 to 200");
            }
        }

        public static Page newest(int limit) {
            return new Page(Optional.empty(), Optional.empty(), limit);
        }
    }

    /**
     * The right to answer in a conversation.
     *
     * @param replyTurn the id that the reply will have, the same after a crash
     * @param fence grows with each lease on this conversation
     * @param attempt 1 for the first try at the present debts
     */
    record Lease(String conversation, String replyTurn, String instance, long fence, int attempt, Instant until) {}

    /** Who wants a lease, and for how long. */
    record Lessee(String instance, Duration length) {}

    /** @param lease on the conversation of an accepted message, whose reply has begun */
    record Taken(Receipt receipt, Optional<Lease> lease) {}

    /**
     * What a reply is made from.
     *
     * @param owed the turns that it answers, oldest first
     * @param earlier the newest of the others, ascending by number
     */
    record Work(Conversation conversation, Handling handling, List<Turn.OfShopper> owed, List<Turn> earlier) {}

    /**
     * A finished reply.
     *
     * @param replyTo the turns that it answers, oldest first
     * @param change what becomes of the conversation with it
     */
    record Settling(List<String> replyTo, AssistantReply reply, Provenance provenance, Optional<Versioned> change) {

        /** A reply after which the conversation stays the assistant's. */
        public Settling(List<String> replyTo, AssistantReply reply, Provenance provenance) {
            this(replyTo, reply, provenance, Optional.empty());
        }
    }

    /** A change of a conversation that stands at {@code version}; at another it is to be thought over. */
    record Versioned(long version, Change change) {}

    /**
     * A name under which something is done once.
     *
     * @param key of at most 300 characters
     * @param digest of what is done, to notice something else under the same name
     */
    record Repeat(String key, String digest) {}

    /** What was done under a name before: the same, with its turn, or something else. */
    sealed interface Repeated {
        record Same(Turn turn) implements Repeated {}

        record Other() implements Repeated {}
    }

    /** What became of a reply. */
    enum Settlement {
        SETTLED,
        /** A further message has arrived, or the conversation has changed: answer anew. Nothing was appended. */
        JOINED,
        /** The lease has ended, or another worker holds it now. Nothing was appended. */
        LOST
    }

    record Score(int score, Optional<String> comment, Instant at) {
        public Score {
            if (score < 1 || score > 5) {
                throw new IllegalArgumentException("a score of " + score + "; give 1 to 5");
            }
        }

        /** Whether another, of whatever time, says the same. */
        public boolean says(Score other) {
            return score == other.score && comment.equals(other.comment);
        }
    }
}
