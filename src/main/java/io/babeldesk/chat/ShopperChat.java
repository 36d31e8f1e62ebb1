package io.babeldesk.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Payer;
import io.babeldesk.conversation.Arrival;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Turn;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageChooser;
import io.babeldesk.sentiment.SentimentReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Takes a shopper's message to the assistant's reply. The message is accepted at once; a worker replies to it, here or
 * in another process on the same store. Safe for use by many threads.
 */
public final class ShopperChat implements AutoCloseable {

    private static final int TURNS_THAT_TELL_THE_LANGUAGE = 20;

    private final Conversations conversations;
    private final EventFeed feed;
    private final LanguageChooser languages;
    private final SentimentReader moods;
    private final Clock clock;
    private final ReplyWorker worker;
    private final Replying replying;
    private final OpenReplies open;
    private final Optional<Handoffs> handoffs;
    /** Where the shopper of a conversation writes from; not kept with what she says. */
    private final Cache<String, String> addresses = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /** @param instance names this process among those that share the store */
    public ShopperChat(
            Conversations conversations,
            EventFeed feed,
            Answerer answerer,
            LanguageChooser languages,
            SentimentReader moods,
            Fallback fallback,
            Clock clock,
            String instance) {
        this(conversations, feed, answerer, languages, moods, fallback, Optional.empty(), clock, instance, Pace.USUAL);
    }

    /** A chat from which people can take over. */
    public ShopperChat(
            Conversations conversations,
            EventFeed feed,
            Answerer answerer,
            LanguageChooser languages,
            SentimentReader moods,
            Fallback fallback,
            Handoffs handoffs,
            Clock clock,
            String instance) {
        this(
                conversations,
                feed,
                answerer,
                languages,
                moods,
                fallback,
                Optional.of(handoffs),
                clock,
                instance,
                Pace.USUAL);
    }

    ShopperChat(
            Conversations conversations,
            EventFeed feed,
            Answerer answerer,
            LanguageChooser languages,
            SentimentReader moods,
            Fallback fallback,
            Optional<Handoffs> handoffs,
            Clock clock,
            String instance,
            Pace pace) {
        this.conversations = conversations;
        this.feed = feed;
        this.languages = languages;
        this.moods = moods;
        this.handoffs = handoffs;
        this.clock = clock;
        this.open = new OpenReplies(feed, System::nanoTime);
        this.replying = new Replying(
                conversations, feed, answerer, fallback, clock, pace.attempts(), open, this::payerOf, handoffs);
        this.worker = new ReplyWorker(conversations, replying, clock, instance, pace);
    }

    /**
     * A message as a shopper's page sends it.
     *
     * @param key names the message, so that sending it again does nothing; 1 to 255 characters
     * @param digest of the request's body
     * @param locale of the page
     * @param market the country that the shopper buys from, if the page tells
     * @param files what goes with it
     */
    public record Incoming(
            String key,
            String digest,
            String text,
            Optional<String> locale,
            Optional<Market> market,
            List<Attachment> files) {

        public Incoming(String key, String digest, String text, Optional<String> locale, Optional<Market> market) {
            this(key, digest, text, locale, market, List.of());
        }
    }

    /** As {@link #receive(Conversation, Incoming)}, from a known network address, on whose account a model is asked. */
    public Receipt receive(Conversation conversation, Incoming incoming, String address) {
        addresses.put(conversation.id(), address);
        return receive(conversation, incoming);
    }

    /** The replies that are being made, for those who listen. */
    public OpenReplies openReplies() {
        return open;
    }

    private Payer payerOf(Conversation conversation) {
        String address = addresses.getIfPresent(conversation.id());
        return new Payer(conversation.shopper(), address == null ? "" : address);
    }

    /** Accepts a message. When it returns {@link Receipt.Accepted}, the message is kept and will be replied to. */
    public Receipt receive(Conversation conversation, Incoming incoming) {
        Language language = languageOf(conversation, incoming);
        Receipt receipt = worker.receive(new Message(
                conversation.id(),
                incoming.key(),
                incoming.digest(),
                incoming.text(),
                language,
                incoming.locale(),
                incoming.market(),
                moods.read(incoming.text(), language),
                incoming.files(),
                handoffs.map(Handoffs::arrival).orElse(Arrival.TO_THE_ASSISTANT),
                clock.instant()));
        if (receipt instanceof Receipt.Accepted accepted) {
            open.join(conversation.id(), accepted.seq());
            feed.appended(conversation.id());
        }
        return receipt;
    }

    /**
     * Waits for the reply that settles a shopper's turn. Empty when the time is over, and at once when a person leads
     * the conversation or it is closed, since then the assistant does not reply.
     */
    public Optional<Turn.OfAssistant> await(String conversation, String shopperTurn, Duration atMost) {
        Instant deadline = clock.instant().plus(atMost);
        Semaphore woken = new Semaphore(0);
        // Listening comes before looking: a reply that falls between the two would else be missed.
        try (EventFeed.Subscription _ = feed.listen(conversation, woken::release);
                OpenReplies.Presence _ = open.enter(conversation)) {
            while (true) {
                Optional<Turn.OfAssistant> reply = conversations.replyTo(shopperTurn);
                Duration left = Duration.between(clock.instant(), deadline);
                if (reply.isPresent() || !assistantLeads(conversation) || !waits(woken, left)) {
                    return reply.or(() -> conversations.replyTo(shopperTurn));
                }
                woken.drainPermits();
            }
        }
    }

    /**
     * Ends what is being answered: this reply stands in its place, unless some of the answer was heard already; then that
     * stays and nothing follows. False if nothing is owed.
     *
     * @param reply what is said instead
     */
    public boolean stop(String conversation, AssistantReply reply) {
        boolean heard = open.in(conversation).isPresent();
        open.stop(conversation);
        if (heard) {
            return true;
        }
        String asked = conversations.owed(conversation).stream().map(Turn::text).collect(Collectors.joining("\n"));
        Provenance provenance =
                new Provenance(asked, reply.language(), List.of(), Map.of(), "", reply.confidence(), Map.of());
        boolean stopped = conversations.stop(conversation, reply, provenance, clock.instant());
        if (stopped) {
            feed.appended(conversation);
        }
        return stopped;
    }

    /**
     * What the assistant would say to what waits for a reply, while a person has the conversation. It is said to nobody.
     * Empty if nothing waits.
     */
    public Optional<AssistantReply> draft(String conversation) {
        return conversations.owed(conversation).isEmpty()
                ? Optional.empty()
                : Optional.of(replying.draft(conversation));
    }

    /** Begins to reply: to what comes, and to what an earlier process left. Once only. */
    public void start() {
        worker.start();
    }

    /** Takes no new work, finishes what is being answered within a few seconds, and leaves the rest to the store. */
    @Override
    public void close() {
        worker.close();
    }

    private Language languageOf(Conversation conversation, Incoming incoming) {
        Language page = incoming.locale().flatMap(Language::ofTag).orElse(conversation.language());
        List<Language> earlier =
                conversations.turns(conversation.id(), Page.newest(TURNS_THAT_TELL_THE_LANGUAGE)).stream()
                        .map(Turn::language)
                        .toList();
        return languages.choose(incoming.text(), Optional.of(page), earlier);
    }

    private boolean assistantLeads(String conversation) {
        return conversations
                .find(conversation)
                .map(found -> found.state() == ConversationState.ASSISTANT)
                .orElse(false);
    }

    private static boolean waits(Semaphore woken, Duration left) {
        try {
            return woken.tryAcquire(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
