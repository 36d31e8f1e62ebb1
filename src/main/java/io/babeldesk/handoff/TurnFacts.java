package io.babeldesk.handoff;

import io.babeldesk.conversation.Conversations.Work;
import io.babeldesk.conversation.Handling.Offer;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import io.babeldesk.language.PlainForm;
import io.babeldesk.sentiment.Sentiment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a shopper's turn tells of whether she needs a person.
 *
 * @param text what she has just said; several messages on lines of their own
 * @param languages that it may be in: its own first
 * @param moods hers, oldest first, up to this turn
 * @param failedTurns how many replies in a row, up to the last, did not help
 * @param offer the last offer of a person
 */
public record TurnFacts(
        String text, List<Language> languages, List<Sentiment> moods, int failedTurns, Optional<Offer> offer) {

    public static TurnFacts of(Work work) {
        Stream<Turn.OfShopper> said = Stream.concat(work.earlier().stream(), work.owed().stream())
                .filter(Turn.OfShopper.class::isInstance)
                .map(Turn.OfShopper.class::cast);
        List<Sentiment> moods = said.flatMap(turn -> turn.mood().stream()).toList();
        List<Language> languages = Stream.concat(
                        work.owed().reversed().stream().map(Turn::language),
                        Stream.of(work.conversation().language(), Language.ENGLISH))
                .distinct()
                .toList();
        String text = work.owed().stream().map(Turn::text).collect(Collectors.joining("\n"));
        return new TurnFacts(
                text, languages, moods, failures(work), work.handling().offer());
    }

    /**
     * Replies that did not help: declined, rated so, a question back after a question back, or one that was followed by
     * the same question again.
     */
    private static int failures(Work work) {
        List<Turn> turns = new ArrayList<>(work.earlier());
        turns.addAll(work.owed());
        int failures = 0;
        boolean askedBefore = false;
        Set<String> questions = new HashSet<>();
        for (Turn turn : turns) {
            switch (turn) {
                case Turn.OfAssistant reply -> {
                    ReplyKind kind = reply.reply().kind();
                    boolean asked = kind == ReplyKind.ASKED_BACK;
                    boolean failed = kind == ReplyKind.DECLINED
                            || (asked && askedBefore)
                            || reply.helpful().equals(Optional.of(false));
                    failures = failed ? failures + 1 : asked ? failures : 0;
                    askedBefore = asked;
                }
                case Turn.OfShopper said -> {
                    String question = PlainForm.of(said.text()).strip();
                    if (question.length() > 3 && !questions.add(question)) {
                        failures++;
                    }
                }
                case Turn.OfAgent _ -> {
                    failures = 0;
                    questions.clear();
                }
                case Turn.OfNote _, Turn.OfSystem _ -> {}
            }
        }
        return failures;
    }
}
