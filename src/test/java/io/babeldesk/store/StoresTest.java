package io.babeldesk.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.Drafts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a data folder keeps from one process to the next. */
class StoresTest implements StoreVocabulary {

    private Path folder;
    private Stores stores;

    @BeforeEach
    void open(@TempDir Path temp) {
        folder = temp.resolve("not/there/yet");
        stores = Stores.open(folder);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Override
    public Conversations store() {
        return stores.conversations();
    }

    @Test
    void keepsAllThatWasSaid() {
        Conversation conversation = conversation();
        shopperSays(conversation, "Wo ist mein Paket? 📦");
        String reply = assistantReplies("Unterwegs").id();
        store().rate(reply, true, NOON);
        store().score(conversation.id(), 5, Optional.of("flott"), NOON);
        Conversation now = now(conversation);
        List<Turn> turns = turnsOf(conversation);
        List<Event> events = eventsOf(conversation);
        reopen();
        assertThat(now(conversation)).isEqualTo(now);
        assertThat(turnsOf(conversation)).isEqualTo(turns).hasSize(2);
        assertThat(eventsOf(conversation)).isEqualTo(events).hasSize(5);
        assertThat(store().provenance(reply)).contains(provenance("what was asked"));
        assertThat(store().scoreOf(conversation.id()).orElseThrow().comment()).contains("flott");
    }

    @Test
    void countsOnWhereItWas() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        long before = eventsOf(conversation).getLast().position();
        reopen();
        shopperSays(conversation, "b");
        assertThat(eventsOf(conversation).getLast().position()).isEqualTo(before + 1);
        assertThat(eventsOf(conversation).getLast().seq()).isEqualTo(2);
    }

    @Test
    void knowsAMessageAgainAfterARestart() {
        Conversation conversation = conversation();
        store().receive(message(conversation, "key", "a"));
        reopen();
        store().receive(message(conversation, "key", "a"));
        assertThat(textsOf(conversation)).containsExactly("a");
    }

    @Test
    void voidsTheLeasesOfTheDead() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease dead = workerLeases();
        store().start(dead, NOON);
        reopen();
        Lease heir = workerLeases();
        assertThat(heir.replyTurn()).isEqualTo(dead.replyTurn());
        assertThat(heir.fence()).isGreaterThan(dead.fence());
        assertThat(heir.attempt()).isEqualTo(2);
        assertThat(store().start(heir, NOON)).isTrue();
        assertThat(settle(dead, "too late")).isEqualTo(Settlement.LOST);
        assertThat(settle(heir, "b")).isEqualTo(Settlement.SETTLED);
        assertThat(kindsOfEventsIn(conversation)).containsExactly("TurnCreated", "ReplyStarted", "ReplyCompleted");
    }

    @Test
    void leavesNoWordOfTheErasedInAnyFile() throws IOException {
        Conversation conversation = conversation();
        store().receive(message(conversation, "Schluessel-des-Geraets", "Meine Nummer ist 0170-1234567"));
        assistantReplies("Danke, Frau Mustermann");
        store().score(conversation.id(), 1, Optional.of("Gruss von Erika"), NOON);
        List<String> words = List.of("0170-1234567", "Mustermann", "Erika", "Schluessel-des-Geraets");
        assertThat(words).allMatch(this::standsInAFile);
        store().erase(conversation.shopper(), NOON);
        assertThat(words).noneMatch(this::standsInAFile);
    }

    @Test
    void leavesNoWordOfTheRedactedInAnyFile() {
        Conversation conversation = conversation();
        String said = shopperSays(conversation, "Meine Karte ist 4111-2222-3333, bitte")
                .turn();
        Turn reply = assistantReplies("Zu 4111-2222-3333 finde ich nichts");
        stores.drafts().keep(conversation.id(), new Drafts.Draft(new AgentId("agt_1"), "Karte 4111-2222-3333", NOON));
        assertThat(standsInAFile("4111-2222-3333")).isTrue();
        store().redact(reply.id(), new Redaction(List.of(), "[entfernt]"), NOON);
        store().redact(said, new Redaction(List.of(new Redaction.Span(16, 30)), "[entfernt]"), NOON);
        assertThat(standsInAFile("4111-2222-3333")).isFalse();
        assertThat(textsOf(conversation)).containsExactly("Meine Karte ist [entfernt], bitte", "[entfernt]");
    }

    @Test
    void wakesListenersInProcess() {
        AtomicInteger woken = new AtomicInteger();
        try (var _ = stores.feed().listen("cnv_a", woken::incrementAndGet)) {
            stores.feed().appended("cnv_a");
        }
        stores.feed().appended("cnv_a");
        assertThat(woken).hasValue(1);
    }

    @Test
    void writesNothingOnceClosed() {
        Conversation conversation = conversation();
        stores.close();
        stores.close();
        assertThatThrownBy(() -> shopperSays(conversation, "a")).hasMessageContaining("closed");
        assertThatThrownBy(() -> now(conversation)).hasMessageContaining("closed");
    }

    private void reopen() {
        stores.close();
        stores = Stores.open(folder);
    }

    private boolean standsInAFile(String word) {
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // Bytes as Latin-1, one character each: the files are not text.
                if (Files.readString(file, ISO_8859_1).contains(word)) {
                    holding.add(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !holding.isEmpty();
    }
}
