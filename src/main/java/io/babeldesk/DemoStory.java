package io.babeldesk;

import io.babeldesk.chat.ShopperChat.Incoming;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Shopper.Customer;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.desk.Deed;
import io.babeldesk.desk.Desk;
import io.babeldesk.language.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays conversations that lie in the past, line by line, with a clock that stands between two lines. */
final class DemoStory {

    private static final Duration REPLY_WITHIN = Duration.ofSeconds(30);
    private static final String SHOPPER = "shopper:";

    private final Conversations conversations;
    private final DeskAssembly people;
    private final Map<String, Speaker> colleagues;
    private final PastClock clock;
    private final Instant present;
    private final Conversation conversation;
    private int messages;

    private DemoStory(
            Conversations conversations,
            DeskAssembly people,
            Map<String, Speaker> colleagues,
            PastClock clock,
            String head) {
        this.conversations = conversations;
        this.people = people;
        this.colleagues = colleagues;
        this.clock = clock;
        this.present = clock.instant();
        String[] words = head.split(" ", 5);
        clock.set(present.minus(Duration.ofMinutes(Long.parseLong(words[3]))));
        String shopper =
                conversations.admit("demo-" + words[3], clock.instant()).id();
        if (words.length > 4) {
            conversations.identify(shopper, new Customer(Optional.of(words[4]), Optional.empty()));
        }
        this.conversation =
                conversations.open(shopper, Language.of(words[1]), Optional.of(new Market(words[2])), clock.instant());
    }

    /** @param clock stands at the present, and does so afterwards */
    static void play(
            Conversations conversations,
            DeskAssembly people,
            Map<String, Speaker> colleagues,
            PastClock clock,
            List<String> lines) {
        Instant present = clock.instant();
        int next;
        for (int at = 0; at < lines.size(); at = next) {
            DemoStory story = new DemoStory(conversations, people, colleagues, clock, lines.get(at));
            for (next = at + 1; next < lines.size() && !lines.get(next).startsWith("conversation "); next++) {
                story.play(lines.get(next));
            }
            clock.set(present);
        }
    }

    /** A clock that stands until it is set. */
    static final class PastClock extends Clock {
        private volatile Instant now;

        PastClock(Instant now) {
            this.now = now;
        }

        void set(Instant to) {
            now = to;
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

    private void play(String line) {
        String[] words = line.split(" ", 3);
        if (words[0].equals(SHOPPER)) {
            shopperSays(line.substring(SHOPPER.length()).strip());
        } else if (words[0].equals("wait")) {
            clock.set(clock.instant().plus(Duration.ofMinutes(Long.parseLong(words[1]))));
        } else if (words[0].equals("label")) {
            long version = conversations.find(conversation.id()).orElseThrow().version();
            done(
                    line,
                    people.desk().arrange(conversation.id(), version, Optional.empty(), Optional.of(Set.of(words[1]))));
        } else {
            done(line, colleagueDoes(line, words));
        }
    }

    private void shopperSays(String text) {
        messages++;
        Incoming incoming = new Incoming(
                "demo-" + messages,
                "",
                text,
                Optional.of(conversation.language().code()),
                conversation.market());
        Conversation now = conversations.find(conversation.id()).orElseThrow();
        if (people.chat().receive(now, incoming) instanceof Receipt.Accepted accepted) {
            people.chat().await(conversation.id(), accepted.turn(), REPLY_WITHIN);
        }
    }

    private Deed colleagueDoes(String line, String[] words) {
        String id = conversation.id();
        Desk desk = people.desk();
        Speaker who = colleagues.get(words[0].replace(":", ""));
        if (who == null) {
            throw new IllegalArgumentException(line + ": nobody of that name works at the desk of the demo");
        }
        if (words[0].endsWith(":")) {
            String text = line.substring(words[0].length()).strip();
            return desk.reply(
                    id,
                    who,
                    new Desk.Answer(
                            text, conversation.language(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return switch (words[1]) {
            case "claims" -> desk.claim(id, who);
            case "resolves" -> desk.resolve(id, who);
            case "notes:" -> desk.note(id, new Entry.Note(who, words[2], Language.ENGLISH), Optional.empty());
            case "snoozes" -> desk.snooze(id, who, present.plus(Duration.ofMinutes(Long.parseLong(words[2]))));
            default -> throw new IllegalArgumentException(line + ": nobody knows how to do that");
        };
    }

    private static void done(String line, Deed deed) {
        if (!(deed instanceof Deed.Done)) {
            throw new IllegalStateException(line + ": could not be done: " + deed);
        }
    }
}
