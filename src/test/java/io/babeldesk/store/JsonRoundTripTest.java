package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Suggestion;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written as JSON is read as it was. */
class JsonRoundTripTest {

    private static final Instant NOON = Instant.ofEpochMilli(1_772_452_800_123L);
    private static final Language JAPANESE = Language.of("ja");

    private static final List<Inline> INLINES = List.of(
            new Inline.Text("Ünï \"q\" \\ \n \u0000 \u200f 日本語 📦 e\u0301"),
            new Inline.Strong(List.of(new Inline.Emphasis(List.of(new Inline.Text("nested"))))),
            new Inline.Emphasis(List.of()),
            new Inline.Code("a<b>&amp;"),
            new Inline.Link("article:returns/return-window", List.of(new Inline.Text("here"))));

    private static final List<Block> BLOCKS = List.of(
            new Block.Paragraph(INLINES),
            new Block.Heading(3, INLINES),
            new Block.Bullets(true, List.of(List.of(new Block.Paragraph(INLINES)), List.of())),
            new Block.Bullets(
                    false, List.of(List.of(new Block.Bullets(false, List.of(List.of(new Block.CodeBlock("deep"))))))),
            new Block.Table(
                    List.of(INLINES, List.of()),
                    List.of(List.of(List.of(), INLINES), List.of(INLINES, List.of(new Inline.Text(""))))),
            new Block.Quote(List.of(new Block.Paragraph(INLINES))),
            new Block.CodeBlock("  two\n  lines "));

    private static final Sentiment CROSS = new Sentiment(Sentiment.Label.NEGATIVE, 0.75, 0.5, 0.875);

    static Stream<Turn> turns() {
        return Stream.of(
                new Turn.OfShopper("trn_1", 1, "", JAPANESE, Optional.empty(), Optional.empty(), NOON),
                new Turn.OfShopper(
                        "trn_2", Long.MAX_VALUE, "どこ？", JAPANESE, Optional.of("ja-JP"), Optional.of(CROSS), NOON),
                reply(ReplyKind.ANSWERED, Optional.of(true), Optional.of(new Market("JP"))),
                reply(ReplyKind.DECLINED, Optional.of(false), Optional.empty()),
                reply(ReplyKind.ASKED_BACK, Optional.empty(), Optional.empty()),
                Tombstones.of(reply(ReplyKind.NEEDS_PERSON, Optional.empty(), Optional.of(new Market("JP")))),
                new Turn.OfAgent(
                        "trn_6",
                        10,
                        ANNA,
                        "Hallo",
                        Language.ENGLISH,
                        Optional.of(new Turn.Original("やあ", JAPANESE)),
                        NOON),
                new Turn.OfAgent("trn_7", 11, ANNA, "Hallo", Language.ENGLISH, Optional.empty(), NOON),
                new Turn.OfNote("trn_8", 12, ANNA, "vorsichtig", Language.ENGLISH, List.of(BEN), NOON),
                new Turn.OfSystem("trn_5", 9, "A person is coming", Language.ENGLISH, NOON));
    }

    private static final Speaker ANNA = new Speaker(new AgentId("agt_1"), "Anna");
    private static final Speaker BEN = new Speaker(new AgentId("agt_2"), "Ben");

    static Stream<Body> bodies() {
        return Stream.concat(
                turns().flatMap(turn -> Stream.of(new Body.TurnCreated(turn), new Body.TurnUpdated(turn))),
                Stream.of(
                        new Body.ReplyStarted("trn_3"),
                        new Body.StateChanged(ConversationState.OPEN, Optional.of(ANNA)),
                        new Body.Assigned(Optional.of(ANNA), List.of("language ja +40")),
                        new Body.Assigned(Optional.empty(), List.of()),
                        new Body.Assigned(Optional.of(ANNA), List.of(), Optional.of(BEN)),
                        new Body.Noted(new Turn.OfNote("trn_8", 12, ANNA, "hm", Language.ENGLISH, List.of(), NOON)),
                        new Body.HandlingChanged(),
                        new Body.Merged("cnv_b"),
                        new Body.ScoreAsked("Wie war es?", Language.of("de")),
                        new Body.Scored(4),
                        new Body.SuggestionJudged("trn_1", Event.Outcome.EDITED, ANNA),
                        new Body.Deadline(Alarm.Kind.NEXT_RESPONSE, NOON),
                        new Body.ScoreAsked("よかったですか？", JAPANESE),
                        new Body.Scored(4),
                        new Body.HandedOver("legal-threat"),
                        new Body.Marked("trn_3", Optional.of(Mark.SHOULD_HAVE_ANSWERED), ANNA),
                        new Body.Marked("trn_3", Optional.empty(), ANNA),
                        new Body.ReplyCompleted(reply(ReplyKind.ANSWERED, Optional.empty(), Optional.empty())),
                        new Body.StateChanged(ConversationState.SNOOZED)));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void readsATurnAsItWasWritten(Turn turn) {
        assertThat(JsonTurns.read(JsonText.read(JsonText.of(JsonTurns.of(turn)))))
                .isEqualTo(turn);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void readsAnEventAsItWasWritten(Body body) {
        assertThat(JsonEvents.read(JsonEvents.type(body), JsonEvents.payload(body)))
                .isEqualTo(body);
    }

    @ParameterizedTest
    @EnumSource
    void readsEachStateAsItWasWritten(ConversationState state) {
        readsAnEventAsItWasWritten(new Body.StateChanged(state));
    }

    @Test
    void readsRichTextAsItWasWritten() {
        assertThat(JsonBlocks.read(JsonText.read(JsonText.of(JsonBlocks.of(BLOCKS)))))
                .isEqualTo(BLOCKS);
    }

    @Test
    void readsProvenanceAsItWasWrittenAndInItsOrder() {
        Provenance provenance = new Provenance(
                "was?",
                JAPANESE,
                List.of(new Source("a/b", JAPANESE, "t", "h", 1.0 / 3)),
                Map.of("returns.window", "30 日"),
                "abc123",
                Math.nextDown(1.0),
                Map.of("search", Duration.ofNanos(1), "word", Duration.ofDays(9_000)));
        Provenance read = JsonProvenance.read(JsonProvenance.of(provenance));
        assertThat(read).isEqualTo(provenance);
        assertThat(read.timings().keySet())
                .containsExactlyElementsOf(provenance.timings().keySet());
    }

    @Test
    void leavesNoKindOut() {
        assertThat(BLOCKS.stream().<Class<?>>map(Object::getClass)).containsAll(kindsOf(Block.class));
        assertThat(INLINES.stream().<Class<?>>map(Object::getClass)).containsAll(kindsOf(Inline.class));
        assertThat(turns().<Class<?>>map(Object::getClass)).containsAll(kindsOf(Turn.class));
        assertThat(bodies().<Class<?>>map(Object::getClass)).containsAll(kindsOf(Body.class));
    }

    @Test
    void namesWhatItCannotRead() {
        assertThatIllegalStateException()
                .isThrownBy(() -> JsonEvents.read("turn.sung", "{}"))
                .withMessageContaining("unknown event 'turn.sung'");
        assertThatIllegalStateException()
                .isThrownBy(() -> JsonEvents.read("reply.started", "{}"))
                .withMessageContaining("lacks 'turn'");
        assertThatIllegalStateException()
                .isThrownBy(() -> JsonEvents.read("turn.created", "{\"text\":\"mine"))
                .withMessageContaining("not JSON")
                .withMessageNotContaining("mine");
    }

    private static List<Class<?>> kindsOf(Class<?> sealed) {
        return List.of(sealed.getPermittedSubclasses());
    }

    private static Turn.OfAssistant reply(ReplyKind kind, Optional<Boolean> helpful, Optional<Market> market) {
        return new Turn.OfAssistant(
                "trn_3",
                3,
                new AssistantReply(
                        kind,
                        JAPANESE,
                        market,
                        0.1 + 0.2,
                        BLOCKS,
                        List.of(new Source("a/b", Language.ENGLISH, "t", "h", 0.5)),
                        List.of(new Suggestion("label", "question?")),
                        ReplyMode.MODEL),
                List.of("trn_1", "trn_2"),
                helpful,
                NOON);
    }
}
