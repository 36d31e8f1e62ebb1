package io.babeldesk.handoff;

import io.babeldesk.conversation.Handling.Offer;
import io.babeldesk.knowledge.HandoffRules;
import io.babeldesk.knowledge.HandoffRules.Act;
import io.babeldesk.knowledge.HandoffRules.Rule;
import io.babeldesk.knowledge.PhrasePattern;
import io.babeldesk.language.Language;
import io.babeldesk.language.PlainForm;
import io.babeldesk.sentiment.MoodTrend;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides from the facts of a turn whether a person takes over, and by which rule. It knows no clock, no store and no
 * model, so that the same facts always bring the same decision. Immutable; safe for use by many threads.
 */
public final class HandoffPolicy {

    /** Rules that do not stand in the shop's file. */
    public static final String OFFER_ACCEPTED = "offer-accepted";

    public static final String ASKED_PERSON = "asked-person";
    public static final String NO_ANSWER = "no-answer";
    public static final String ANGER = "anger";
    public static final String FALLING_MOOD = "falling-mood";
    public static final String FAILED_TURNS = "failed-turns";
    public static final String LOW_CONFIDENCE = "low-confidence";

    /** Longer messages say more than yes or no. */
    private static final int LONGEST_YES_WORDS = 5;

    private static final int LONGEST_YES_LETTERS = 40;

    private final HandoffRules rules;

    public HandoffPolicy(HandoffRules rules) {
        this.rules = rules;
    }

    /** What is to be done, and by which rule. */
    public sealed interface Decision {

        /** The assistant answers. */
        record Proceed() implements Decision {}

        /** A person takes over. */
        record HandOver(String rule, boolean urgent) implements Decision {}

        /** As {@link HandOver}; she is given the shop's fixed words first. */
        record Help(String rule) implements Decision {}

        /** The assistant answers, and a person is offered. */
        record MakeOffer(String rule) implements Decision {}
    }

    /** What came of the assistant's try to answer. */
    public enum Outcome {
        ANSWERED,
        /** She asked for a person in words that only the answerer understood. */
        ASKED_PERSON,
        /** There is no answer, or none that holds for her. */
        UNSURE,
        OTHER
    }

    /** Before an answer is looked for. */
    public Decision before(TurnFacts facts) {
        String plain = PlainForm.of(facts.text());
        for (Rule rule : rules.rules()) {
            if (fits(rule.phrases(), plain, facts.languages()) && !fits(rule.unless(), plain, facts.languages())) {
                return rule.act() == Act.HELP
                        ? new Decision.Help(rule.name())
                        : new Decision.HandOver(rule.name(), rule.urgent());
            }
        }
        if (isOpen(facts.offer()) && accepts(plain, facts.languages())) {
            return new Decision.HandOver(OFFER_ACCEPTED, false);
        }
        return new Decision.Proceed();
    }

    /**
     * After an answer was found.
     *
     * @param confidence 0..1, of the answer
     */
    public Decision after(TurnFacts facts, Outcome outcome, double confidence) {
        if (outcome == Outcome.ASKED_PERSON) {
            return new Decision.HandOver(ASKED_PERSON, false);
        }
        if (facts.offer().isPresent()) {
            return new Decision.Proceed();
        }
        HandoffRules.Offers offers = rules.offers();
        MoodTrend trend = MoodTrend.over(facts.moods());
        if (!facts.moods().isEmpty() && facts.moods().getLast().anger() >= Math.max(offers.anger(), 0.01)) {
            return new Decision.MakeOffer(ANGER);
        }
        if (offers.fallingMood() && trend.falling()) {
            return new Decision.MakeOffer(FALLING_MOOD);
        }
        if (offers.failedTurns() > 0 && facts.failedTurns() >= offers.failedTurns()) {
            return new Decision.MakeOffer(FAILED_TURNS);
        }
        boolean unsure =
                outcome == Outcome.UNSURE || (outcome == Outcome.ANSWERED && confidence < offers.lowConfidence());
        return unsure ? new Decision.MakeOffer(LOW_CONFIDENCE) : new Decision.Proceed();
    }

    /** What becomes of an offer with a turn that did not accept it: it closes, rests, and may then be made again. */
    public Optional<Offer> aged(TurnFacts facts) {
        return facts.offer()
                .map(offer -> {
                    boolean declined = offer.left() > 0
                            && isShort(facts.text())
                            && fits(rules.offers().decline(), PlainForm.of(facts.text()), facts.languages());
                    return new Offer(offer.rule(), offer.at(), declined ? 0 : offer.left() - 1);
                })
                .filter(offer -> offer.left() > -rules.offers().pause());
    }

    /** Whether it can still be accepted. */
    public static boolean isOpen(Optional<Offer> offer) {
        return offer.filter(made -> made.left() > 0).isPresent();
    }

    /** How many turns a new offer stays open. */
    public int pause() {
        return rules.offers().pause();
    }

    private boolean accepts(String plain, List<Language> languages) {
        return isShort(plain)
                && fits(rules.offers().accept(), plain, languages)
                && !fits(rules.offers().decline(), plain, languages);
    }

    private static boolean isShort(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST_YES_LETTERS && stripped.split("\\s+").length <= LONGEST_YES_WORDS;
    }

    private static boolean fits(Map<Language, List<PhrasePattern>> phrases, String plain, List<Language> languages) {
        return languages.stream()
                .flatMap(language -> phrases.getOrDefault(language, List.of()).stream())
                .anyMatch(phrase -> phrase.isIn(plain));
    }
}
