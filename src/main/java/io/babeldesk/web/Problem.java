package io.babeldesk.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request: what is wrong with it. {@link Problems} puts it into HTTP and words. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemCode code;
    private final transient Map<String, ?> arguments;
    private final transient List<Fault> faults;
    private final transient Optional<Duration> retryAfter;
    private transient WireDesk.@Nullable Person agent;

    private Problem(ProblemCode code, Map<String, ?> arguments, List<Fault> faults, Optional<Duration> retryAfter) {
        super(code.code(), null, false, false);
        this.code = code;
        this.arguments = Map.copyOf(arguments);
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /**
     * One thing that is wrong in the body.
     *
     * @param pointer where (RFC 6901)
     */
    record Fault(String pointer, ProblemCode code, Map<String, ?> arguments) {}

    static Problem of(ProblemCode code) {
        return new Problem(code, Map.of(), List.of(), Optional.empty());
    }

    static Problem of(ProblemCode code, Map<String, ?> arguments) {
        return new Problem(code, arguments, List.of(), Optional.empty());
    }

    static Problem of(ProblemCode code, Map<String, ?> arguments, Duration retryAfter) {
        return new Problem(code, arguments, List.of(), Optional.of(retryAfter));
    }

    /** @param expected in English, short: it names values, which are not translated */
    static Problem parameter(String name, String expected) {
        return of(ProblemCode.INVALID_PARAMETER, Map.of("field", name, "expected", expected));
    }

    /** @param faults at least one; the first gives the problem its code */
    static Problem body(List<Fault> faults) {
        Fault first = faults.getFirst();
        return new Problem(first.code(), first.arguments(), faults, Optional.empty());
    }

    /** @param faults each part of it */
    static Problem of(ProblemCode code, Map<String, ?> arguments, List<Fault> faults) {
        return new Problem(code, arguments, faults, Optional.empty());
    }

    /** Names the agent that it is about. */
    Problem about(WireDesk.Person person) {
        agent = person;
        return this;
    }

    WireDesk.@Nullable Person agent() {
        return agent;
    }

    ProblemCode code() {
        return code;
    }

    Map<String, ?> arguments() {
        return arguments;
    }

    List<Fault> faults() {
        return faults;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
