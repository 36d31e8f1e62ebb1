package io.babeldesk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Question;
import io.babeldesk.answer.Reply;
import io.babeldesk.answer.Summariser;
import io.babeldesk.answer.Translator;
import io.babeldesk.answer.guard.FaithfulTranslations;
import io.babeldesk.chat.ShopperChat;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Repeat;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.Deed;
import io.babeldesk.desk.Desk;
import io.babeldesk.desk.search.ConversationSearch;
import io.babeldesk.handoff.Colleague;
import io.babeldesk.handoff.Colleague.Availability;
import io.babeldesk.handoff.HandoffVocabulary;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.store.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Shoppers, the assistant, agents and the clock at the same conversations, on the real store on disk, with the real
 * policy, worker and feed, while the service crashes and starts again. A crash closes the store under everything that
 * is going on, or closes in order; then all is built anew on the same data. Each conversation is one interleaving; all
 * chances are seeded. {@code -Dhandoff.interleavings=10000} runs the large number.
 */
class HandoffInterleavingsTest {

    private static final int INTERLEAVINGS = Integer.getInteger("handoff.interleavings", 100);
    private static final int AT_ONCE = 40;
    private static final int STEPS = 14;
    private static final Language ENGLISH = Language.ENGLISH;
    private static final List<Speaker> AGENTS = List.of(HandoffVocabulary.ANNA, HandoffVocabulary.BEN);

    private static final List<String> SAYINGS = List.of(
            "Where is my parcel?",
            "I want to talk to a person",
            "yes please",
            "no thanks",
            "This is outrageous, the worst service ever, you thieves!",
            "how long do refunds take",
            "I will sue you",
            "I don't want to live anymore",
            "ok");

    private static final Map<ConversationState, Set<ConversationState>> WAYS = Map.of(
            ConversationState.ASSISTANT, EnumSet.of(ConversationState.QUEUED, ConversationState.RESOLVED),
            ConversationState.QUEUED, EnumSet.of(ConversationState.OPEN, ConversationState.ASSISTANT),
            // From open to open: another agent has it now.
            ConversationState.OPEN,
                    EnumSet.of(
                            ConversationState.OPEN,
                            ConversationState.WAITING,
                            ConversationState.SNOOZED,
                            ConversationState.QUEUED,
                            ConversationState.ASSISTANT,
                            ConversationState.RESOLVED),
            ConversationState.WAITING,
                    EnumSet.of(
                            ConversationState.WAITING,
                            ConversationState.OPEN,
                            ConversationState.SNOOZED,
                            ConversationState.QUEUED,
                            ConversationState.ASSISTANT,
                            ConversationState.RESOLVED),
            ConversationState.SNOOZED,
                    EnumSet.of(ConversationState.OPEN, ConversationState.QUEUED, ConversationState.RESOLVED),
            ConversationState.RESOLVED,
                    EnumSet.of(
                            ConversationState.OPEN,
                            ConversationState.QUEUED,
                            ConversationState.ASSISTANT,
                            ConversationState.CLOSED),
            ConversationState.CLOSED, Set.of());

    private static final List<Logger> LOGS = IntStream.range(0, 2)
            .mapToObj(i -> (Logger) LoggerFactory.getLogger(i == 0 ? "io.babeldesk" : "com.zaxxer"))
            .toList();

    private final JumpingClock clock = new JumpingClock();
    private final AtomicReference<@Nullable Service> service = new AtomicReference<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private int crashes;
    private int kept;

    @BeforeAll
    static void keepsTheFailuresOnPurposeOutOfTheLog() {
        LOGS.forEach(log -> log.setLevel(Level.OFF));
    }

    @AfterAll
    static void logsAgain() {
        LOGS.forEach(log -> log.setLevel(null));
    }

    /** Time that passes in leaps, for everybody at once. */
    private static final class JumpingClock extends Clock {
        private volatile Instant now = HandoffVocabulary.MONDAY;

        synchronized void leaps(Duration length) {
            now = now.plus(length);
        }

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

    /** The service as it is between two crashes. */
    private final class Service {
        private final Stores stores;
        private final DeskAssembly assembly;

        Service(Path data, long seed) {
            stores = Stores.open(data);
            assembly = new DeskAssembly(
                    stores,
                    answerer(new Random(seed)),
                    (text, page, earlier) -> ENGLISH,
                    HandoffInterleavingsTest::sorry,
                    HandoffVocabulary::demo,
                    new Messages(),
                    new Summariser(Optional.empty(), System::nanoTime),
                    new Translator(
                            Optional.empty(),
                            new FaithfulTranslations(List::of, (text, page, earlier) -> ENGLISH),
                            System::nanoTime),
                    ConversationSearch.inMemory(stores.conversations(), stores.feed()),
                    clock);
        }

        void pullThePlug() {
            stores.close();
            assembly.close();
        }

        void stop() {
            assembly.close();
            stores.close();
        }
    }

    private static Answerer answerer(Random chance) {
        return question -> {
            double draw;
            synchronized (chance) {
                draw = chance.nextDouble();
            }
            LockSupport.parkNanos((long) (draw * 1_500_000));
            return draw < 0.15
                    ? new Reply.NeedsPerson(saying(question))
                    : draw < 0.3
                            ? new Reply.Declined(saying(question))
                            : new Reply.Answered(saying(question), List.of(), List.of(), ReplyMode.PASSAGE);
        };
    }

    private static Reply.Saying saying(Question question) {
        Provenance provenance = new Provenance(question.text(), ENGLISH, List.of(), Map.of(), "edition", 0.9, Map.of());
        return new Reply.Saying(ENGLISH, Optional.empty(), 0.9, PlainText.paragraph("so it is"), provenance);
    }

    private static AssistantReply sorry(Language language) {
        return new AssistantReply(
                ReplyKind.NEEDS_PERSON,
                language,
                Optional.empty(),
                0,
                PlainText.paragraph("write to us"),
                List.of(),
                List.of(),
                ReplyMode.PASSAGE);
    }

    @Test
    void nobodyIsForgottenAndNobodyIsSpokenOver(@TempDir Path folder) throws Exception {
        int batches = Math.ceilDiv(INTERLEAVINGS, AT_ONCE);
        int events = 0;
        for (int batch = 0; batch < batches; batch++) {
            events += run(batch, folder.resolve("data-" + batch));
        }
        System.out.printf(
                "%d interleavings, %d crashes, %d events, %d acknowledged messages and replies: all kept%n",
                batches * AT_ONCE, crashes, events, kept);
    }

    private int run(int batch, Path data) throws Exception {
        Random chance = new Random(batch);
        acknowledged.clear();
        Service first = new Service(data, batch);
        first.assembly.start();
        service.set(first);
        List<String> all = new ArrayList<>();
        Conversations store = running().stores.conversations();
        agentsAreThere(Availability.ONLINE, running());
        for (int i = 0; i < AT_ONCE; i++) {
            String shopper = store.admit("shopper " + i, clock.instant()).id();
            all.add(store.open(shopper, ENGLISH, Optional.empty(), clock.instant())
                    .id());
        }
        List<Thread> actors = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String conversation = all.get(i);
            Random own = new Random(batch * 1_000L + i);
            actors.add(Thread.ofVirtual().start(() -> shopper(conversation, own)));
        }
        for (Speaker agent : AGENTS) {
            Random own = new Random(batch * 7_000L + agent.name().hashCode());
            actors.add(Thread.ofVirtual().start(() -> agent(agent, all, own)));
        }
        Random time = new Random(batch + 99);
        actors.add(Thread.ofVirtual().start(() -> clock(time)));
        for (int crash = chance.nextInt(4); crash > 0; crash--) {
            Thread.sleep(20 + chance.nextInt(120));
            crash(batch, data, all, chance);
        }
        for (Thread actor : actors) {
            actor.join();
        }
        return settleAndCheck(batch, data, all, chance);
    }

    private Service running() {
        return Objects.requireNonNull(service.get());
    }

    /** Looks at what the crash left before anything goes on. */
    private void crash(int batch, Path data, List<String> all, Random chance) {
        Service old = running();
        service.set(null);
        if (chance.nextBoolean()) {
            old.pullThePlug();
        } else {
            old.stop();
        }
        crashes++;
        Service next = new Service(data, chance.nextLong());
        check(batch, next.stores.conversations(), all);
        next.assembly.start();
        service.set(next);
    }

    /** Does something as soon as there is a service, and again until it was acknowledged. */
    private void persistently(Consumer<Service> deed) {
        while (true) {
            Service now = service.get();
            if (now != null) {
                try {
                    deed.accept(now);
                    return;
                } catch (IllegalStateException crashed) {
                    LockSupport.parkNanos(200_000);
                }
            }
            LockSupport.parkNanos(200_000);
        }
    }

    private void shopper(String conversation, Random chance) {
        for (int step = 0; step < STEPS; step++) {
            int draw = chance.nextInt(10);
            boolean late = step > STEPS / 2;
            String key = conversation + "/" + step;
            String text = SAYINGS.get(chance.nextInt(SAYINGS.size())) + " #" + step;
            persistently(now -> {
                Conversation found =
                        now.stores.conversations().find(conversation).orElseThrow();
                switch (draw) {
                    case 0 -> now.assembly.handoffs().ask(conversation, clock.instant());
                    case 1 -> now.assembly.handoffs().withdraw(conversation, clock.instant());
                    case 2 -> {
                        if (late) {
                            now.assembly.handoffs().close(conversation, clock.instant());
                        }
                    }
                    default -> {
                        Receipt receipt = now.assembly
                                .chat()
                                .receive(
                                        found,
                                        new ShopperChat.Incoming(key, "d", text, Optional.empty(), Optional.empty()));
                        if (receipt instanceof Receipt.Accepted accepted) {
                            acknowledged.put(accepted.turn(), text);
                        }
                    }
                }
            });
            LockSupport.parkNanos(chance.nextInt(9_000_000));
        }
    }

    private void agent(Speaker agent, List<String> conversations, Random chance) {
        for (int step = 0; step < STEPS * AT_ONCE / 4; step++) {
            String conversation = conversations.get(chance.nextInt(conversations.size()));
            int draw = chance.nextInt(20);
            String name = agent.id() + "/" + step;
            persistently(now -> act(now, agent, conversation, draw, name));
            LockSupport.parkNanos(chance.nextInt(2_000_000));
        }
    }

    private void act(Service now, Speaker agent, String conversation, int draw, String name) {
        Desk desk = now.assembly.desk();
        switch (draw) {
            case 0 -> desk.snooze(conversation, agent, clock.instant().plusSeconds(300));
            case 1 -> desk.giveBack(conversation, agent);
            case 2 -> desk.resolve(conversation, agent);
            case 3 -> desk.requeue(conversation, agent, Optional.empty(), Optional.empty());
            case 4 -> desk.give(conversation, agent, agent, AGENTS.get(draw % 2), Optional.empty());
            case 5 -> desk.reopen(conversation, agent);
            case 6 -> desk.note(conversation, new Entry.Note(agent, "note " + name, ENGLISH), Optional.empty());
            case 7, 8 -> agentIsThere(agent, draw == 7 ? Availability.ONLINE : Availability.BUSY, now);
            case 9, 10, 11, 12 -> desk.claim(conversation, agent);
            default -> {
                agentIsThere(agent, Availability.ONLINE, now);
                Desk.Answer answer = new Desk.Answer(
                        "reply " + name,
                        ENGLISH,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Repeat(name, "d")));
                if (desk.reply(conversation, agent, answer) instanceof Deed.Done done) {
                    acknowledged.put(done.turn().orElseThrow().id(), "reply " + name);
                }
            }
        }
    }

    private void agentIsThere(Speaker agent, Availability availability, Service now) {
        now.assembly
                .presence()
                .sees(new Colleague(agent, Set.of(ENGLISH), Set.of(), Set.of(), availability, AT_ONCE / 4, 0));
        now.assembly.presence().says(agent.id(), availability);
    }

    private void agentsAreThere(Availability availability, Service now) {
        AGENTS.forEach(agent -> agentIsThere(agent, availability, now));
    }

    private void clock(Random chance) {
        for (int step = 0; step < STEPS * 2; step++) {
            clock.leaps(Duration.ofSeconds(chance.nextInt(chance.nextInt(8) == 0 ? 20_000 : 90)));
            LockSupport.parkNanos(chance.nextInt(6_000_000));
        }
    }

    /** Agents leave, the clock goes on until nothing more is to come, and then all is looked at. */
    private int settleAndCheck(int batch, Path data, List<String> all, Random chance) throws Exception {
        crash(batch, data, all, chance);
        Conversations store = running().stores.conversations();
        for (int i = 0; isAnythingToCome(store); i++) {
            assertThat(i).as("still not settled, batch %d", batch).isLessThan(4_000);
            clock.leaps(Duration.ofHours(2));
            Thread.sleep(3);
        }
        running().assembly.close();
        int events = check(batch, store, all);
        kept += acknowledged.size();
        running().stores.close();
        service.set(null);
        return events;
    }

    private int check(int batch, Conversations store, List<String> all) {
        int events = 0;
        for (String conversation : all) {
            events += checkLog(batch, store, conversation);
        }
        checkNobodyIsForgotten(batch, store);
        checkNothingIsLost(batch, store, all);
        return events;
    }

    /** Whether the assistant owes something, or somebody has what she has left. */
    private static boolean isAnythingToCome(Conversations store) {
        boolean owed = store.forDesk(DeskFilter.of(Set.of(ConversationState.ASSISTANT), 200)).stream()
                .anyMatch(handled -> !store.owed(handled.conversation().id()).isEmpty());
        return owed
                || store.count(DeskFilter.of(
                                EnumSet.of(
                                        ConversationState.OPEN, ConversationState.WAITING, ConversationState.SNOOZED),
                                1))
                        > 0;
    }

    private static void checkNobodyIsForgotten(int batch, Conversations store) {
        for (Handled handled : store.forDesk(DeskFilter.of(Set.of(), 200))) {
            ConversationState state = handled.conversation().state();
            Handling handling = handled.handling();
            String what = "batch " + batch + " " + handled;
            assertThat(handling.owner().isPresent()).as(what).isEqualTo(state.isWithAgent());
            if (state == ConversationState.QUEUED) {
                assertThat(handling.alarms()).as(what).isNotEmpty();
                assertThat(handling.handover()).as(what).isPresent();
                assertThat(handling.waitsSince()).as(what).isPresent();
            }
            if (state == ConversationState.WAITING || state == ConversationState.SNOOZED) {
                assertThat(handling.alarms()).as(what).isNotEmpty();
            }
        }
        Set<String> alarms = new HashSet<>();
        store.due(Instant.ofEpochMilli(Long.MAX_VALUE / 2), 10_000)
                .forEach(alarm -> alarms.add(alarm.conversation() + alarm.kind() + alarm.due()));
        Set<String> expected = new HashSet<>();
        store.forDesk(DeskFilter.of(Set.of(), 200))
                .forEach(handled -> handled.handling()
                        .alarms()
                        .forEach((kind, due) ->
                                expected.add(handled.conversation().id() + kind + due)));
        assertThat(alarms).as("alarms that the store finds, batch %d", batch).isEqualTo(expected);
    }

    /** Reads the log from its first event, as every client does. */
    private static int checkLog(int batch, Conversations store, String conversation) {
        List<Event> events = store.eventsAfter(conversation, 0, 100_000);
        String where = "batch " + batch + " " + conversation;
        assertThat(events)
                .as(where)
                .extracting(Event::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        ConversationState state = ConversationState.ASSISTANT;
        Optional<Speaker> owner = Optional.empty();
        boolean queuedSinceLastAssistant = false;
        Set<String> begun = new HashSet<>();
        Map<String, String> settled = new HashMap<>();
        for (Event event : events) {
            String at = where + " at " + event.seq() + " in " + state + ": " + event.body();
            switch (event.body()) {
                case Body.StateChanged moved -> {
                    assertThat(WAYS.get(state)).as(at).contains(moved.state());
                    assertThat(moved.agent().isPresent())
                            .as(at)
                            .isEqualTo(moved.state().isWithAgent());
                    state = moved.state();
                    owner = moved.agent();
                    queuedSinceLastAssistant = state == ConversationState.QUEUED
                            || (queuedSinceLastAssistant && state != ConversationState.ASSISTANT);
                }
                case Body.ReplyStarted started -> {
                    assertThat(begun.add(started.turn())).as(at).isTrue();
                }
                case Body.ReplyCompleted said -> {
                    ReplyKind kind = said.turn().reply().kind();
                    if (kind == ReplyKind.NEEDS_PERSON) {
                        assertThat(state).as(at + " says it before it is so").isEqualTo(ConversationState.QUEUED);
                    } else if (kind == ReplyKind.STOPPED) {
                        assertThat(state).as(at).isEqualTo(ConversationState.OPEN);
                    } else {
                        assertThat(state).as(at + " speaks over a person").isEqualTo(ConversationState.ASSISTANT);
                    }
                    assertThat(begun).as(at).contains(said.turn().id());
                    for (String turn : said.turn().replyTo()) {
                        assertThat(settled.put(turn, said.turn().id()))
                                .as(at + " replies twice")
                                .isNull();
                    }
                }
                case Body.ScoreAsked _ -> assertThat(state).as(at).isEqualTo(ConversationState.RESOLVED);
                case Body.Scored _, Body.SuggestionJudged _ -> {}
                case Body.TurnCreated created -> {
                    if (created.turn() instanceof Turn.OfAgent said) {
                        assertThat(owner)
                                .as(at + " speaks in another's conversation")
                                .contains(said.agent());
                        assertThat(state).as(at).isEqualTo(ConversationState.WAITING);
                    }
                }
                case Body.TurnUpdated _,
                        Body.Assigned _,
                        Body.Noted _,
                        Body.HandlingChanged _,
                        Body.Merged _,
                        Body.Deadline _ -> {}
                case Body.HandedOver _, Body.Marked _ -> {}
            }
        }
        return events.size();
    }

    private void checkNothingIsLost(int batch, Conversations store, List<String> all) {
        Map<String, String> said = new HashMap<>();
        Set<String> texts = new HashSet<>();
        for (String conversation : all) {
            for (Turn turn : store.turns(conversation, Page.newest(Page.MOST))) {
                said.put(turn.id(), turn.text());
                if (turn instanceof Turn.OfAgent) {
                    assertThat(texts.add(turn.text()))
                            .as("said twice: %s, batch %d", turn, batch)
                            .isTrue();
                }
            }
        }
        assertThat(said).as("acknowledged, batch %d", batch).containsAllEntriesOf(acknowledged);
    }
}
