package io.babeldesk.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts how often somebody tried to sign in under a name, and says how long she has to wait. */
final class Tries {

    private final FailedSignIns failures;
    private final Clock clock;

    Tries(FailedSignIns failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /** How long nobody may try under that name from that address; empty if somebody may. */
    Optional<Duration> left(String name, String address) {
        return left(counted(name, address));
    }

    /** The same for whoever is signed in already: what others did under her name does not count. */
    Optional<Duration> leftOfHerOwn(String name, String address) {
        return left(counted(name, address).subList(0, 1));
    }

    void failed(String name, String address) {
        Instant now = clock.instant();
        counted(name, address).forEach(one -> failures.add(one.subject(), now));
    }

    void failedOfHerOwn(String name, String address) {
        failures.add(counted(name, address).getFirst().subject(), clock.instant());
    }

    void succeeded(String name, String address) {
        failures.forget(counted(name, address).getFirst().subject());
    }

    void forgetTheOld() {
        failures.forgetBefore(clock.instant().minus(LockOut.MEMORY));
    }

    private Optional<Duration> left(List<Counted> counted) {
        Instant now = clock.instant();
        return counted.stream()
                .flatMap(one -> one.lockOut().left(failures.of(one.subject()), now).stream())
                .max(Duration::compareTo);
    }

    private record Counted(LockOut lockOut, String subject) {}

    /** The narrowest first. */
    private static List<Counted> counted(String name, String address) {
        String hash = Secrets.hash("name", name);
        return List.of(LockOut.values()).stream()
                .map(one -> new Counted(one, one.subject(hash, address)))
                .toList();
    }
}
