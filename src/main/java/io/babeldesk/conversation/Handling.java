package io.babeldesk.conversation;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How people have a part in a conversation: who has it, why, and what is to happen when. Immutable.
 *
 * @param owner who has it while it is open, waiting or snoozed; empty in every other state
 * @param last who had it last
 * @param team who is to take it, if it was given to a team
 * @param handover why and when the assistant handed it over; empty as long as no person was in it
 * @param offer the open offer of a person; a field, not a state, so that there is never more than one
 * @param email where the shopper can be reached who has left
 * @param waitsSince since when the shopper waits for a person's reply
 * @param resolutionLeft what is left of the time for a resolution while its clock stands still
 * @param alarms what is to happen when; the store finds them by their time
 * @param particulars what is known of it besides its course
 */
public record Handling(
        Optional<Speaker> owner,
        Optional<Speaker> last,
        Optional<String> team,
        Optional<Handover> handover,
        Optional<Offer> offer,
        Priority priority,
        Set<String> labels,
        Optional<String> email,
        Optional<Instant> waitsSince,
        Optional<Duration> resolutionLeft,
        Map<Alarm.Kind, Instant> alarms,
        Particulars particulars) {

    /** As long as only the assistant has been in it. */
    public static final Handling NONE = new Handling(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Priority.NORMAL,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Particulars.NONE);

    /** How much it presses, from least. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }

    /** @param rule that decided it, {@code legal-threat} */
    public record Handover(String rule, Instant at) {
        public Handover {
            at = at.truncatedTo(MILLIS);
        }
    }

    /**
     * @param rule that made it
     * @param left how many of the shopper's turns it stays open
     */
    public record Offer(String rule, Instant at, int left) {
        public Offer {
            at = at.truncatedTo(MILLIS);
        }
    }

    public Handling {
        labels = Collections.unmodifiableSet(new TreeSet<>(labels));
        waitsSince = waitsSince.map(time -> time.truncatedTo(MILLIS));
        resolutionLeft = resolutionLeft.map(left -> left.truncatedTo(MILLIS));
        Map<Alarm.Kind, Instant> inOrder = new EnumMap<>(Alarm.Kind.class);
        alarms.forEach((kind, due) -> inOrder.put(kind, due.truncatedTo(MILLIS)));
        alarms = Collections.unmodifiableMap(inOrder);
    }

    /** Whether a person was or is to be in it. */
    public boolean hasPerson() {
        return handover.isPresent();
    }

    public Optional<Instant> alarm(Alarm.Kind kind) {
        return Optional.ofNullable(alarms.get(kind));
    }

    /** When the next response or resolution is due. */
    public Optional<Instant> nextDeadline() {
        return Stream.of(Alarm.Kind.FIRST_RESPONSE, Alarm.Kind.NEXT_RESPONSE, Alarm.Kind.RESOLUTION)
                .flatMap(kind -> alarm(kind).stream())
                .min(Instant::compareTo);
    }

    public Handling ownedBy(Speaker agent) {
        return new Handling(
                Optional.of(agent),
                Optional.of(agent),
                team,
                handover,
                Optional.empty(),
                priority,
                labels,
                email,
                waitsSince,
                resolutionLeft,
                alarms,
                particulars);
    }

    public Handling withoutOwner() {
        return new Handling(
                Optional.empty(),
                last,
                team,
                handover,
                offer,
                priority,
                labels,
                email,
                waitsSince,
                resolutionLeft,
                alarms,
                particulars);
    }

    public Handling forTeam(Optional<String> given) {
        return new Handling(
                owner,
                last,
                given,
                handover,
                offer,
                priority,
                labels,
                email,
                waitsSince,
                resolutionLeft,
                alarms,
                particulars);
    }

    /** Handed over; an earlier handover stays what it was. */
    public Handling handedOver(Handover why) {
        return new Handling(
                owner,
                last,
                team,
                handover.or(() -> Optional.of(why)),
                Optional.empty(),
                priority,
                labels,
                email,
                waitsSince,
                resolutionLeft,
                alarms,
                particulars);
    }

    /** As if no person had been in it: the next handover has a reason of its own. */
    public Handling backWithTheAssistant() {
        return new Handling(
                Optional.empty(),
                last,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                priority,
                labels,
                email,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                particulars);
    }

    public Handling offering(Optional<Offer> made) {
        return new Handling(
                owner,
                last,
                team,
                handover,
                made,
                priority,
                labels,
                email,
                waitsSince,
                resolutionLeft,
                alarms,
                particulars);
    }

    public Handling pressing(Priority given) {
        return new Handling(
                owner,
                last,
                team,
                handover,
                offer,
                given,
                labels,
                email,
                waitsSince,
                resolutionLeft,
                alarms,
                particulars);
    }

    public Handling labelled(Set<String> given) {
        return new Handling(
                owner,
                last,
                team,
                handover,
                offer,
                priority,
                given,
                email,
                waitsSince,
                resolutionLeft,
                alarms,
                particulars);
    }

    public Handling reachedAt(Optional<String> given) {
        return new Handling(
                owner,
                last,
                team,
                handover,
                offer,
                priority,
                labels,
                given,
                waitsSince,
                resolutionLeft,
                alarms,
                particulars);
    }

    /** With other particulars. */
    public Handling with(Particulars given) {
        return new Handling(
                owner, last, team, handover, offer, priority, labels, email, waitsSince, resolutionLeft, alarms, given);
    }

    /** With other times. */
    public Handling timed(Optional<Instant> waiting, Optional<Duration> left, Map<Alarm.Kind, Instant> toHappen) {
        return new Handling(
                owner, last, team, handover, offer, priority, labels, email, waiting, left, toHappen, particulars);
    }
}
