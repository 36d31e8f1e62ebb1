package io.babeldesk.insight;

import static io.babeldesk.insight.Facts.NEVER;

import io.babeldesk.handoff.Moves;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What is counted: of each conversation, none, one or several items. Every number of a report is the size of a selection,
 * a share of one in another, or what is measured of its items; so it can always be shown what stands behind it.
 */
public enum Selection {
    CONVERSATIONS,
    /** In which the assistant gave an answer. */
    ANSWERED,
    CONFIRMED,
    ASSUMED,
    HANDED_OVER,
    UNRESOLVED,
    ONGOING,
    /** By how long it took. */
    RESOLVED,
    FIRST_CONTACT,
    RETURNED,

    /** By how long the shopper stood in the queue. Where an agent stepped in, nobody did. */
    WAITED,
    ABANDONED,

    /** By how long the first reply of the assistant took. */
    ASSISTANT_FIRST,
    PERSON_FIRST,
    PERSON_NEXT,

    /** What an agent answered, and what is late already. */
    FIRST_DUE,
    FIRST_KEPT,
    NEXT_DUE,
    NEXT_KEPT,
    RESOLUTION_DUE,
    RESOLUTION_KEPT,

    SCORE_ASKED,
    /** Was asked, and answered. */
    SCORE_GIVEN,
    /** By the score. */
    SCORED,
    SATISFIED,
    /** Answers that the shopper rated. */
    RATED,
    HELPFUL,

    ANSWERS,
    FALSE_ANSWERS,
    REFUSALS,
    FALSE_REFUSALS;

    /** Finds the items of a conversation as it stands at a time. */
    void find(Facts facts, long now, Consumer<Item> found) {
        switch (this) {
            case CONVERSATIONS -> one(facts, true, found);
            case ANSWERED -> one(facts, facts.replies.stream().anyMatch(Reply::isAnswer), found);
            case CONFIRMED -> one(facts, facts.outcome(now) == Outcome.CONFIRMED, found);
            case ASSUMED -> one(facts, facts.outcome(now) == Outcome.ASSUMED, found);
            case HANDED_OVER -> one(facts, facts.outcome(now) == Outcome.HANDED_OVER, found);
            case UNRESOLVED -> one(facts, facts.outcome(now) == Outcome.UNRESOLVED, found);
            case ONGOING -> one(facts, facts.outcome(now) == Outcome.ONGOING, found);
            case RESOLVED -> measured(facts, facts.resolution(now), found);
            case FIRST_CONTACT -> measured(facts, facts.returns == 0 ? facts.resolution(now) : NEVER, found);
            case RETURNED -> one(facts, facts.returns > 0, found);
            case WAITED -> measured(facts, facts.reason.equals(Moves.TAKEN_OVER) ? NEVER : facts.waited, found);
            case ABANDONED -> one(facts, facts.isAbandoned(), found);
            case ASSISTANT_FIRST ->
                facts.replies.stream()
                        .filter(reply -> reply.took() != NEVER)
                        .findFirst()
                        .ifPresent(reply -> found.accept(Item.of(facts, reply, reply.took())));
            case PERSON_FIRST -> responses(facts, Response::first, found);
            case PERSON_NEXT -> responses(facts, response -> !response.first(), found);
            case FIRST_DUE -> {
                responses(facts, Response::first, found);
                one(facts, facts.firstLate, found);
            }
            case FIRST_KEPT -> responses(facts, response -> response.first() && !response.late(), found);
            case NEXT_DUE -> {
                responses(facts, response -> !response.first(), found);
                one(facts, facts.nextLate, found);
            }
            case NEXT_KEPT -> responses(facts, response -> !response.first() && !response.late(), found);
            case RESOLUTION_DUE -> one(facts, facts.isResolvedByPeople() || facts.resolutionLate, found);
            case RESOLUTION_KEPT -> one(facts, facts.isResolvedByPeople() && !facts.resolutionLate, found);
            case SCORE_ASKED -> one(facts, facts.scoreAsked, found);
            case SCORE_GIVEN -> one(facts, facts.scoreAsked && facts.score > 0, found);
            case SCORED -> measured(facts, facts.score > 0 ? facts.score : NEVER, found);
            case SATISFIED -> one(facts, facts.score >= Facts.SATISFIED, found);
            case RATED ->
                replies(facts, reply -> reply.isAnswer() && reply.helpful().isPresent(), found);
            case HELPFUL ->
                replies(facts, reply -> reply.isAnswer() && reply.helpful().equals(Optional.of(true)), found);
            case ANSWERS -> replies(facts, Reply::isAnswer, found);
            case FALSE_ANSWERS -> replies(facts, Reply::isFalseAnswer, found);
            case REFUSALS -> replies(facts, Reply::isRefusal, found);
            case FALSE_REFUSALS -> replies(facts, Reply::isFalseRefusal, found);
        }
    }

    /** What was measured of an item, in seconds or as a score. */
    double measure(long value) {
        return this == SCORED ? value : value / 1_000.0;
    }

    /** {@code handed-over} */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Selection> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    private static void one(Facts facts, boolean isIn, Consumer<Item> found) {
        if (isIn) {
            found.accept(Item.of(facts, NEVER));
        }
    }

    private static void measured(Facts facts, long length, Consumer<Item> found) {
        if (length != NEVER) {
            found.accept(Item.of(facts, length));
        }
    }

    private static void replies(Facts facts, Predicate<Reply> which, Consumer<Item> found) {
        for (Reply reply : facts.replies) {
            if (which.test(reply)) {
                found.accept(Item.of(facts, reply, NEVER));
            }
        }
    }

    private static void responses(Facts facts, Predicate<Response> which, Consumer<Item> found) {
        for (Response response : facts.responses) {
            if (which.test(response)) {
                found.accept(Item.of(facts, response, response.took()));
            }
        }
    }
}
