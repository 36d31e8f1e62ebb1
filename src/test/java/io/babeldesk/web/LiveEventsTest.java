package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.web.EventReader.Received;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveEventsTest extends WebVocabulary {

    private Visitor anna;
    private String conversation;
    private String events;

    @BeforeEach
    void annaIsHere() {
        anna = visitor();
        conversation = anna.opensConversation();
        events = "/api/v1/conversations/" + conversation + "/events";
    }

    @Test
    void events() throws Exception {
        try (EventReader reader = reads(events)) {
            answerer.ponders();
            anna.says(conversation, "hello");
            List<Received> begun = reader.next(2);
            assertThat(begun).extracting(Received::brief).containsExactly("turn.created#1", "turn.created#2");
            assertThat(json(begun.get(0).data()).at("/turn/status").asText()).isEqualTo("complete");
            assertThat(json(begun.get(1).data()).at("/turn/status").asText()).isEqualTo("open");
            answerer.goesOn();
            List<Received> done = reader.next(2);
            assertThat(done).extracting(Received::brief).containsExactly("turn.delta#", "turn.completed#3");
            assertThat(json(done.get(0).data()).path("text").asText()).isEqualTo("re: hello");
            assertThat(json(done.get(1).data()).path("turn"))
                    .isEqualTo(json(begun.get(1).data()).at("/turn/id"));
        }
    }

    @Test
    void ratingsAndStatesAreEventsToo() throws Exception {
        anna.asks(conversation, "hello");
        String reply = json(anna.get(messagesOf(conversation))).at("/data/1/id").asText();
        try (EventReader reader = reads(events + "?after=3")) {
            anna.put("/api/v1/messages/" + reply + "/rating", "{\"helpful\":true}");
            assertThat(json(reader.next().data()).at("/turn/helpful").asBoolean())
                    .isTrue();
            anna.post("/api/v1/conversations/" + conversation + "/close", "");
            assertThat(json(reader.next().data()).path("state").asText()).isEqualTo("resolved");
        }
    }

    @Test
    void aStreamThatIsCutAnywhereGoesOnWithoutGapOrDouble() throws Exception {
        anna.asks(conversation, "one");
        anna.asks(conversation, "two");
        List<String> all = new ArrayList<>();
        try (EventReader reader = reads(events)) {
            reader.next(8).forEach(event -> all.add(event.brief()));
        }
        for (int cut = 0; cut <= 8; cut++) {
            List<String> seen = new ArrayList<>();
            String last = "";
            try (EventReader reader = reads(events)) {
                for (Received event : reader.next(cut)) {
                    // What carries no number comes again with the one that does.
                    if (!event.id().isEmpty()) {
                        last = event.id();
                    }
                    seen.add(event.brief());
                }
            }
            try (EventReader reader = last.isEmpty() ? reads(events) : reads(events, "Last-Event-ID", last)) {
                seen.removeIf("turn.delta#"::equals);
                List<String> expected = all.stream()
                        .filter(event -> !event.equals("turn.delta#"))
                        .toList();
                while (seen.size() < expected.size()) {
                    Received event = reader.next();
                    if (!event.id().isEmpty()) {
                        seen.add(event.brief());
                    }
                }
                assertThat(seen).as("cut after %d", cut).isEqualTo(expected);
            }
        }
    }

    @Test
    void manyWritersAndStreamsAllSeeTheSame() throws Exception {
        try (EventReader early = reads(events)) {
            for (int i = 0; i < 30; i++) {
                anna.says(conversation, "m" + i);
            }
            anna.asks(conversation, "last");
            long end = conversations.find(conversation).orElseThrow().lastSeq();
            List<Received> live = readsTo(early, end);
            try (EventReader late = reads(events)) {
                assertThat(readsTo(late, end)).isEqualTo(live);
            }
            assertThat(live.stream()
                            .map(Received::id)
                            .filter(id -> !id.isEmpty())
                            .map(Long::valueOf)
                            .toList())
                    .doesNotHaveDuplicates()
                    .isSorted()
                    .hasSize((int) end);
        }
    }

    @Test
    void aNumberBeyondTheEndBringsAResync() throws Exception {
        anna.asks(conversation, "hello");
        try (EventReader reader = reads(events, "Last-Event-ID", "999")) {
            assertThat(reader.next().brief()).isEqualTo("resync#3");
            anna.says(conversation, "more");
            assertThat(reader.next().brief()).isEqualTo("turn.created#4");
        }
    }

    @Test
    void aSilentStreamShowsThatItLives() throws Exception {
        try (EventReader reader = reads(events)) {
            assertThat(reader.nextLine()).isEqualTo(": hb");
            assertThat(reader.nextLine()).isEmpty();
            assertThat(reader.nextLine()).isEqualTo(": hb");
        }
    }

    @Test
    void events_notAcceptable() {
        for (String accept : new String[] {"*/*", "application/json"}) {
            assertProblem(anna.get(events, "Accept", accept), 406, "not-acceptable");
        }
    }

    @Test
    void events_malformed() {
        for (String last : new String[] {"x", "-1", "1.5", "99999999999999999999"}) {
            assertProblem(
                    anna.get(events, "Accept", "text/event-stream", "Last-Event-ID", last), 422, "invalid-parameter");
        }
        assertProblem(anna.get(events + "?after=x", "Accept", "text/event-stream"), 422, "invalid-parameter");
    }

    @Test
    void theHeadOfAStreamIsNotAStream() {
        HttpResponse<String> head = anna.send("HEAD", events, "", "Accept", "text/event-stream");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
    }

    @Test
    void aStreamEndsWithTheToken() throws Exception {
        try (EventReader reader = reads(events)) {
            clock.passes(Duration.ofHours(25));
            assertThat(reader.endsInOrder()).isTrue();
        }
    }

    @Test
    void aStreamEndsWhenTheShopperIsErased() throws Exception {
        anna.asks(conversation, "hello");
        try (EventReader reader = reads(events + "?after=3")) {
            anna.send("DELETE", "/api/v1/me", "");
            assertThat(reader.endsInOrder()).isTrue();
        }
    }

    @Test
    void aClientThatIsGoneLeavesNothingBehind() throws Exception {
        reads(events).close();
        eventually(() -> feed.listening() == 0);
        assertThat(get("/metrics").body()).contains("babeldesk_open_streams 0.0");
    }

    /** What a client does not take is not kept for it: the server stops writing, and cuts it off after a while. */
    @Test
    void aClientThatTakesNothingIsCutOffAndHarmsNobody() throws Exception {
        try (Socket stuck = new Socket()) {
            stuck.setReceiveBufferSize(2_048);
            stuck.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            stuck.getOutputStream()
                    .write(("GET " + events
                                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                                    + anna.token + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            eventually(() -> feed.listening() == 1);
            try (EventReader healthy = reads(events)) {
                String large = "x".repeat(4_000);
                for (int i = 0; i < 119; i++) {
                    assertThat(anna.says(conversation, large).statusCode()).isEqualTo(202);
                }
                clock.passes(Duration.ofMinutes(2));
                for (int i = 0; i < 119; i++) {
                    anna.says(conversation, large);
                }
                readsTo(healthy, conversations.find(conversation).orElseThrow().lastSeq());
                eventually(() -> feed.listening() == 1);
            }
        }
    }

    private EventReader reads(String path, String... headers) throws Exception {
        return new EventReader(http, path, anna.token, headers);
    }

    private static List<Received> readsTo(EventReader reader, long seq) throws IOException {
        List<Received> all = new ArrayList<>();
        do {
            all.add(reader.next());
        } while (!all.getLast().id().equals(Long.toString(seq)));
        return all;
    }

    private static void eventually(java.util.function.BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited in vain").isBefore(deadline);
            Thread.sleep(20);
        }
    }
}
