package io.babeldesk.insight;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log that tests write by hand: what happens, one after the other, at times in seconds after its beginning. */
final class Story {

    static final Speaker ANNA = new Speaker(new AgentId("agt_anna"), "Anna");
    static final Speaker BEN = new Speaker(new AgentId("agt_ben"), "Ben");

    private final Instant begin;
    private final List<Event> events = new ArrayList<>();
    private String conversation = "";
    private Language language = Language.ENGLISH;
    private Optional<Market> market = Optional.empty();
    private long seconds;

    Story(String begin) {
        this.begin = Instant.parse(begin);
    }

    List<Event> logged() {
        return events;
    }

    List<Event> log() {
        return List.copyOf(events);
    }

    /** What follows happens in this conversation, in this language and market. */
    Story in(String id, String speaks, String buysFrom) {
        conversation = id;
        language = Language.of(speaks);
        market = Market.ofCode(buysFrom);
        return this;
    }

    /** What follows happens so long after the beginning. */
    Story at(long after) {
        seconds = after;
        return this;
    }

    Story asks() {
        return add(new Body.TurnCreated(
                new Turn.OfShopper(turn(), seq(), "?", language, Optional.empty(), Optional.empty(), now())));
    }

    Story answers(double confidence, String... articles) {
        return replies(ReplyKind.ANSWERED, confidence, articles);
    }

    Story replies(ReplyKind kind, double confidence, String... articles) {
        return add(new Body.ReplyCompleted(reply(turn(), kind, confidence, Optional.empty(), articles)));
    }

    private Turn.OfAssistant reply(
            String id, ReplyKind kind, double confidence, Optional<Boolean> helpful, String... articles) {
        List<Source> sources = List.of(articles).stream()
                .map(article -> new Source(article, language, "t", "h", 1))
                .toList();
        return new Turn.OfAssistant(
                id,
                seq(),
                new AssistantReply(
                        kind,
                        language,
                        market,
                        confidence,
                        PlainText.paragraph("!"),
                        sources,
                        List.of(),
                        ReplyMode.PASSAGE),
                List.of(),
                helpful,
                now());
    }

    /** The shopper rates the reply before. */
    Story rates(boolean helpful) {
        Turn.OfAssistant said = lastReply();
        return add(new Body.TurnUpdated(new Turn.OfAssistant(
                said.id(), said.seq(), said.reply(), said.replyTo(), Optional.of(helpful), said.createdAt())));
    }

    Story marks(Mark mark) {
        return add(new Body.Marked(lastReply().id(), Optional.of(mark), ANNA));
    }

    Story asksForAScore() {
        return add(new Body.ScoreAsked("?", language));
    }

    Story scores(int score) {
        return add(new Body.Scored(score));
    }

    Story takesTheMarkBack() {
        return add(new Body.Marked(lastReply().id(), Optional.empty(), ANNA));
    }

    private Turn.OfAssistant lastReply() {
        return events.reversed().stream()
                .filter(event -> event.conversation().equals(conversation))
                .map(Event::body)
                .filter(Body.ReplyCompleted.class::isInstance)
                .map(body -> ((Body.ReplyCompleted) body).turn())
                .findFirst()
                .orElseThrow();
    }

    Story isHandedOver(String rule) {
        return moves(ConversationState.QUEUED).add(new Body.HandedOver(rule));
    }

    Story moves(ConversationState state) {
        return add(new Body.StateChanged(state));
    }

    Story isTaken(Speaker agent) {
        return add(new Body.StateChanged(ConversationState.OPEN, Optional.of(agent)));
    }

    Story says(Speaker agent) {
        return add(new Body.StateChanged(ConversationState.WAITING, Optional.of(agent)))
                .add(new Body.TurnCreated(
                        new Turn.OfAgent(turn(), seq(), agent, "!", language, Optional.empty(), now())));
    }

    Story misses(Alarm.Kind deadline) {
        return add(new Body.Deadline(deadline, now()));
    }

    Story add(Body body) {
        events.add(new Event(events.size() + 1L, conversation, seq(), Event.visibilityOf(body), body, now()));
        return this;
    }

    private Instant now() {
        return begin.plusSeconds(seconds);
    }

    private String turn() {
        return "trn_" + (events.size() + 1);
    }

    private long seq() {
        return events.size() + 1L;
    }
}
