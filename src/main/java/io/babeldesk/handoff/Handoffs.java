package io.babeldesk.handoff;

import io.babeldesk.answer.Reply;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.Arrival;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Change.Instead;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Settling;
import io.babeldesk.conversation.Conversations.Versioned;
import io.babeldesk.conversation.Conversations.Work;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Handling.Offer;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Suggestion;
import io.babeldesk.conversation.Turn;
import io.babeldesk.handoff.HandoffPolicy.Decision;
import io.babeldesk.handoff.HandoffPolicy.Outcome;
import io.babeldesk.knowledge.CaseField;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The way from the assistant to a person, as the shopper goes it. A reply that says that she is handed over and the
 * handover are always one commit. Safe for use by many threads.
 */
public final class Handoffs {

    private final Conversations conversations;
    private final EventFeed feed;
    private final Supplier<Edition> edition;
    private final Staffing staffing;
    private final HandoffWords words;

    public Handoffs(
            Conversations conversations,
            EventFeed feed,
            Supplier<Edition> edition,
            Staffing staffing,
            Messages messages) {
        this.conversations = conversations;
        this.feed = feed;
        this.edition = edition;
        this.staffing = staffing;
        this.words = new HandoffWords(messages);
    }

    // What the assistant asks

    /** The reply where no answer is to be looked for: somebody needs help, or a person, now. */
    public Optional<Settling> before(Work work, Instant now) {
        Decision decision = policy().before(TurnFacts.of(work));
        return switch (decision) {
            case Decision.Help help -> Optional.of(help(work, help.rule(), now));
            case Decision.HandOver over -> Optional.of(handedOver(work, over.rule(), over.urgent(), now));
            case Decision.Proceed _, Decision.MakeOffer _ -> Optional.empty();
        };
    }

    /** The reply with what becomes of the conversation: a person takes over, is offered, or neither. */
    public Settling after(Work work, Reply reply, AssistantReply spoken, Instant now) {
        Provenance provenance = reply.saying().provenance();
        HandoffPolicy policy = policy();
        TurnFacts facts = TurnFacts.of(work);
        Decision decision = policy.after(facts, outcome(reply), spoken.confidence());
        return switch (decision) {
            case Decision.HandOver over -> handedOver(work, over.rule(), over.urgent(), now);
            case Decision.MakeOffer offer -> offering(work, offer.rule(), spoken, provenance, policy, now);
            case Decision.Proceed _, Decision.Help _ -> {
                Optional<Offer> aged = policy.aged(facts);
                AssistantReply said = spoken.kind() == ReplyKind.NEEDS_PERSON ? unsure(spoken, outcome(reply)) : spoken;
                yield aged.equals(work.handling().offer())
                        ? new Settling(ids(work), said, provenance)
                        : new Settling(
                                ids(work),
                                said,
                                provenance,
                                Optional.of(new Versioned(
                                        work.conversation().version(),
                                        Change.of(work.handling().offering(aged)))));
            }
        };
    }

    /** What is said where no answer could be made: a person takes over. */
    public Settling givenUp(Work work, Instant now) {
        return handedOver(work, HandoffPolicy.NO_ANSWER, false, now);
    }

    /** What becomes of conversations that shoppers write to. */
    public Arrival arrival() {
        Moves moves = moves();
        return (conversation, handling, at) ->
                moves.arrive(conversation, handling, agent -> staffing.isPresent(agent.id()), at);
    }

    private Settling help(Work work, String rule, Instant now) {
        Language language = language(work);
        Optional<Market> market = work.conversation().market();
        List<Block> blocks = words.help(edition.get().handoff().help(), language, market, staffing.isStaffed());
        return queued(work, rule, true, said(ReplyKind.NEEDS_PERSON, language, market, blocks), now);
    }

    private Settling handedOver(Work work, String rule, boolean urgent, Instant now) {
        Language language = language(work);
        Optional<Market> market = work.conversation().market();
        return queued(
                work, rule, urgent, said(ReplyKind.NEEDS_PERSON, language, market, queuedWords(language, now)), now);
    }

    private Settling queued(Work work, String rule, boolean urgent, AssistantReply reply, Instant now) {
        Handled handled = new Handled(work.conversation(), work.handling(), Optional.empty());
        Optional<Versioned> change = moves().queue(handled, rule, urgent, now) instanceof Move.To to
                ? Optional.of(new Versioned(work.conversation().version(), to.change()))
                : Optional.empty();
        return new Settling(ids(work), reply, provenance(work, rule), change);
    }

    private Settling offering(
            Work work, String rule, AssistantReply spoken, Provenance provenance, HandoffPolicy policy, Instant now) {
        Language language = spoken.language();
        List<Block> blocks = new ArrayList<>(
                spoken.kind() == ReplyKind.NEEDS_PERSON && spoken.sources().isEmpty()
                        ? words.unsure(language)
                        : spoken.blocks());
        blocks.addAll(words.offer(language));
        List<Suggestion> suggestions = new ArrayList<>(List.of(words.accept(language)));
        suggestions.addAll(spoken.suggestions());
        AssistantReply reply = with(spoken, kindOf(spoken), blocks, suggestions);
        Handling offered = work.handling().offering(Optional.of(new Offer(rule, now, policy.pause())));
        return new Settling(
                ids(work),
                reply,
                provenance,
                Optional.of(new Versioned(
                        work.conversation().version(),
                        Change.of(offered, new Entry.ForAgents(new Body.HandlingChanged())))));
    }

    /** That only a person can settle it is not said again while an offer is open or rests. */
    private AssistantReply unsure(AssistantReply spoken, Outcome outcome) {
        List<Block> blocks = outcome == Outcome.UNSURE ? words.unsure(spoken.language()) : spoken.blocks();
        return with(spoken, ReplyKind.ASKED_BACK, blocks, List.of(words.accept(spoken.language())));
    }

    /** A reply that needs a person is seen only of a conversation that is queued; before that it is a question. */
    private static ReplyKind kindOf(AssistantReply spoken) {
        return spoken.kind() == ReplyKind.NEEDS_PERSON ? ReplyKind.ASKED_BACK : spoken.kind();
    }

    private static AssistantReply with(
            AssistantReply spoken, ReplyKind kind, List<Block> blocks, List<Suggestion> suggestions) {
        return new AssistantReply(
                kind,
                spoken.language(),
                spoken.market(),
                spoken.confidence(),
                List.copyOf(blocks),
                spoken.sources(),
                List.copyOf(suggestions),
                spoken.mode());
    }

    private static Outcome outcome(Reply reply) {
        return switch (reply) {
            case Reply.Answered _ -> Outcome.ANSWERED;
            case Reply.NeedsPerson needed -> needed.why() == Reply.Why.ASKED ? Outcome.ASKED_PERSON : Outcome.UNSURE;
            case Reply.AskedBack _, Reply.Declined _ -> Outcome.OTHER;
        };
    }

    // What the shopper asks

    /** What came of a shopper's wish. */
    public enum Wish {
        DONE,
        /** The conversation is over, or there is none. */
        NOT_POSSIBLE
    }

    /** A person, please. She is queued at any hour; a reply that is being made ends. */
    public Wish ask(String conversation, Instant now) {
        return move(
                conversation,
                handled -> moves().queue(handled, HandoffPolicy.ASKED_PERSON, false, now) instanceof Move.To to
                        ? new Move.To(to.change()
                                .saying(instead(
                                        handled.conversation(),
                                        ReplyKind.NEEDS_PERSON,
                                        queuedWords(handled.conversation().language(), now))))
                        : moves().queue(handled, HandoffPolicy.ASKED_PERSON, false, now),
                now);
    }

    /** She needs no person any more: the assistant goes on. */
    public Wish withdraw(String conversation, Instant now) {
        return move(
                conversation,
                handled -> moves().withdraw(handled) instanceof Move.To to
                        ? new Move.To(new Change(
                                to.change().through(),
                                to.change().handling(),
                                with(
                                        to.change().entries(),
                                        new Entry.ByService(
                                                words.withdrawn(
                                                        handled.conversation().language()),
                                                handled.conversation().language()))))
                        : moves().withdraw(handled),
                now);
    }

    /** Where she can be reached when she has left. */
    public Wish leaveEmail(String conversation, String email, Instant now) {
        return move(
                conversation,
                handled -> handled.conversation().state() == ConversationState.CLOSED
                        ? new Move.NotFrom(ConversationState.CLOSED)
                        : new Move.To(Change.of(
                                handled.handling().reachedAt(Optional.of(email)),
                                new Entry.ForAgents(new Body.HandlingChanged()))),
                now);
    }

    /** She is done. */
    public Wish close(String conversation, Instant now) {
        return move(conversation, handled -> resolve(handled, now), now);
    }

    /** Done. She may be asked how it was. */
    public Move resolve(Handled handled, Instant now) {
        return moves().resolve(handled, now) instanceof Move.To to
                ? new Move.To(satisfaction().asking(handled, to.change(), now))
                : moves().resolve(handled, now);
    }

    /** Done, as an agent says: only with all that the shop wants to know. Nobody is asked how it was yet. */
    public Move resolveByAgent(Handled handled, Instant now) {
        List<String> missing = missing(handled.handling());
        return !missing.isEmpty() && moves().resolve(handled, now) instanceof Move.To
                ? new Move.Lacks(missing)
                : moves().resolve(handled, now);
    }

    /** What the shop wants to know of each conversation. */
    public List<CaseField> fields() {
        return edition.get().handoff().fields();
    }

    private List<String> missing(Handling handling) {
        return fields().stream()
                .filter(CaseField::required)
                .map(CaseField::key)
                .filter(key -> !handling.particulars().fields().containsKey(key))
                .toList();
    }

    /** The change, with the question how it was where it is the end and she is to be asked. */
    public Change asking(Handled before, Change change, Instant now) {
        return satisfaction().asking(before, change, now);
    }

    /** What becomes of a conversation whose alarm goes off. */
    public Optional<Change> alarm(Handled handled, Alarm.Kind kind, Instant now) {
        return moves().alarm(handled, kind, now).map(change -> satisfaction().asking(handled, change, now));
    }

    private Satisfaction satisfaction() {
        return new Satisfaction(conversations, edition.get().handoff().csat(), words);
    }

    /** Another change may come in between: then what it left is looked at again. */
    private Wish move(String conversation, Function<Handled, Move> mover, Instant now) {
        while (true) {
            Optional<Handled> handled = conversations.handled(conversation);
            if (handled.isEmpty()) {
                return Wish.NOT_POSSIBLE;
            }
            switch (mover.apply(handled.get())) {
                case Move.To to -> {
                    long version = handled.get().conversation().version();
                    if (conversations
                            .change(conversation, version, to.change(), Optional.empty(), now)
                            .isPresent()) {
                        feed.appended(conversation);
                        return Wish.DONE;
                    }
                }
                case Move.Nothing _ -> {
                    return Wish.DONE;
                }
                case Move.TakenBy _, Move.NotFrom _, Move.Lacks _ -> {
                    return Wish.NOT_POSSIBLE;
                }
            }
        }
    }

    /** What is said when an agent takes over from the assistant. */
    public Instead takenOver(Conversation conversation, String agent) {
        return instead(
                conversation, ReplyKind.STOPPED, PlainText.paragraph(words.joined(conversation.language(), agent)));
    }

    private Instead instead(Conversation conversation, ReplyKind kind, List<Block> blocks) {
        Language language = conversation.language();
        return new Instead(
                said(kind, language, Optional.empty(), blocks),
                new Provenance("", language, List.of(), Map.of(), "", 0, Map.of()));
    }

    private List<Block> queuedWords(Language language, Instant now) {
        Shop shop = edition.get().shop();
        List<Block> blocks = new ArrayList<>(words.queued(language, shop, staffing.isAnyonePresent(), now));
        if (!staffing.isStaffed()) {
            blocks.addAll(words.otherwise(language, shop));
        }
        return List.copyOf(blocks);
    }

    /** As the shop's rules stand now. */
    public Moves moves() {
        Edition now = edition.get();
        return new Moves(new Deadlines(
                now.handoff().deadlines(), new BusinessHours(now.shop().hours())));
    }

    private HandoffPolicy policy() {
        return new HandoffPolicy(edition.get().handoff());
    }

    private static List<Entry> with(List<Entry> entries, Entry one) {
        List<Entry> all = new ArrayList<>(entries);
        all.add(one);
        return List.copyOf(all);
    }

    private static Language language(Work work) {
        return work.owed().getLast().language();
    }

    private static List<String> ids(Work work) {
        return work.owed().stream().map(Turn::id).toList();
    }

    private static AssistantReply said(ReplyKind kind, Language language, Optional<Market> market, List<Block> blocks) {
        return new AssistantReply(kind, language, market, 0, blocks, List.of(), List.of(), ReplyMode.PASSAGE);
    }

    /** Names the rule that decided. */
    private static Provenance provenance(Work work, String rule) {
        List<Source> none = List.of();
        String asked = work.owed().stream().map(Turn::text).collect(Collectors.joining("\n"));
        return new Provenance(asked, language(work), none, Map.of("handoff", rule), "", 0, Map.of());
    }
}
