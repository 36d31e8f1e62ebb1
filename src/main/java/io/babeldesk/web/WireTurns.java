package io.babeldesk.web;

import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Suggestion;
import io.babeldesk.conversation.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was said, as lists, events, transcripts and exports show it. */
final class WireTurns {

    private WireTurns() {}

    /**
     * @param name of the agent who wrote it
     * @param original what the agent wrote, where the text is a translation of it
     * @param automated true where software speaks: what clients have to say beside the turn
     * @param mode whose words a reply is in, the passage's or those of a language model
     * @param rateable whether she may be asked if it helped
     * @param status of an event's turn: {@code open} as long as the text is still to come
     */
    record Message(
            String id,
            long seq,
            String author,
            @Nullable String name,
            @Nullable Boolean automated,
            String text,
            List<WireBlocks.Node> blocks,
            String language,
            @Nullable String original,
            List<Cited> sources,
            @Nullable List<File> files,
            List<String> replyTo,
            @Nullable String reply,
            @Nullable String mode,
            @Nullable List<Suggestion> suggestions,
            @Nullable Boolean rateable,
            @Nullable Boolean helpful,
            @Nullable String createdAt,
            @Nullable String status) {

        Message as(String newStatus) {
            return new Message(
                    id,
                    seq,
                    author,
                    name,
                    automated,
                    text,
                    blocks,
                    language,
                    original,
                    sources,
                    files,
                    replyTo,
                    reply,
                    mode,
                    suggestions,
                    rateable,
                    helpful,
                    createdAt,
                    newStatus);
        }
    }

    /** @param url below {@code /api/v1/files/} */
    record File(
            String id,
            String name,
            String type,
            int size,
            String url,
            @Nullable Integer width,
            @Nullable Integer height,
            String alt) {

        static File of(Attachment kept) {
            return new File(
                    kept.id(),
                    kept.name(),
                    kept.type(),
                    kept.bytes(),
                    kept.address(),
                    kept.width() == 0 ? null : kept.width(),
                    kept.height() == 0 ? null : kept.height(),
                    kept.alt());
        }
    }

    record Cited(String article, String language, String title, String heading, double score) {}

    /** A reply as the command line's {@code ask --json} prints it. */
    record Reply(
            String reply,
            String language,
            @Nullable String market,
            double confidence,
            String text,
            List<WireBlocks.Node> blocks,
            List<Cited> sources,
            List<Suggestion> suggestions,
            String mode,
            Map<String, Double> timingsMs) {}

    static Message of(Turn turn) {
        return switch (turn) {
            case Turn.OfShopper shopper -> plain(turn, "shopper", null, null, shopper.files());
            case Turn.OfAgent agent ->
                plain(
                        turn,
                        "agent",
                        agent.agent().name(),
                        agent.original().map(Turn.Original::text).orElse(null),
                        List.of());
            case Turn.OfNote note -> plain(turn, "note", note.agent().name(), null, List.of());
            case Turn.OfSystem _ -> plain(turn, "system", null, null, List.of());
            case Turn.OfAssistant assistant ->
                new Message(
                        assistant.id(),
                        assistant.seq(),
                        "assistant",
                        null,
                        true,
                        assistant.text(),
                        WireBlocks.of(assistant.reply().blocks()),
                        assistant.language().code(),
                        null,
                        cited(assistant.reply().sources()),
                        null,
                        assistant.replyTo(),
                        kind(assistant.reply().kind()),
                        mode(assistant.reply().mode()),
                        assistant.reply().suggestions(),
                        isRateable(assistant.reply().kind()),
                        assistant.helpful().orElse(null),
                        assistant.createdAt().toString(),
                        null);
        };
    }

    /** A reply of which nothing is said yet. */
    static Message begun(String turn, long seq, Conversation conversation, Instant at) {
        return new Message(
                turn,
                seq,
                "assistant",
                null,
                true,
                "",
                List.of(),
                conversation.language().code(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                at.toString(),
                "open");
    }

    static Reply reply(Turn.OfAssistant turn, Optional<Provenance> provenance) {
        AssistantReply reply = turn.reply();
        Map<String, Double> timings = new TreeMap<>();
        provenance.map(Provenance::timings).orElse(Map.of()).forEach((step, took) -> timings.put(step, millis(took)));
        return new Reply(
                kind(reply.kind()),
                reply.language().code(),
                reply.market().map(Market::code).orElse(null),
                reply.confidence(),
                reply.text(),
                WireBlocks.of(reply.blocks()),
                cited(reply.sources()),
                reply.suggestions(),
                mode(reply.mode()),
                timings);
    }

    static String kind(ReplyKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is worth asking if a reply helped: of a question back, a refusal or a hello it is not. */
    private static boolean isRateable(ReplyKind kind) {
        return kind == ReplyKind.ANSWERED;
    }

    private static String mode(ReplyMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static Message plain(
            Turn turn, String author, @Nullable String name, @Nullable String original, List<Attachment> files) {
        return new Message(
                turn.id(),
                turn.seq(),
                author,
                name,
                null,
                turn.text(),
                WireBlocks.paragraph(turn.text()),
                turn.language().code(),
                original,
                List.of(),
                files.isEmpty() ? null : files.stream().map(File::of).toList(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                turn.createdAt().toString(),
                null);
    }

    private static List<Cited> cited(List<Source> sources) {
        return sources.stream()
                .map(source -> new Cited(
                        source.article(), source.language().code(), source.title(), source.heading(), source.score()))
                .toList();
    }

    private static double millis(Duration took) {
        return Math.round(took.toNanos() / 10_000.0) / 100.0;
    }
}
