package io.babeldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Repeat;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.handoff.Colleague;
import io.babeldesk.handoff.Colleague.Availability;
import io.babeldesk.handoff.HandoffVocabulary;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.sentiment.Sentiment;
import io.babeldesk.store.LocalEventFeed;
import io.babeldesk.store.MemoryConversations;
import io.babeldesk.store.MemoryDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeskTest extends HandoffVocabulary {

    private final Conversations conversations = new MemoryConversations();
    private final LocalEventFeed feed = new LocalEventFeed();
    private final StandingClock clock = new StandingClock();
    private final MemoryDesk kept = new MemoryDesk();
    private final Presence presence = new Presence(kept, clock);
    private final Handoffs handoffs =
            new Handoffs(conversations, feed, HandoffVocabulary::demo, presence, new Messages());
    private final Desk desk = new Desk(conversations, feed, handoffs, presence, HandoffVocabulary::rules, clock);
    private final DeskClock deskClock = new DeskClock(
            conversations, feed, handoffs, presence, desk, HandoffVocabulary::rules, clock, Duration.ofSeconds(1));

    /** Goes only when a test lets it. */
    private static final class StandingClock extends Clock {
        private Instant now = MONDAY;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("always UTC");
        }
    }

    private void comes(Speaker agent, Availability availability) {
        presence.sees(new Colleague(agent, Set.of(GERMAN), Set.of(), Set.of("returns"), availability, 2, 0));
        presence.says(agent.id(), availability);
    }

    private String queued() {
        comes(ANNA, Availability.BUSY);
        String shopper = conversations
                .admit(UUID.randomUUID().toString(), clock.instant())
                .id();
        Conversation opened = conversations.open(shopper, GERMAN, Optional.empty(), clock.instant());
        says(opened.id(), "hello");
        assertThat(handoffs.ask(opened.id(), clock.instant())).isEqualTo(Handoffs.Wish.DONE);
        return opened.id();
    }

    private void says(String conversation, String text) {
        conversations.receive(new Message(
                conversation,
                UUID.randomUUID().toString(),
                "d",
                text,
                GERMAN,
                Optional.empty(),
                Optional.empty(),
                Sentiment.NEUTRAL,
                List.of(),
                handoffs.arrival(),
                clock.instant()));
    }

    private Handled now(String conversation) {
        return conversations.handled(conversation).orElseThrow();
    }

    private ConversationState state(String conversation) {
        return now(conversation).conversation().state();
    }

    private static Desk.Answer answer(String text, Optional<Long> seen, Optional<Repeat> name) {
        return new Desk.Answer(text, GERMAN, Optional.empty(), seen, name);
    }

    private List<Body> told(String conversation) {
        return conversations.eventsAfter(conversation, 0, 999).stream()
                .map(event -> event.body())
                .toList();
    }

    @Test
    void ofTwoWhoReachForItOneGetsItAndTheOtherIsToldWho() throws Exception {
        for (int round = 0; round < 50; round++) {
            String conversation = queued();
            CountDownLatch start = new CountDownLatch(1);
            List<Deed> deeds = Collections.synchronizedList(new ArrayList<>());
            List<Thread> agents = new ArrayList<>();
            for (Speaker agent : List.of(ANNA, BEN)) {
                agents.add(Thread.ofVirtual().start(() -> {
                    try {
                        start.await();
                        deeds.add(desk.claim(conversation, agent));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
            }
            start.countDown();
            for (Thread agent : agents) {
                agent.join();
            }
            Speaker owner = now(conversation).handling().owner().orElseThrow();
            assertThat(deeds).hasAtLeastOneElementOfType(Deed.Done.class).contains(new Deed.TakenBy(owner));
        }
    }

    @Test
    void aReplyToWhatTheAgentHasNotSeenIsStopped() {
        String conversation = queued();
        desk.claim(conversation, ANNA);
        long seen = now(conversation).conversation().lastSeq();
        says(conversation, "wait, one more thing");
        assertThat(desk.reply(conversation, ANNA, answer("here", Optional.of(seen), Optional.empty())))
                .isInstanceOfSatisfying(
                        Deed.Stale.class,
                        stale -> assertThat(stale.unseen().text()).isEqualTo("wait, one more thing"));
        long now = now(conversation).conversation().lastSeq();
        assertThat(desk.reply(conversation, ANNA, answer("here", Optional.of(now), Optional.empty())))
                .isInstanceOf(Deed.Done.class);
        assertThat(desk.reply(conversation, ANNA, answer("and there", Optional.of(now), Optional.empty())))
                .as("her own reply is no news to her")
                .isInstanceOf(Deed.Done.class);
        says(conversation, "thanks");
        assertThat(desk.reply(conversation, ANNA, answer("anyway", Optional.empty(), Optional.empty())))
                .isInstanceOf(Deed.Done.class);
    }

    @Test
    void aReplyUnderANameIsSentOnce() {
        String conversation = queued();
        desk.claim(conversation, ANNA);
        Optional<Repeat> name = Optional.of(new Repeat("agt_anna/1", "d"));
        Deed first = desk.reply(conversation, ANNA, answer("once", Optional.empty(), name));
        Deed again = desk.reply(conversation, ANNA, answer("once", Optional.empty(), name));
        assertThat(((Deed.Done) again).turn())
                .isEqualTo(((Deed.Done) first).turn())
                .isPresent();
        assertThat(desk.reply(
                        conversation,
                        ANNA,
                        answer("other", Optional.empty(), Optional.of(new Repeat("agt_anna/1", "e")))))
                .isInstanceOf(Deed.NameUsed.class);
        assertThat(conversations.turns(conversation, Conversations.Page.newest(9)))
                .filteredOn(Turn.OfAgent.class::isInstance)
                .hasSize(1);
    }

    @Test
    void whatWaitsIsGivenToWhoIsFreeAndToldWhy() {
        String conversation = queued();
        comes(BEN, Availability.ONLINE);
        deskClock.tick();
        assertThat(now(conversation).handling().owner()).contains(BEN);
        assertThat(told(conversation))
                .filteredOn(Body.Assigned.class::isInstance)
                .singleElement()
                .satisfies(body -> assertThat(((Body.Assigned) body).reasons()).contains("language de +40"));
        queued();
        String third = queued();
        deskClock.tick();
        assertThat(conversations.loads()).containsEntry(BEN.id(), 2);
        assertThat(state(third)).as("she has two already").isEqualTo(ConversationState.QUEUED);
    }

    @Test
    void whatAnAgentHadWhoIsGoneGoesBackToTheQueue() {
        String conversation = queued();
        desk.claim(conversation, ANNA);
        clock.now = clock.now.plus(Duration.ofMinutes(4));
        deskClock.tick();
        assertThat(state(conversation)).isEqualTo(ConversationState.OPEN);
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        deskClock.tick();
        assertThat(state(conversation)).isEqualTo(ConversationState.QUEUED);
        assertThat(now(conversation).handling().last()).contains(ANNA);
    }

    @Test
    void alarmsAreRungOnceAndSurviveARestart() {
        String conversation = queued();
        clock.now = clock.now.plus(Duration.ofMinutes(12));
        new DeskClock(
                        conversations,
                        feed,
                        handoffs,
                        new Presence(kept, clock),
                        desk,
                        HandoffVocabulary::rules,
                        clock,
                        Duration.ofSeconds(1))
                .tick();
        deskClock.tick();
        clock.now = clock.now.plus(Duration.ofMinutes(4));
        deskClock.tick();
        deskClock.tick();
        assertThat(told(conversation))
                .filteredOn(Body.Deadline.class::isInstance)
                .extracting(body -> ((Body.Deadline) body).kind())
                .containsExactly(Alarm.Kind.FIRST_RESPONSE_WARNING, Alarm.Kind.FIRST_RESPONSE);
        assertThat(now(conversation).handling().alarm(Alarm.Kind.LOOK_AGAIN)).isPresent();
    }

    @Test
    void aSnoozeEndsByTheClockOrByTheShopper() {
        String byClock = queued();
        desk.claim(byClock, ANNA);
        desk.snooze(byClock, ANNA, clock.now.plusSeconds(60));
        String byShopper = queued();
        desk.claim(byShopper, ANNA);
        desk.snooze(byShopper, ANNA, clock.now.plusSeconds(60));
        says(byShopper, "hello again");
        assertThat(state(byShopper)).isEqualTo(ConversationState.OPEN);
        clock.now = clock.now.plusSeconds(61);
        deskClock.tick();
        assertThat(state(byClock)).isEqualTo(ConversationState.OPEN);
    }

    @Test
    void isGivenToAnotherWithANoteAndToATeamThroughTheQueue() {
        String conversation = queued();
        desk.claim(conversation, ANNA);
        Entry note = new Entry.Note(ANNA, "she is in a hurry", Language.ENGLISH);
        assertThat(desk.give(conversation, BEN, BEN, ANNA, Optional.empty())).isEqualTo(new Deed.TakenBy(ANNA));
        desk.give(conversation, ANNA, ANNA, BEN, Optional.of(note));
        assertThat(now(conversation).handling().owner()).contains(BEN);
        assertThat(conversations.everyTurn(conversation, Conversations.Page.newest(9)))
                .extracting(Turn::text)
                .contains("she is in a hurry");
        desk.requeue(conversation, BEN, Optional.of("returns"), Optional.empty());
        assertThat(now(conversation).handling().team()).contains("returns");
        assertThat(state(conversation)).isEqualTo(ConversationState.QUEUED);
    }

    @Test
    void resolvedIsGoneOnWithBySameAgentIfSheIsThere() {
        String conversation = queued();
        desk.claim(conversation, ANNA);
        assertThat(desk.resolve(conversation, BEN)).isEqualTo(new Deed.TakenBy(ANNA));
        desk.resolve(conversation, ANNA);
        says(conversation, "it broke again");
        assertThat(state(conversation)).isEqualTo(ConversationState.OPEN);
        assertThat(now(conversation).handling().owner()).contains(ANNA);
        desk.resolve(conversation, ANNA);
        clock.now = clock.now.plus(Duration.ofMinutes(3));
        says(conversation, "and again");
        assertThat(state(conversation)).as("she has left").isEqualTo(ConversationState.QUEUED);
        desk.claim(conversation, BEN);
        desk.resolve(conversation, BEN);
        clock.now = clock.now.plus(Duration.ofDays(8));
        deskClock.tick();
        assertThat(state(conversation)).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void labelsAndPriorityAreSetOnlyOnWhatWasSeen() {
        String conversation = queued();
        long version = now(conversation).conversation().version();
        desk.arrange(conversation, version, Optional.of(Priority.URGENT), Optional.of(Set.of("vip")));
        Handling handling = now(conversation).handling();
        assertThat(handling.priority()).isEqualTo(Priority.URGENT);
        assertThat(handling.labels()).containsExactly("vip");
        assertThat(desk.arrange(conversation, version, Optional.empty(), Optional.of(Set.of())))
                .isInstanceOf(Deed.Outdated.class);
    }

    @Test
    void takingOverFromTheAssistantIsToldToTheShopper() {
        comes(ANNA, Availability.BUSY);
        String shopper = conversations.admit("x", clock.instant()).id();
        String conversation = conversations
                .open(shopper, GERMAN, Optional.empty(), clock.instant())
                .id();
        says(conversation, "hello");
        desk.claim(conversation, ANNA);
        assertThat(state(conversation)).isEqualTo(ConversationState.OPEN);
        assertThat(conversations.turns(conversation, Conversations.Page.newest(9)))
                .last()
                .satisfies(turn -> assertThat(turn.text()).contains("Anna"));
        assertThat(conversations.debts()).isZero();
    }

    @Test
    void unknownConversationsAreNamedSo() {
        assertThat(desk.claim("cnv_nowhere", ANNA)).isInstanceOf(Deed.NoSuchConversation.class);
        assertThat(desk.note("cnv_nowhere", new Entry.Note(ANNA, "x", GERMAN), Optional.empty()))
                .isInstanceOf(Deed.NoSuchConversation.class);
        assertThat(presence.find(new AgentId("agt_nobody"))).isEmpty();
    }
}
