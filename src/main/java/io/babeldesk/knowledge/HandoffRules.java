package io.babeldesk.knowledge;

import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a person takes over and how soon she answers, as the shop has written it in {@code handoff.yaml}.
 *
 * @param rules in the order in which they are tried; the first that fits decides
 * @param fields what the shop wants to know of each conversation, in the order to ask for it
 */
public record HandoffRules(
        List<Rule> rules,
        Offers offers,
        Help help,
        Deadlines deadlines,
        Routing routing,
        Csat csat,
        List<CaseField> fields) {

    /**
     * Words that bring a person at once.
     *
     * @param name by which every decision is traced, {@code legal-threat}
     * @param phrases by language
     * @param unless what makes them mean something else, by language
     */
    public record Rule(
            String name,
            Act act,
            boolean urgent,
            Map<Language, List<PhrasePattern>> phrases,
            Map<Language, List<PhrasePattern>> unless) {}

    /** What a rule does. */
    public enum Act {
        /** A person takes over. */
        HAND_OVER,
        /** As that, and the shopper is given the fixed words of {@link Help} at once. */
        HELP
    }

    /**
     * When a person is offered.
     *
     * @param anger 0..1, of the latest message
     * @param fallingMood whether a falling mood counts
     * @param failedTurns how many in a row; 0 is never
     * @param lowConfidence 0..1; an answer below it is not sure
     * @param pause how many of her turns an offer stays open, and how many pass before the next
     * @param accept what says yes to an offer, by language
     * @param decline what says no to it
     */
    public record Offers(
            double anger,
            boolean fallingMood,
            int failedTurns,
            double lowConfidence,
            int pause,
            Map<Language, List<PhrasePattern>> accept,
            Map<Language, List<PhrasePattern>> decline) {}

    /**
     * What is said to somebody who may harm herself. Written by people and never changed by a program.
     *
     * @param texts by language; the lines stand where a text has {@code {lines}}
     * @param lines where to find help, by market
     * @param elsewhere where to find it in any other
     */
    public record Help(Map<Language, String> texts, Map<Market, List<String>> lines, List<String> elsewhere) {

        /** In the shopper's language, else in English, which is always there. */
        public String say(Language language, Optional<Market> market) {
            List<String> known = market.map(lines::get).orElse(elsewhere);
            String text = texts.getOrDefault(language, texts.getOrDefault(Language.ENGLISH, "{lines}"));
            return text.strip().replace("{lines}", String.join("\n", known.isEmpty() ? elsewhere : known));
        }
    }

    /**
     * How soon people act. Response and resolution count in business hours, the others by the clock.
     *
     * @param urgent what a deadline shrinks to where a conversation is urgent, 0..1
     * @param warning the part of a deadline after which it is in danger, 0..1
     * @param goneAfter how long an agent may be away before what she has is given to others
     * @param idle how long a conversation may rest that waits for the shopper
     * @param reopen how long a resolved one can be gone on with
     */
    public record Deadlines(
            Duration firstResponse,
            Duration nextResponse,
            Duration resolution,
            double urgent,
            double warning,
            Duration goneAfter,
            Duration idle,
            Duration reopen) {}

    /**
     * When a shopper is asked what she thought of a conversation that is done.
     *
     * @param ask false to ask nobody
     * @param pause how long she is left in peace after she was asked
     * @param exceptLabels labels of conversations after which nobody is asked
     * @param exceptRules rules of a handover after which nobody is asked
     */
    public record Csat(boolean ask, Duration pause, Set<String> exceptLabels, Set<String> exceptRules) {}

    /**
     * Who gets which conversation. Weights are points.
     *
     * @param automatic whether conversations are given out, or only taken
     * @param capacity how many conversations an agent may have at once
     * @param waiting points for each minute that a conversation waits
     */
    public record Routing(
            boolean automatic,
            int capacity,
            int language,
            int skill,
            int load,
            int lastAgent,
            int tier,
            double waiting) {}
}
