package io.babeldesk.conversation;

import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A numbered entry of a conversation's log: what happened, and when.
 *
 * @param position counts over the whole store, in commit order
 * @param seq counts within the conversation, from 1; some numbers may not be the shopper's to see
 */
public record Event(long position, String conversation, long seq, Visibility visibility, Body body, Instant at) {

    /** Who may see an event. */
    public enum Visibility {
        SHOPPER,
        AGENTS
    }

    /** What an agent made of what the assistant suggested to her. */
    public enum Outcome {
        /** She sent it as it was. */
        ACCEPTED,
        EDITED,
        /** She dismissed it, or sent something else. */
        REJECTED
    }

    /** What happened. */
    public sealed interface Body {

        /** A turn whose text is final from the start: the shopper's, an agent's, the service's. */
        record TurnCreated(Turn turn) implements Body {}

        /** The assistant has begun to answer; {@link ReplyCompleted} follows with the same id. */
        record ReplyStarted(String turn) implements Body {}

        record ReplyCompleted(Turn.OfAssistant turn) implements Body {}

        /** A turn that was said has changed: its rating, or its erasure. */
        record TurnUpdated(Turn turn) implements Body {}

        /** @param agent whose it is now */
        record StateChanged(ConversationState state, Optional<Speaker> agent) implements Body {

            public StateChanged(ConversationState state) {
                this(state, Optional.empty());
            }
        }

        /**
         * An agent has got it, or nobody has it any more.
         *
         * @param reasons why she of all; empty where a person decided
         * @param by the colleague who gave it to her
         */
        record Assigned(Optional<Speaker> agent, List<String> reasons, Optional<Speaker> by) implements Body {

            public Assigned(Optional<Speaker> agent, List<String> reasons) {
                this(agent, reasons, Optional.empty());
            }
        }

        /** A note for agents. */
        record Noted(Turn.OfNote note) implements Body {}

        /** What agents have set has changed: labels, priority, team, an offer, an address. */
        record HandlingChanged() implements Body {}

        /** The shopper is asked what she thought of the conversation. */
        record ScoreAsked(String question, Language language) implements Body {}

        /** @param score 1 to 5; her words to it are not in the log */
        record Scored(int score) implements Body {}

        /** @param into the conversation of the same shopper in which it goes on */
        record Merged(String into) implements Body {}

        /** @param turn of the shopper that the suggestion answered */
        record SuggestionJudged(String turn, Outcome outcome, Speaker agent) implements Body {}

        /** A deadline comes near, or is over. */
        record Deadline(Alarm.Kind kind, Instant due) implements Body {}

        /** People are responsible from now on; the state that this leads to is logged beside it. */
        record HandedOver(String rule) implements Body {}

        /**
         * An agent judged a reply of the assistant.
         *
         * @param mark empty where she took back what she had said
         */
        record Marked(String turn, Optional<Mark> mark, Speaker by) implements Body {}
    }

    /** Who may see what happened: the one place where this is decided. */
    public static Visibility visibilityOf(Body body) {
        return switch (body) {
            case Body.TurnCreated created -> created.turn().visibility();
            case Body.TurnUpdated updated -> updated.turn().visibility();
            case Body.ReplyStarted _, Body.ReplyCompleted _, Body.StateChanged _, Body.ScoreAsked _ ->
                Visibility.SHOPPER;
            case Body.Assigned _,
                    Body.Noted _,
                    Body.HandlingChanged _,
                    Body.Merged _,
                    Body.Scored _,
                    Body.SuggestionJudged _,
                    Body.HandedOver _,
                    Body.Marked _,
                    Body.Deadline _ -> Visibility.AGENTS;
        };
    }
}
