package io.babeldesk.handoff;

import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.Alarm.Kind;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.knowledge.HandoffRules;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By when people act: sets a conversation's alarms as it changes its state. Response and resolution count in business
 * hours; the clock of the resolution stands still while the shopper has the word. Pure; immutable.
 */
public record Deadlines(HandoffRules.Deadlines rules, BusinessHours hours) {

    /** How often a conversation that nobody takes is offered again. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    private static final Map<Kind, Kind> WARNINGS = Map.of(
            Kind.FIRST_RESPONSE, Kind.FIRST_RESPONSE_WARNING,
            Kind.NEXT_RESPONSE, Kind.NEXT_RESPONSE_WARNING,
            Kind.RESOLUTION, Kind.RESOLUTION_WARNING);

    /** In the queue: the first response is due, unless an agent has replied before, and somebody has to take it. */
    public Handling queued(Handling handling, Instant now) {
        Handling timed = asked(handling, now);
        Map<Kind, Instant> alarms = alarms(timed);
        alarms.remove(Kind.SNOOZE_ENDS);
        alarms.remove(Kind.IDLE);
        alarms.put(Kind.LOOK_AGAIN, now.plus(LOOK_AGAIN));
        return timed.timed(timed.waitsSince(), Optional.empty(), alarms);
    }

    /** Somebody has it, and the shopper waits for her. */
    public Handling opened(Handling handling, Instant now) {
        Handling timed = asked(handling, now);
        Map<Kind, Instant> alarms = alarms(timed);
        alarms.keySet().removeAll(Set.of(Kind.LOOK_AGAIN, Kind.SNOOZE_ENDS, Kind.IDLE, Kind.REOPEN_ENDS));
        return timed.timed(timed.waitsSince(), Optional.empty(), alarms);
    }

    /** The shopper waits: since now, if she did not before. */
    public Handling asked(Handling handling, Instant now) {
        Map<Kind, Instant> alarms = alarms(handling);
        alarms.remove(Kind.REOPEN_ENDS);
        if (handling.waitsSince().isEmpty()) {
            boolean begins = handling.alarm(Kind.RESOLUTION).isEmpty()
                    && handling.resolutionLeft().isEmpty();
            Kind response = begins ? Kind.FIRST_RESPONSE : Kind.NEXT_RESPONSE;
            Duration length = response == Kind.FIRST_RESPONSE ? rules.firstResponse() : rules.nextResponse();
            set(alarms, response, now, shrunk(length, handling.priority()));
        }
        if (!alarms.containsKey(Kind.RESOLUTION)) {
            Duration length =
                    handling.resolutionLeft().orElseGet(() -> shrunk(rules.resolution(), handling.priority()));
            if (length.isPositive()) {
                set(alarms, Kind.RESOLUTION, now, length);
            }
        }
        return handling.timed(handling.waitsSince().or(() -> Optional.of(now)), Optional.empty(), alarms);
    }

    /** The agent has replied, and the shopper has the word. */
    public Handling answered(Handling handling, Instant now) {
        Map<Kind, Instant> alarms = new EnumMap<>(Kind.class);
        alarms.put(Kind.IDLE, now.plus(rules.idle()));
        return handling.timed(Optional.empty(), left(handling, now), alarms);
    }

    /** Laid aside until a time. */
    public Handling snoozed(Handling handling, Instant until, Instant now) {
        Map<Kind, Instant> alarms = new EnumMap<>(Kind.class);
        alarms.put(Kind.SNOOZE_ENDS, until);
        return handling.timed(Optional.empty(), left(handling, now), alarms);
    }

    /** Done; it can be gone on with for a while. */
    public Handling resolved(Handling handling, Instant now) {
        return handling.timed(Optional.empty(), Optional.empty(), Map.of(Kind.REOPEN_ENDS, now.plus(rules.reopen())));
    }

    /** Nothing is to happen any more. */
    public static Handling closed(Handling handling) {
        return handling.timed(Optional.empty(), Optional.empty(), Map.of());
    }

    /** An alarm has gone off and is over; the one that looks for somebody is set anew. */
    public static Handling wentOff(Handling handling, Kind kind, Instant now) {
        Map<Kind, Instant> alarms = alarms(handling);
        alarms.remove(kind);
        if (kind == Kind.LOOK_AGAIN) {
            alarms.put(kind, now.plus(LOOK_AGAIN));
        }
        // What is over is no longer in danger of being over.
        Optional.ofNullable(WARNINGS.get(kind)).ifPresent(alarms::remove);
        return handling.timed(handling.waitsSince(), handling.resolutionLeft(), alarms);
    }

    /** Counts the response anew, from when the shopper began to wait, for another priority. */
    public Handling pressing(Handling handling, Priority priority, Instant now) {
        Handling pressing = handling.pressing(priority);
        Map<Kind, Instant> alarms = alarms(pressing);
        Kind response = alarms.containsKey(Kind.FIRST_RESPONSE) ? Kind.FIRST_RESPONSE : Kind.NEXT_RESPONSE;
        if (!alarms.containsKey(response) || priority == handling.priority()) {
            return pressing;
        }
        Instant since = handling.waitsSince().orElse(now);
        Duration length = response == Kind.FIRST_RESPONSE ? rules.firstResponse() : rules.nextResponse();
        set(alarms, response, since, shrunk(length, priority));
        return pressing.timed(handling.waitsSince(), handling.resolutionLeft(), alarms);
    }

    private void set(Map<Kind, Instant> alarms, Kind kind, Instant from, Duration length) {
        alarms.put(kind, hours.after(from, length));
        Duration early = Duration.ofMillis(Math.round(length.toMillis() * rules.warning()));
        Optional.ofNullable(WARNINGS.get(kind)).ifPresent(warning -> alarms.put(warning, hours.after(from, early)));
    }

    private Duration shrunk(Duration length, Priority priority) {
        return priority == Priority.URGENT
                ? Duration.ofMillis(Math.max(1, Math.round(length.toMillis() * rules.urgent())))
                : length;
    }

    /** What is left of the time for a resolution. */
    private Optional<Duration> left(Handling handling, Instant now) {
        return handling.alarm(Kind.RESOLUTION)
                .map(due -> hours.between(now, due))
                .or(handling::resolutionLeft)
                .or(() -> handling.hasPerson() ? Optional.of(Duration.ZERO) : Optional.empty());
    }

    private static Map<Alarm.Kind, Instant> alarms(Handling handling) {
        Map<Kind, Instant> alarms = new EnumMap<>(Kind.class);
        alarms.putAll(handling.alarms());
        return alarms;
    }
}
