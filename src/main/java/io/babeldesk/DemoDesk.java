package io.babeldesk;

import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.desk.Agent;
import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Agents;
import io.babeldesk.desk.CannedReplies;
import io.babeldesk.desk.Passwords;
import io.babeldesk.desk.Presence;
import io.babeldesk.desk.Role;
import io.babeldesk.handoff.Colleague;
import io.babeldesk.handoff.Colleague.Availability;
import io.babeldesk.language.Language;
import io.babeldesk.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A desk where something is going on already, so that one person alone can try it. What has happened is played from
 * files, through the same chat, policy and desk that shoppers and agents use. Colleagues stay at their places as long as
 * the service runs, and are given nothing new.
 */
final class DemoDesk implements AutoCloseable {

    private static final String FOLDER = "demo/";
    private static final int SEEN_EACH_SECONDS = 20;

    private final Stores stores;
    private final Passwords passwords;
    private final Clock clock;
    private final ScheduledExecutorService attending = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo").factory());

    DemoDesk(Stores stores, Passwords passwords, Clock clock) {
        this.stores = stores;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Plays what has happened. False if the data folder is somebody's: then nothing is added to it.
     *
     * @param people at a clock, around the same store
     */
    boolean play(Function<Clock, DeskAssembly> people) {
        Agents agents = stores.accounts().agents();
        if (stores.conversations().count(DeskFilter.of(Set.of(), 1)) > 0
                || !agents.all().isEmpty()) {
            return false;
        }
        lines("colleagues.txt").forEach(this::join);
        addCannedReplies(stores.cannedReplies());
        Map<String, Speaker> colleagues = new HashMap<>();
        colleagues().forEach(agent -> colleagues.put(agent.profile().username(), speaker(agent)));
        DemoStory.PastClock past = new DemoStory.PastClock(clock.instant());
        try (DeskAssembly played = people.apply(past)) {
            colleagues().forEach(agent -> played.presence().sees(colleague(agent)));
            played.chat().start();
            DemoStory.play(stores.conversations(), played, colleagues, past, lines("conversations.txt"));
        }
        return true;
    }

    /** Keeps the colleagues at the desk. */
    void attend(Presence presence) {
        Runnable seeing = () -> colleagues().forEach(agent -> presence.sees(colleague(agent)));
        seeing.run();
        ScheduledFuture<?> _ =
                attending.scheduleAtFixedRate(seeing, SEEN_EACH_SECONDS, SEEN_EACH_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        attending.shutdownNow();
    }

    private void join(String line) {
        String[] parts = line.split(", *", -1);
        Profile profile = new Profile(
                parts[0],
                parts[1],
                Arrays.stream(parts[2].split(" ", -1)).map(Language::of).toList(),
                Set.of(parts[3]),
                Set.of(),
                Profile.USUAL_CAPACITY,
                Set.of(Role.AGENT),
                true);
        // A password that nobody knows, until an administrator sets another.
        Agents.Credentials unknown = new Agents.Credentials(passwords.hash(passwords.generate()), true);
        stores.accounts().agents().add(profile, unknown, clock.instant());
    }

    private Stream<Agent> colleagues() {
        return lines("colleagues.txt").stream()
                .map(line -> line.split(",", 2)[0])
                .flatMap(username -> stores.accounts().agents().byUsername(username).stream());
    }

    private static Speaker speaker(Agent agent) {
        return new Speaker(agent.id(), agent.displayName());
    }

    private static Colleague colleague(Agent agent) {
        Profile profile = agent.profile();
        return new Colleague(
                speaker(agent),
                Set.copyOf(profile.languages()),
                profile.skills(),
                profile.teams(),
                Availability.BUSY,
                profile.capacity(),
                0);
    }

    private void addCannedReplies(CannedReplies replies) {
        Map<Language, String> texts = new TreeMap<>();
        String[] head = {};
        for (String line : lines("canned-replies.txt")) {
            String[] next = line.split(" \\| ", 2);
            if (next.length == 2) {
                add(replies, head, texts);
                head = next;
                texts.clear();
            } else {
                String[] text = line.split(": ", 2);
                texts.put(Language.of(text[0]), text[1]);
            }
        }
        add(replies, head, texts);
    }

    private void add(CannedReplies replies, String[] head, Map<Language, String> texts) {
        if (!texts.isEmpty()) {
            replies.add(head[0], head[1], texts, clock.instant());
        }
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(DemoDesk.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
