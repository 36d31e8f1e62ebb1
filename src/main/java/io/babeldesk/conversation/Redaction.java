package io.babeldesk.conversation;

import io.babeldesk.conversation.Event.Body;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is taken out of a turn, for good and for everybody.
 *
 * @param spans parts of its text; none for all of it
 * @param mark that stands in the place of each
 */
public record Redaction(List<Span> spans, String mark) {

    /** Counted in Unicode characters, {@code to} not included. */
    public record Span(int from, int to) {}

    public Redaction {
        List<Span> joined = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
            if (!joined.isEmpty() && span.from() <= joined.getLast().to()) {
                Span last = joined.removeLast();
                joined.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
        spans = List.copyOf(joined);
    }

    /** Whether a text has all these parts. */
    public boolean fits(String text) {
        int length = text.codePointCount(0, text.length());
        return !text.isEmpty()
                && spans.stream().allMatch(span -> span.from() >= 0 && span.from() < span.to() && span.to() <= length);
    }

    private boolean isWhole() {
        return spans.isEmpty();
    }

    /** What it takes away from a text. */
    public List<String> removed(String text) {
        return isWhole()
                ? List.of(text)
                : spans.stream()
                        .map(span -> text.substring(
                                text.offsetByCodePoints(0, span.from()), text.offsetByCodePoints(0, span.to())))
                        .toList();
    }

    private String of(String text) {
        if (isWhole()) {
            return mark;
        }
        StringBuilder left = new StringBuilder(text);
        for (Span span : spans.reversed()) {
            left.replace(text.offsetByCodePoints(0, span.from()), text.offsetByCodePoints(0, span.to()), mark);
        }
        return left.toString();
    }

    /** The turn without it. Of what was translated, the original goes whole: its parts are others. */
    public Turn of(Turn turn) {
        return switch (turn) {
            case Turn.OfShopper said ->
                new Turn.OfShopper(
                        said.id(),
                        said.seq(),
                        of(said.text()),
                        said.language(),
                        said.locale(),
                        said.mood(),
                        isWhole() ? List.of() : said.files(),
                        said.createdAt());
            case Turn.OfAssistant said -> of(said);
            case Turn.OfAgent said ->
                new Turn.OfAgent(
                        said.id(),
                        said.seq(),
                        said.agent(),
                        of(said.text()),
                        said.language(),
                        said.original().map(original -> new Turn.Original(mark, original.language())),
                        said.createdAt());
            case Turn.OfNote said -> of(said);
            case Turn.OfSystem said ->
                new Turn.OfSystem(said.id(), said.seq(), of(said.text()), said.language(), said.createdAt());
        };
    }

    private Turn.OfNote of(Turn.OfNote note) {
        return new Turn.OfNote(
                note.id(),
                note.seq(),
                note.agent(),
                of(note.text()),
                note.language(),
                isWhole() ? List.of() : note.mentions(),
                note.createdAt());
    }

    /** Its form is lost with its words; what it offers next may have repeated them. */
    private Turn.OfAssistant of(Turn.OfAssistant said) {
        AssistantReply reply = said.reply();
        AssistantReply left = new AssistantReply(
                reply.kind(),
                reply.language(),
                reply.market(),
                reply.confidence(),
                PlainText.paragraph(of(reply.text())),
                reply.sources(),
                List.of(),
                reply.mode());
        return new Turn.OfAssistant(said.id(), said.seq(), left, said.replyTo(), said.helpful(), said.createdAt());
    }

    /** Whether a reply has the plain form in which a redaction leaves one; one that was never redacted may have it, too. */
    public static boolean mayHaveLeft(Turn.OfAssistant said) {
        List<Block> blocks = said.reply().blocks();
        return said.reply().suggestions().isEmpty()
                && blocks.size() == 1
                && blocks.getFirst() instanceof Block.Paragraph paragraph
                && paragraph.children().size() == 1
                && paragraph.children().getFirst() instanceof Inline.Text;
    }

    /** An event that has the turn, without it; any other as it is. */
    public Body of(Body body, String turn) {
        return switch (body) {
            case Body.TurnCreated created
            when created.turn().id().equals(turn) -> new Body.TurnCreated(of(created.turn()));
            case Body.TurnUpdated updated
            when updated.turn().id().equals(turn) -> new Body.TurnUpdated(of(updated.turn()));
            case Body.ReplyCompleted completed
            when completed.turn().id().equals(turn) -> new Body.ReplyCompleted(of(completed.turn()));
            case Body.Noted noted when noted.note().id().equals(turn) -> new Body.Noted(of(noted.note()));
            case Body.TurnCreated _,
                    Body.TurnUpdated _,
                    Body.ReplyCompleted _,
                    Body.Noted _,
                    Body.ReplyStarted _,
                    Body.StateChanged _,
                    Body.Assigned _,
                    Body.HandlingChanged _,
                    Body.Merged _,
                    Body.ScoreAsked _,
                    Body.Scored _,
                    Body.HandedOver _,
                    Body.Marked _,
                    Body.SuggestionJudged _,
                    Body.Deadline _ -> body;
        };
    }

    /** How a reply that may have used the turn came about, without anybody's words. */
    public Provenance of(Provenance provenance) {
        return new Provenance(
                mark,
                provenance.language(),
                provenance.hits(),
                Map.of(),
                provenance.edition(),
                provenance.confidence(),
                provenance.timings(),
                Optional.empty());
    }
}
