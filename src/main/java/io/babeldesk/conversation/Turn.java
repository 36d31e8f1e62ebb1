package io.babeldesk.conversation;

import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One entry of the log that a person can read. */
public sealed interface Turn {

    /** {@code trn_…} */
    String id();

    /** The number of the event by which the turn's text became final. */
    long seq();

    Language language();

    Instant createdAt();

    /** The turn's plain text. */
    String text();

    /** Who may read it. */
    default Event.Visibility visibility() {
        return this instanceof OfNote ? Event.Visibility.AGENTS : Event.Visibility.SHOPPER;
    }

    /**
     * What a shopper wrote.
     *
     * @param locale the locale of the page that it was written on
     * @param mood how she felt; empty in turns that were never read, or are erased
     * @param files what she added to it
     */
    record OfShopper(
            String id,
            long seq,
            String text,
            Language language,
            Optional<String> locale,
            Optional<Sentiment> mood,
            List<Attachment> files,
            Instant createdAt)
            implements Turn {

        /** A turn without files. */
        public OfShopper(
                String id,
                long seq,
                String text,
                Language language,
                Optional<String> locale,
                Optional<Sentiment> mood,
                Instant createdAt) {
            this(id, seq, text, language, locale, mood, List.of(), createdAt);
        }
    }

    /**
     * What the assistant replied.
     *
     * @param replyTo the shopper's turns that it settles, oldest first
     * @param helpful the shopper's rating, if she gave one
     */
    record OfAssistant(
            String id,
            long seq,
            AssistantReply reply,
            List<String> replyTo,
            Optional<Boolean> helpful,
            Instant createdAt)
            implements Turn {
        @Override
        public String text() {
            return reply.text();
        }

        @Override
        public Language language() {
            return reply.language();
        }
    }

    /**
     * What an agent replied.
     *
     * @param text as the shopper reads it
     * @param original what the agent wrote, if that was translated
     */
    record OfAgent(
            String id,
            long seq,
            Speaker agent,
            String text,
            Language language,
            Optional<Original> original,
            Instant createdAt)
            implements Turn {}

    /**
     * What an agent wrote for agents alone.
     *
     * @param mentions the colleagues whom she chose to tell of it, named as her text names them
     */
    record OfNote(
            String id,
            long seq,
            Speaker agent,
            String text,
            Language language,
            List<Speaker> mentions,
            Instant createdAt)
            implements Turn {}

    /** A text before it was translated. */
    record Original(String text, Language language) {}

    /** What the service itself noted for both sides to read. */
    record OfSystem(String id, long seq, String text, Language language, Instant createdAt) implements Turn {}
}
