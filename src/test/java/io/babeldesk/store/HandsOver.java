package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Change.Instead;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.Repeat;
import io.babeldesk.conversation.Conversations.Repeated;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Conversations.Settling;
import io.babeldesk.conversation.Conversations.Versioned;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Particulars;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People's part in conversations: changes by version, alarms, notes, what the desk lists. */
interface HandsOver extends StoreVocabulary {

    Speaker ANNA = new Speaker(new AgentId("agt_anna"), "Anna");
    Speaker BEN = new Speaker(new AgentId("agt_ben"), "Ben");

    default Handling queuedHandling() {
        return Handling.NONE
                .handedOver(new Handling.Handover("anger", NOON))
                .labelled(Set.of("vip", "b_%"))
                .timed(
                        Optional.of(NOON),
                        Optional.of(Duration.ofMillis(1_500)),
                        Map.of(
                                Alarm.Kind.FIRST_RESPONSE, NOON.plusSeconds(900),
                                Alarm.Kind.LOOK_AGAIN, NOON.plusSeconds(300)));
    }

    default Conversation queued() {
        Conversation conversation = conversation();
        change(conversation, Change.to(ConversationState.QUEUED, queuedHandling()));
        return now(conversation);
    }

    default Conversation ownedBy(Speaker agent) {
        Conversation conversation = queued();
        change(conversation, Change.to(ConversationState.OPEN, queuedHandling().ownedBy(agent)));
        return now(conversation);
    }

    default List<Turn> change(Conversation conversation, Change change) {
        return store().change(conversation.id(), now(conversation).version(), change, Optional.empty(), NOON)
                .orElseThrow();
    }

    default Entry.ByAgent says(Speaker agent, String text) {
        return new Entry.ByAgent(agent, text, GERMAN, Optional.of(new Turn.Original("as written", SPANISH)));
    }

    @Test
    default void keepsHowPeopleHaveAPartInIt() {
        Conversation conversation = conversation();
        assertThat(store().handling(conversation.id())).isEqualTo(Handling.NONE);
        Handling all = new Handling(
                Optional.of(ANNA),
                Optional.of(BEN),
                Optional.of("returns"),
                Optional.of(new Handling.Handover("anger", NOON)),
                Optional.of(new Handling.Offer("low-confidence", NOON, -1)),
                Handling.Priority.URGENT,
                Set.of("b", "a"),
                Optional.of("a@shop.example"),
                Optional.of(NOON),
                Optional.of(Duration.ofMillis(77)),
                Map.of(Alarm.Kind.IDLE, NOON),
                new Particulars(Map.of("order", "204481-7"), Optional.of("cnv_b"), List.of("cnv_c", "cnv_a")));
        change(conversation, Change.of(all));
        assertThat(store().handling(conversation.id())).isEqualTo(all);
        assertThat(store().handled(conversation.id())).contains(new Handled(now(conversation), all, Optional.empty()));
        assertThat(store().handling("cnv_nowhere")).isEqualTo(Handling.NONE);
        assertThat(store().handled("cnv_nowhere")).isEmpty();
    }

    @Test
    default void changesOnlyAtTheVersionThatWasSeen() {
        Conversation seen = conversation();
        Change change = Change.to(ConversationState.QUEUED, queuedHandling());
        assertThat(store().change(seen.id(), seen.version(), change, Optional.empty(), NOON))
                .contains(List.of());
        assertThat(store().change(seen.id(), seen.version(), change, Optional.empty(), NOON))
                .isEmpty();
        assertThat(store().change("cnv_nowhere", 1, change, Optional.empty(), NOON))
                .isEmpty();
        assertThat(now(seen).state()).isEqualTo(ConversationState.QUEUED);
        assertThat(now(seen).version()).isEqualTo(seen.version() + 1);
    }

    @Test
    default void logsStatesFirstThenWhatIsSaid() {
        Conversation conversation = ownedBy(ANNA);
        List<Turn> said = change(
                conversation,
                new Change(
                        List.of(ConversationState.WAITING),
                        queuedHandling().ownedBy(ANNA),
                        List.of(
                                says(ANNA, "hello"),
                                new Entry.Note(ANNA, "for us", GERMAN),
                                new Entry.ForAgents(new Event.Body.Deadline(Alarm.Kind.IDLE, NOON)))));
        assertThat(said).hasSize(2);
        List<Event> events = eventsOf(conversation);
        assertThat(events.subList(events.size() - 4, events.size()))
                .extracting(Event::body)
                .containsExactly(
                        new Event.Body.StateChanged(ConversationState.WAITING, Optional.of(ANNA)),
                        new Event.Body.TurnCreated(said.getFirst()),
                        new Event.Body.Noted((Turn.OfNote) said.getLast()),
                        new Event.Body.Deadline(Alarm.Kind.IDLE, NOON));
        assertThat(events.reversed().stream().limit(2))
                .extracting(Event::visibility)
                .containsOnly(Event.Visibility.AGENTS);
        assertThat(said.getFirst().seq())
                .isEqualTo(events.get(events.size() - 3).seq());
        assertThat(store().turn(said.getFirst().id())).contains(said.getFirst());
        assertThat(store().conversationOf(said.getLast().id())).contains(now(conversation));
    }

    @Test
    default void aNoteIsForAgentsAndSpoilsNobodysDecision() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        long version = now(conversation).version();
        Turn.OfNote note = store().note(
                        conversation.id(), new Entry.Note(BEN, "careful", GERMAN), Optional.empty(), NOON)
                .orElseThrow();
        assertThat(now(conversation).version()).isEqualTo(version);
        assertThat(textsOf(conversation)).containsExactly("a");
        assertThat(store().everyTurn(conversation.id(), Page.newest(9)))
                .extracting(Turn::text)
                .containsExactly("a", "careful");
        assertThat(store().work(conversation.id(), 9).earlier()).isEmpty();
        assertThat(eventsOf(conversation).getLast().visibility()).isEqualTo(Event.Visibility.AGENTS);
        assertThat(eventsOf(conversation).getLast().body()).isEqualTo(new Event.Body.Noted(note));
        assertThat(store().note("cnv_nowhere", new Entry.Note(BEN, "x", GERMAN), Optional.empty(), NOON))
                .isEmpty();
    }

    @Test
    default void anAgentsReplySettlesWhatWasOwed() {
        Conversation conversation = ownedBy(ANNA);
        shopperSays(conversation, "a");
        assertThat(store().debts()).isEqualTo(1);
        change(conversation, Change.of(queuedHandling().ownedBy(ANNA), says(ANNA, "b")));
        assertThat(store().debts()).isZero();
        assertThat(textsOf(conversation)).containsExactly("a", "b");
    }

    @Test
    default void theAssistantIsSilentAsSoonAsAPersonHasIt() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases();
        List<String> owed = owedIn(lease);
        change(conversation, Change.to(ConversationState.QUEUED, queuedHandling()));
        assertThat(store().settle(lease, settling(owed, reply("late")), NOON)).isEqualTo(Settlement.LOST);
        assertThat(store().lease("two", LEASE, NOON.plusSeconds(99))).isEmpty();
        change(conversation, Change.to(ConversationState.ASSISTANT, Handling.NONE));
        assistantReplies("back");
        assertThat(textsOf(conversation)).containsExactly("a", "back");
    }

    @Test
    default void aReplyAndTheHandoverAreOneCommitAndTheHandoverComesFirstInTheLog() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases();
        store().start(lease, NOON);
        Settling over = new Settling(
                owedIn(lease),
                reply("handing over"),
                provenance("a"),
                Optional.of(new Versioned(
                        now(conversation).version(), Change.to(ConversationState.QUEUED, queuedHandling()))));
        assertThat(store().settle(lease, over, NOON)).isEqualTo(Settlement.SETTLED);
        assertThat(kindsOfEventsIn(conversation))
                .containsExactly("TurnCreated", "ReplyStarted", "StateChanged", "ReplyCompleted");
        assertThat(now(conversation).state()).isEqualTo(ConversationState.QUEUED);
        assertThat(store().handling(conversation.id())).isEqualTo(queuedHandling());
        assertThat(store().debts()).isZero();
    }

    @Test
    default void aReplyWhoseDecisionIsOutdatedIsThoughtOverAnew() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases();
        long seen = now(conversation).version();
        change(conversation, Change.of(Handling.NONE.labelled(Set.of("vip"))));
        Settling outdated = new Settling(
                owedIn(lease), reply("b"), provenance("a"), Optional.of(new Versioned(seen, Change.of(Handling.NONE))));
        assertThat(store().settle(lease, outdated, NOON)).isEqualTo(Settlement.JOINED);
        assertThat(store().work(conversation.id(), 5).handling().labels()).containsExactly("vip");
        assertThat(textsOf(conversation)).containsExactly("a");
    }

    @Test
    default void whatIsSaidInsteadCompletesTheReplyThatHadBegun() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases();
        store().start(lease, NOON);
        Instead instead = new Instead(reply("a person comes"), provenance("a"));
        change(
                conversation,
                Change.to(ConversationState.QUEUED, queuedHandling()).saying(instead));
        assertThat(kindsOfEventsIn(conversation))
                .containsExactly("TurnCreated", "ReplyStarted", "StateChanged", "ReplyCompleted");
        assertThat(turnsOf(conversation).getLast().id()).isEqualTo(lease.replyTurn());
        assertThat(store().debts()).isZero();
        Conversation silent = conversation();
        change(silent, Change.to(ConversationState.QUEUED, queuedHandling()).saying(instead));
        assertThat(turnsOf(silent).getLast()).isInstanceOf(Turn.OfSystem.class);
        assertThat(textsOf(silent)).containsExactly("a person comes");
    }

    @Test
    default void aMessageMovesTheConversationInItsOwnTransaction() {
        Conversation conversation = ownedBy(ANNA);
        change(
                conversation,
                Change.to(ConversationState.WAITING, queuedHandling().ownedBy(ANNA)));
        Handling open = queuedHandling().ownedBy(ANNA).labelled(Set.of("moved"));
        Message message = new Message(
                conversation.id(),
                "key",
                "digest",
                "hello?",
                GERMAN,
                Optional.empty(),
                Optional.empty(),
                UNHAPPY,
                List.of(),
                (now, handling, at) -> Optional.of(Change.to(ConversationState.OPEN, open)),
                NOON);
        store().receive(message);
        assertThat(now(conversation).state()).isEqualTo(ConversationState.OPEN);
        assertThat(store().handling(conversation.id())).isEqualTo(open);
        long version = now(conversation).version();
        store().receive(message);
        assertThat(now(conversation).version()).as("the same message again").isEqualTo(version);
    }

    @Test
    default void doesUnderANameOnlyOnce() {
        Conversation conversation = ownedBy(ANNA);
        Repeat name = new Repeat("agt_anna/k1", "digest");
        Change change = Change.of(queuedHandling().ownedBy(ANNA), says(ANNA, "once"));
        assertThat(store().repeated(conversation.id(), name)).isEmpty();
        List<Turn> said = store().change(
                        conversation.id(), now(conversation).version(), change, Optional.of(name), NOON)
                .orElseThrow();
        assertThat(store().change(conversation.id(), now(conversation).version(), change, Optional.of(name), NOON))
                .isEmpty();
        assertThat(store().repeated(conversation.id(), name)).contains(new Repeated.Same(said.getFirst()));
        assertThat(store().repeated(conversation.id(), new Repeat("agt_anna/k1", "other")))
                .contains(new Repeated.Other());
        assertThat(textsOf(conversation)).containsExactly("once");
    }

    @Test
    default void findsAlarmsByTheirTimeAndForgetsThoseThatAreOver() {
        Conversation conversation = queued();
        assertThat(store().due(NOON.plusSeconds(299), 9)).isEmpty();
        Alarm look = new Alarm(conversation.id(), Alarm.Kind.LOOK_AGAIN, NOON.plusSeconds(300));
        Alarm first = new Alarm(conversation.id(), Alarm.Kind.FIRST_RESPONSE, NOON.plusSeconds(900));
        assertThat(store().due(NOON.plusSeconds(300), 9)).containsExactly(look);
        assertThat(store().due(NOON.plusSeconds(900), 9)).containsExactly(look, first);
        assertThat(store().due(NOON.plusSeconds(900), 1)).containsExactly(look);
        change(conversation, Change.to(ConversationState.ASSISTANT, Handling.NONE));
        assertThat(store().due(NOON.plusSeconds(900), 9)).isEmpty();
    }

    @Test
    default void readsEventsOfAllConversationsInTheOrderOfTheirCommits() {
        long before = store().newestPosition();
        Conversation one = conversation();
        Conversation other = conversation();
        shopperSays(one, "a");
        shopperSays(other, "b");
        store().note(one.id(), new Entry.Note(ANNA, "n", GERMAN), Optional.empty(), NOON);
        assertThat(store().eventsBeyond(before, 9))
                .extracting(Event::conversation)
                .containsExactly(one.id(), other.id(), one.id());
        assertThat(store().eventsBeyond(before + 1, 1))
                .extracting(Event::position)
                .containsExactly(before + 2);
        assertThat(store().newestPosition()).isEqualTo(before + 3);
    }

    @Test
    default void listsForTheDeskWhatMatchesInTheOrderAskedFor() {
        Conversation early = queued();
        Conversation late = queued();
        Handling waits = queuedHandling()
                .timed(Optional.of(NOON.plusSeconds(5)), Optional.empty(), Map.of(Alarm.Kind.RESOLUTION, NOON));
        change(late, Change.of(waits));
        Conversation annas = ownedBy(ANNA);
        Conversation assistants = conversation();
        shopperSays(assistants, "last words");
        assertThat(ids(filter(Set.of(ConversationState.QUEUED)))).containsExactly(early.id(), late.id());
        assertThat(ids(sorted(Set.of(ConversationState.QUEUED), DeskFilter.Sort.DUE)))
                .containsExactly(late.id(), early.id());
        assertThat(ids(filter(Set.of()))).hasSize(4);
        assertThat(store().count(filter(Set.of()))).isEqualTo(4);
        assertThat(ids(new DeskFilter(
                        Set.of(),
                        Optional.of(ANNA.id()),
                        false,
                        Optional.of(GERMAN),
                        Optional.of("b_%"),
                        Optional.empty(),
                        DeskFilter.Sort.NEWEST,
                        Optional.empty(),
                        9)))
                .containsExactly(annas.id());
        assertThat(ids(new DeskFilter(
                        Set.of(ConversationState.QUEUED, ConversationState.OPEN),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Optional.of("bxx"),
                        Optional.empty(),
                        DeskFilter.Sort.NEWEST,
                        Optional.empty(),
                        9)))
                .isEmpty();
        assertThat(store().forDesk(filter(Set.of(ConversationState.ASSISTANT)))
                        .getFirst()
                        .lastTurn())
                .map(Turn::text)
                .contains("last words");
        assertThat(store().loads()).isEqualTo(Map.of(ANNA.id(), 1));
    }

    @Test
    default void notesTheSameUnderTheSameNameOnce() {
        Conversation conversation = queued();
        Optional<Repeat> name = Optional.of(new Repeat("n1", "digest"));
        Turn.OfNote first = store().note(conversation.id(), new Entry.Note(BEN, "careful", GERMAN), name, NOON)
                .orElseThrow();
        assertThat(store().note(conversation.id(), new Entry.Note(BEN, "careful", GERMAN), name, NOON))
                .contains(first);
        assertThat(store().everyTurn(conversation.id(), Page.newest(9)))
                .filteredOn(Turn.OfNote.class::isInstance)
                .hasSize(1);
        assertThat(store().repeated(conversation.id(), new Repeat("n1", "another")))
                .containsInstanceOf(Repeated.Other.class);
    }

    @Test
    default void keepsWhoACustomerIsByTheShopsWordUntilSheIsErased() {
        String shopper = store().admit("hash of " + UUID.randomUUID(), NOON).id();
        assertThat(store().shopper(shopper).orElseThrow().customer()).isEmpty();
        store().identify(shopper, new Shopper.Customer(Optional.of("Johanna"), Optional.empty()));
        Shopper.Customer renamed = new Shopper.Customer(Optional.of("Johanna W."), Optional.of("j@example.com"));
        store().identify(shopper, renamed);
        assertThat(store().shopper(shopper).orElseThrow().customer()).contains(renamed);
        store().erase(shopper, NOON);
        store().identify(shopper, renamed);
        assertThat(store().shopper(shopper)).isEmpty();
    }

    @Test
    default void pagesGoOnWhereTheLastOneEnded() {
        List<String> all = List.of(queued().id(), queued().id(), queued().id());
        for (DeskFilter.Sort sort : DeskFilter.Sort.values()) {
            DeskFilter first = sorted(Set.of(ConversationState.QUEUED), sort);
            List<Handled> page = store().forDesk(with(first, Optional.empty(), 2));
            Handled last = page.getLast();
            Instant key = first.keyOf(last.conversation(), last.handling());
            List<Handled> rest = store().forDesk(with(
                    first,
                    Optional.of(new DeskFilter.Beyond(key, last.conversation().id())),
                    2));
            assertThat(page).hasSize(2);
            assertThat(rest).hasSize(1);
            assertThat(List.of(
                            page.getFirst().conversation().id(),
                            page.getLast().conversation().id(),
                            rest.getFirst().conversation().id()))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    default void anErasedConversationHasNothingThatSheGave() {
        String shopper = shopper();
        Conversation conversation = conversationOf(shopper);
        change(
                conversation,
                Change.to(
                        ConversationState.QUEUED,
                        queuedHandling().reachedAt(Optional.of("her@mail.example")),
                        new Entry.Note(ANNA, "she said x", GERMAN)));
        store().erase(shopper, NOON);
        assertThat(store().handling(conversation.id()).email()).isEmpty();
        assertThat(store().handling(conversation.id()).labels()).isEmpty();
        assertThat(store().due(NOON.plusSeconds(9_999), 9)).isEmpty();
        assertThat(store().everyTurn(conversation.id(), Page.newest(9)))
                .extracting(Turn::text)
                .containsOnly("");
        assertThat(eventsOf(conversation).toString()).doesNotContain("she said x");
    }

    private List<String> ids(DeskFilter filter) {
        return store().forDesk(filter).stream()
                .map(handled -> handled.conversation().id())
                .toList();
    }

    private static DeskFilter filter(Set<ConversationState> states) {
        return DeskFilter.of(states, 50);
    }

    private static DeskFilter sorted(Set<ConversationState> states, DeskFilter.Sort sort) {
        return new DeskFilter(
                states,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sort,
                Optional.empty(),
                50);
    }

    private static DeskFilter with(DeskFilter filter, Optional<DeskFilter.Beyond> beyond, int limit) {
        return new DeskFilter(
                filter.states(),
                filter.owner(),
                filter.unowned(),
                filter.language(),
                filter.label(),
                filter.priority(),
                filter.sort(),
                beyond,
                limit);
    }
}
