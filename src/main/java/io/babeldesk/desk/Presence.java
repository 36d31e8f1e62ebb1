package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.desk.Attendance.Seen;
import io.babeldesk.handoff.Colleague;
import io.babeldesk.handoff.Colleague.Availability;
import io.babeldesk.handoff.Staffing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the desk now. An agent is there as long as something of hers asks the service now and then; what she has
 * said of herself stays until she says something else. Safe for use by many threads.
 */
public final class Presence implements Staffing {

    /** An open console shows that it lives more often than that. */
    private static final Duration GONE_AFTER = Duration.ofMinutes(1);

    /** A later sight is not worth a write before. */
    private static final Duration KEPT_AGAIN_AFTER = Duration.ofSeconds(15);

    private final Attendance attendance;
    private final Clock clock;
    private final Map<AgentId, Seen> seen = new ConcurrentHashMap<>();

    public Presence(Attendance attendance, Clock clock) {
        this.attendance = attendance;
        this.clock = clock;
        attendance.all().forEach(one -> seen.put(one.agent().who().id(), one));
    }

    /**
     * An agent is there. What she can do is taken on as it is now; whether she takes conversations stays as it was, and
     * she is online when she comes for the first time.
     */
    public void sees(Colleague agent) {
        AgentId id = agent.who().id();
        seen.compute(id, (same, before) -> {
            Availability availability =
                    before == null ? agent.availability() : before.agent().availability();
            return keptIfNew(before, new Seen(as(agent, availability), clock.instant()));
        });
    }

    /** She says whether she takes conversations. Without effect on who was never at the desk. */
    public void says(AgentId agent, Availability availability) {
        seen.computeIfPresent(
                agent,
                (same, before) -> keptIfNew(before, new Seen(as(before.agent(), availability), clock.instant())));
    }

    /** Her account is gone. */
    public void forget(AgentId agent) {
        attendance.forget(agent);
        seen.remove(agent);
    }

    private Seen keptIfNew(@Nullable Seen before, Seen now) {
        if (before != null
                && before.agent().equals(now.agent())
                && Duration.between(before.at(), now.at()).compareTo(KEPT_AGAIN_AFTER) < 0) {
            return before;
        }
        attendance.keep(now);
        return now;
    }

    private static Colleague as(Colleague agent, Availability availability) {
        return new Colleague(
                agent.who(),
                agent.languages(),
                agent.skills(),
                agent.teams(),
                availability,
                agent.capacity(),
                agent.load());
    }

    public Optional<Colleague> find(AgentId agent) {
        return Optional.ofNullable(seen.get(agent)).map(Seen::agent);
    }

    /** All who have ever been at the desk, those who are away or gone as {@link Availability#AWAY}, by name. */
    public List<Colleague> colleagues(Map<AgentId, Integer> loads) {
        return seen.values().stream()
                .map(one -> isThere(one, clock.instant()) ? one.agent() : as(one.agent(), Availability.AWAY))
                .map(agent -> agent.withLoad(loads.getOrDefault(agent.who().id(), 0)))
                .sorted(Comparator.comparing((Colleague agent) -> agent.who().name())
                        .thenComparing(agent -> agent.who().id()))
                .toList();
    }

    /** Those who were not seen for so long, though they may have conversations. */
    public List<Speaker> goneFor(Duration length) {
        Instant before = clock.instant().minus(length);
        return seen.values().stream()
                .filter(one -> one.at().isBefore(before))
                .map(one -> one.agent().who())
                .toList();
    }

    @Override
    public boolean isStaffed() {
        return !seen.isEmpty();
    }

    @Override
    public boolean isPresent(AgentId agent) {
        return Optional.ofNullable(seen.get(agent))
                .filter(one -> isThere(one, clock.instant()))
                .isPresent();
    }

    @Override
    public boolean isAnyonePresent() {
        Instant now = clock.instant();
        return seen.values().stream().anyMatch(one -> isThere(one, now));
    }

    private static boolean isThere(Seen one, Instant now) {
        return one.agent().availability() != Availability.AWAY && one.at().isAfter(now.minus(GONE_AFTER));
    }
}
