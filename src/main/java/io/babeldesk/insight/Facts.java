package io.babeldesk.insight;

import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What reports know of one conversation: numbers, times and categories, and none of its words. Folded from its events in
 * their order, one after the other, so that it does not matter when they are read. Times are epoch milliseconds. For use
 * by one thread.
 */
final class Facts {

    /** In the place of a time or a length that there is not. */
    static final long NEVER = -1;

    /** Whoever writes again after so long has come back; who has not is taken to have been helped. */
    static final Duration QUIET = Duration.ofHours(24);

    /** The least score of one who is satisfied. */
    static final int SATISFIED = 4;

    final String conversation;
    final long begun;
    /** Of the shopper's last message. */
    String language = "";

    ConversationState state = ConversationState.ASSISTANT;
    /** When somebody last said something. */
    long lastAt;
    /** Since when the shopper waits for a reply by whomever. */
    long unanswered = NEVER;

    /** How often the shopper came back after it was done. */
    int returns;

    /** Since when people are responsible now. */
    long withPeopleSince = NEVER;
    /** Whether an agent has replied since then. */
    boolean responded;

    boolean firstLate;
    boolean nextLate;
    boolean resolutionLate;

    /** When people became responsible first, and why. */
    long handedOver = NEVER;

    String reason = "";
    /** How long it stood in the queue until an agent had it first. */
    long waited = NEVER;
    /** Whether the shopper left the queue. */
    boolean left;
    /** Who had it last. */
    String agent = "";
    /** When it was resolved, as long as it is. */
    long resolvedAt = NEVER;
    /** Whether the shopper was asked for a score. */
    boolean scoreAsked;
    /** 1 to 5; 0 as long as she gave none. */
    int score;

    final List<Reply> replies;
    final List<Response> responses;

    Facts(String conversation, long begun) {
        this(conversation, begun, new ArrayList<>(), new ArrayList<>());
        this.lastAt = begun;
    }

    Facts(String conversation, long begun, List<Reply> replies, List<Response> responses) {
        this.conversation = conversation;
        this.begun = begun;
        this.replies = replies;
        this.responses = responses;
    }

    /** The next event of the conversation. */
    void take(Event event) {
        long at = event.at().toEpochMilli();
        switch (event.body()) {
            case Body.TurnCreated created -> said(created.turn(), at);
            case Body.ReplyCompleted completed -> replied(completed.turn(), at);
            case Body.TurnUpdated updated -> updated(updated.turn());
            case Body.StateChanged changed -> moved(changed.state(), changed.agent(), at);
            case Body.Assigned assigned -> has(assigned.agent());
            case Body.HandedOver over -> reason = reason.isEmpty() ? over.rule() : reason;
            case Body.Deadline deadline -> late(deadline.kind());
            case Body.Marked marked -> judged(marked.turn(), marked.mark());
            case Body.ScoreAsked _ -> scoreAsked = true;
            case Body.Scored scored -> score = scored.score();
            // It is not solved: it goes on elsewhere.
            case Body.Merged _ -> resolvedAt = NEVER;
            case Body.ReplyStarted _, Body.Noted _, Body.HandlingChanged _, Body.SuggestionJudged _ -> {}
        }
    }

    private void said(Turn turn, long at) {
        switch (turn) {
            case Turn.OfShopper shopper -> {
                boolean wasQuiet = at - lastAt >= QUIET.toMillis();
                if (state == ConversationState.ASSISTANT && wasQuiet && !replies.isEmpty()) {
                    returns++;
                }
                language = shopper.language().code();
                unanswered = unanswered == NEVER ? at : unanswered;
                lastAt = at;
            }
            case Turn.OfAgent agent -> {
                responded(agent, at);
                has(Optional.of(agent.agent()));
                lastAt = at;
            }
            case Turn.OfAssistant _, Turn.OfNote _, Turn.OfSystem _ -> {}
        }
    }

    private void responded(Turn.OfAgent turn, long at) {
        String by = turn.agent().id().value();
        if (withPeopleSince != NEVER && !responded) {
            responses.add(new Response(turn.id(), by, at, at - withPeopleSince, true, firstLate));
        } else if (unanswered != NEVER) {
            responses.add(new Response(turn.id(), by, at, at - unanswered, false, nextLate));
        }
        responded = true;
        firstLate = false;
        nextLate = false;
        unanswered = NEVER;
    }

    private void replied(Turn.OfAssistant turn, long at) {
        boolean stopped = turn.reply().kind() == ReplyKind.STOPPED;
        long took = stopped || unanswered == NEVER ? NEVER : at - unanswered;
        replies.add(Reply.of(turn, at, took, Optional.empty()));
        if (!(stopped && state.isWithAgent())) {
            // What an agent stopped by taking over, she has yet to answer.
            unanswered = NEVER;
        }
        lastAt = at;
    }

    /** Rated, or erased: what is left then is what the log still tells. */
    private void updated(Turn turn) {
        if (turn instanceof Turn.OfAssistant said) {
            replies.replaceAll(known ->
                    known.turn().equals(said.id()) ? Reply.of(said, known.at(), known.took(), known.mark()) : known);
        }
    }

    private void judged(String turn, Optional<Mark> mark) {
        replies.replaceAll(known -> known.turn().equals(turn) ? known.judged(mark) : known);
    }

    private void has(Optional<Speaker> given) {
        given.ifPresent(one -> agent = one.id().value());
    }

    private void late(Alarm.Kind kind) {
        firstLate |= kind == Alarm.Kind.FIRST_RESPONSE;
        nextLate |= kind == Alarm.Kind.NEXT_RESPONSE;
        resolutionLate |= kind == Alarm.Kind.RESOLUTION;
    }

    private void moved(ConversationState to, Optional<Speaker> by, long at) {
        ConversationState from = state;
        state = to;
        has(by);
        if (isWithPeople(to) && !isWithPeople(from)) {
            withPeopleSince = at;
            responded = false;
            firstLate = false;
            nextLate = false;
            handedOver = handedOver == NEVER ? at : handedOver;
        } else if (!isWithPeople(to)) {
            withPeopleSince = NEVER;
        }
        if (to.isWithAgent() && waited == NEVER) {
            waited = at - withPeopleSince;
        }
        left |= from == ConversationState.QUEUED && !isWithPeople(to);
        if (from == ConversationState.RESOLVED && to != ConversationState.RESOLVED && to != ConversationState.CLOSED) {
            returns++;
            resolvedAt = NEVER;
        }
        resolvedAt = to == ConversationState.RESOLVED ? at : resolvedAt;
    }

    private static boolean isWithPeople(ConversationState state) {
        return state == ConversationState.QUEUED || state.isWithAgent();
    }

    // What follows from it

    /** The market of the last reply that states the facts of one. */
    String market() {
        return replies.reversed().stream()
                .map(Reply::market)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Of all replies. */
    List<String> topics() {
        return replies.stream()
                .flatMap(reply -> reply.topics().stream())
                .distinct()
                .toList();
    }

    boolean isAbandoned() {
        return left && waited == NEVER;
    }

    /** Whether an agent had it and it is done. */
    boolean isResolvedByPeople() {
        return resolvedAt != NEVER && waited != NEVER;
    }

    Outcome outcome(long now) {
        if (handedOver != NEVER) {
            return Outcome.HANDED_OVER;
        }
        Optional<Boolean> opinion = opinion();
        boolean answered = !replies.isEmpty() && replies.getLast().isAnswer() && unanswered == NEVER;
        if (opinion.isPresent()) {
            return opinion.get() ? Outcome.CONFIRMED : Outcome.UNRESOLVED;
        }
        boolean over = state != ConversationState.ASSISTANT || now - lastAt >= QUIET.toMillis();
        if (!over) {
            return Outcome.ONGOING;
        }
        return answered ? Outcome.ASSUMED : Outcome.UNRESOLVED;
    }

    /** Whether she was helped, by her score of it all, or by what she last said of a reply. */
    private Optional<Boolean> opinion() {
        if (score >= SATISFIED || score == 1 || score == 2) {
            return Optional.of(score >= SATISFIED);
        }
        return replies.reversed().stream()
                .flatMap(reply -> reply.helpful().stream())
                .findFirst();
    }

    /** From the first message to the last answer of the assistant, or until an agent was done; {@link #NEVER} before. */
    long resolution(long now) {
        return switch (outcome(now)) {
            case CONFIRMED, ASSUMED ->
                replies.reversed().stream()
                        .filter(Reply::isAnswer)
                        .findFirst()
                        .map(answer -> answer.at() - begun)
                        .orElse(NEVER);
            case HANDED_OVER -> isResolvedByPeople() ? resolvedAt - begun : NEVER;
            case UNRESOLVED, ONGOING -> NEVER;
        };
    }
}
