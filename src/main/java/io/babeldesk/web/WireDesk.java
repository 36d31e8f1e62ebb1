package io.babeldesk.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.babeldesk.conversation.Alarm.Kind;
import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Blocked;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations.Score;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Shopper.Customer;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.handoff.Summary;
import io.babeldesk.sentiment.Sentiment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations as agents see them. Stateless. */
final class WireDesk {

    /** What a priority may be, in words. */
    static final String PRIORITIES = "low, normal, high or urgent";

    private static final int LINE = 140;

    private WireDesk() {}

    record Person(String id, String name) {}

    record Reason(String rule) {}

    /** @param warnAt when it is close */
    record Deadline(String kind, String due, @Nullable String warnAt) {}

    record Offer(String rule, boolean open) {}

    record Earlier(String id, String state, String createdAt) {}

    record Shopper(
            String id,
            @Nullable String name,
            @Nullable String email,
            boolean verified,
            @Nullable List<Earlier> earlier) {}

    record Row(
            String id,
            long version,
            String state,
            String language,
            @Nullable String market,
            Shopper shopper,
            @Nullable Person agent,
            @Nullable String team,
            String priority,
            List<String> labels,
            @Nullable Reason reason,
            @Nullable Offer offer,
            @Nullable String lastLine,
            @Nullable String lastAuthor,
            @Nullable String waitsSince,
            @Nullable Deadline deadline,
            @Nullable String snoozedUntil,
            @Nullable String mergedInto,
            @Nullable Map<String, String> fields,
            long lastSeq,
            String createdAt,
            String updatedAt) {}

    record Original(String text, String language) {}

    record Said(
            String id,
            long seq,
            String author,
            @Nullable Person agent,
            String text,
            List<WireBlocks.Node> blocks,
            String language,
            List<Cited> sources,
            @Nullable Original original,
            @Nullable String reply,
            @Nullable Boolean helpful,
            @Nullable Mood mood,
            @Nullable List<Person> mentions,
            @Nullable List<File> files,
            String createdAt) {}

    /**
     * @param size in bytes
     * @param width in pixels; only of a picture
     * @param check {@code redrawn}, {@code scanned} or {@code unscanned}
     */
    record File(
            String id,
            String name,
            String type,
            int size,
            @Nullable Integer width,
            @Nullable Integer height,
            String alt,
            String check) {

        static File of(Attachment kept) {
            return new File(
                    kept.id(),
                    kept.name(),
                    kept.type(),
                    kept.bytes(),
                    kept.width() == 0 ? null : kept.width(),
                    kept.height() == 0 ? null : kept.height(),
                    kept.alt(),
                    lower(kept.check()));
        }
    }

    record Cited(String article, String language, String title, String heading) {}

    /** @param anger 0..1 */
    record Mood(
            String label, @Nullable String trend, @Nullable Double anger) {}

    record Fact(String name, String value) {}

    /**
     * @param text what it is about in a model's words, where there is one
     * @param by {@code log}: nothing is told that was not said; {@code model}: the text is a model's, the rest is not
     */
    record Known(
            String language,
            @Nullable String text,
            String wanted,
            List<String> tried,
            List<Cited> sources,
            List<Fact> facts,
            @Nullable Mood mood,
            String by,
            boolean wordable) {}

    /** A conversation that goes on in this one, and what was said in it. */
    record Elsewhere(String id, String createdAt, List<Said> turns) {}

    /** Why she is kept out, and since when. */
    record Kept(
            String reason,
            Person by,
            String since,
            @Nullable String until) {

        static Kept of(Blocked blocked) {
            return new Kept(
                    blocked.reason(),
                    person(blocked.by()),
                    blocked.since().toString(),
                    blocked.until().map(Instant::toString).orElse(null));
        }
    }

    /**
     * @param assignedBecause why she of all, with points
     * @param marks what agents say of the assistant's replies, by turn
     */
    record Detail(
            @JsonUnwrapped Row row,
            @Nullable Kept blocked,
            @Nullable List<Elsewhere> merged,
            List<Said> turns,
            @Nullable Known summary,
            List<String> assignedBecause,
            @Nullable Given score,
            Map<String, String> marks) {}

    /** {@code wrong-answer} */
    static String mark(Mark mark) {
        return lower(mark).replace('_', '-');
    }

    /** What the shopper thought of it, 1 to 5. */
    record Given(int score, @Nullable String comment, String at) {

        static Given of(Score score) {
            return new Given(
                    score.score(), score.comment().orElse(null), score.at().toString());
        }
    }

    static Person person(Speaker speaker) {
        return new Person(speaker.id().value(), speaker.name());
    }

    /** @param customer as whom the shop knows the shopper */
    static Row row(Handled handled, Optional<Customer> customer, Optional<List<Conversation>> hers) {
        Conversation conversation = handled.conversation();
        Handling handling = handled.handling();
        return new Row(
                conversation.id(),
                conversation.version(),
                ConversationApi.stateOf(conversation.state()),
                conversation.language().code(),
                conversation.market().map(Market::code).orElse(null),
                new Shopper(
                        conversation.shopper(),
                        customer.flatMap(Customer::name).orElse(null),
                        handling.email()
                                .or(() -> customer.flatMap(Customer::email))
                                .orElse(null),
                        customer.isPresent(),
                        hers.map(all -> earlier(all, conversation)).orElse(null)),
                handling.owner().map(WireDesk::person).orElse(null),
                handling.team().orElse(null),
                lower(handling.priority()),
                List.copyOf(handling.labels()),
                handling.handover().map(why -> new Reason(why.rule())).orElse(null),
                handling.offer()
                        .map(offer -> new Offer(offer.rule(), offer.left() > 0))
                        .orElse(null),
                handled.lastTurn().map(turn -> line(turn.text())).orElse(null),
                handled.lastTurn().map(WireDesk::author).orElse(null),
                handling.waitsSince().map(Instant::toString).orElse(null),
                deadline(handling),
                handling.alarm(Kind.SNOOZE_ENDS).map(Instant::toString).orElse(null),
                handling.particulars().mergedInto().orElse(null),
                handling.particulars().fields().isEmpty()
                        ? null
                        : handling.particulars().fields(),
                conversation.lastSeq(),
                conversation.createdAt().toString(),
                conversation.updatedAt().toString());
    }

    private static List<Earlier> earlier(List<Conversation> all, Conversation now) {
        return all.stream()
                .filter(one -> !one.id().equals(now.id()))
                .limit(20)
                .map(one -> new Earlier(
                        one.id(),
                        ConversationApi.stateOf(one.state()),
                        one.createdAt().toString()))
                .toList();
    }

    /** The one that comes first. */
    private static @Nullable Deadline deadline(Handling handling) {
        return Stream.of(Kind.FIRST_RESPONSE, Kind.NEXT_RESPONSE, Kind.RESOLUTION)
                .filter(kind -> handling.alarm(kind).equals(handling.nextDeadline())
                        && handling.alarm(kind).isPresent())
                .findFirst()
                .map(kind -> new Deadline(
                        kindOf(kind),
                        handling.alarm(kind).map(Instant::toString).orElse(""),
                        handling.alarm(Kind.valueOf(kind.name() + "_WARNING"))
                                .map(Instant::toString)
                                .orElse(null)))
                .orElse(null);
    }

    /** {@code first-response}, of the deadline and of its warning. */
    static String kindOf(Kind kind) {
        return lower(kind).replace("_warning", "").replace('_', '-');
    }

    static Said said(Turn turn) {
        return new Said(
                turn.id(),
                turn.seq(),
                author(turn),
                switch (turn) {
                    case Turn.OfAgent agent -> person(agent.agent());
                    case Turn.OfNote note -> person(note.agent());
                    case Turn.OfShopper _, Turn.OfAssistant _, Turn.OfSystem _ -> null;
                },
                turn.text(),
                turn instanceof Turn.OfAssistant reply
                        ? WireBlocks.of(reply.reply().blocks())
                        : WireBlocks.paragraph(turn.text()),
                turn.language().code(),
                turn instanceof Turn.OfAssistant reply ? cited(reply.reply().sources()) : List.of(),
                turn instanceof Turn.OfAgent agent
                        ? agent.original()
                                .map(original -> new Original(
                                        original.text(), original.language().code()))
                                .orElse(null)
                        : null,
                turn instanceof Turn.OfAssistant reply
                        ? WireTurns.kind(reply.reply().kind())
                        : null,
                turn instanceof Turn.OfAssistant reply ? reply.helpful().orElse(null) : null,
                turn instanceof Turn.OfShopper shopper
                        ? shopper.mood()
                                .map(mood -> new Mood(lower(mood.label()), null, rounded(mood)))
                                .orElse(null)
                        : null,
                turn instanceof Turn.OfNote note && !note.mentions().isEmpty()
                        ? note.mentions().stream().map(WireDesk::person).toList()
                        : null,
                turn instanceof Turn.OfShopper shopper && !shopper.files().isEmpty()
                        ? shopper.files().stream().map(File::of).toList()
                        : null,
                turn.createdAt().toString());
    }

    /** @param wordable whether a model may say it in its own words */
    static Known known(Summary summary, Optional<String> worded, boolean wordable) {
        return new Known(
                summary.language().code(),
                worded.orElse(null),
                summary.wanted(),
                summary.tried(),
                cited(summary.sources()),
                summary.facts().entrySet().stream()
                        .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                        .toList(),
                summary.mood()
                        .map(mood -> new Mood(lower(mood.label()), lower(summary.trend()), rounded(mood)))
                        .orElse(null),
                worded.isPresent() ? "model" : "log",
                wordable);
    }

    static List<Cited> cited(List<Source> sources) {
        return sources.stream()
                .map(source -> new Cited(source.article(), source.language().code(), source.title(), source.heading()))
                .toList();
    }

    static String author(Turn turn) {
        return switch (turn) {
            case Turn.OfShopper _ -> "shopper";
            case Turn.OfAssistant _ -> "assistant";
            case Turn.OfAgent _ -> "agent";
            case Turn.OfNote _ -> "note";
            case Turn.OfSystem _ -> "system";
        };
    }

    static Optional<Handling.Priority> priority(String name) {
        return Stream.of(Handling.Priority.values())
                .filter(one -> lower(one).equals(name))
                .findFirst();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static double rounded(Sentiment mood) {
        return Math.round(mood.anger() * 100) / 100.0;
    }

    /** The beginning of a text, as one line. */
    static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LINE)) + "…";
    }
}
