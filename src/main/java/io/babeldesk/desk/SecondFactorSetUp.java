package io.babeldesk.desk;

import io.babeldesk.desk.SecondFactor.Proof;
import io.babeldesk.desk.SecondFactor.Proposal;
import io.babeldesk.desk.SignIn.From;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Setting up a second factor and giving it up. Both need a proof, so that whoever finds a browser open can neither lock
 * her out nor open the door for later.
 */
public final class SecondFactorSetUp {

    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final BiPredicate<Agent, String> isPassword;
    private final Tries tries;
    private final Clock clock;

    SecondFactorSetUp(
            Accounts accounts,
            SecondFactor secondFactor,
            BiPredicate<Agent, String> isPassword,
            Tries tries,
            Clock clock) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.isPassword = isPassword;
        this.tries = tries;
        this.clock = clock;
    }

    /** What became of beginning. */
    public sealed interface Begun {

        record Proposed(Proposal proposal) implements Begun {}

        record WrongPassword() implements Begun {}

        record LockedOut(Duration left) implements Begun {}

        record OnAlready() implements Begun {}
    }

    public sealed interface Ended {

        record Done() implements Ended {}

        record WrongCode() implements Ended {}

        record LockedOut(Duration left) implements Ended {}

        record OffAlready() implements Ended {}
    }

    public SecondFactor.State stateOf(Agent agent) {
        return secondFactor.of(agent.id());
    }

    public Begun begin(Agent agent, String password, From from) {
        String name = agent.profile().username();
        Optional<Duration> locked = tries.leftOfHerOwn(name, from.address());
        if (locked.isPresent()) {
            return new Begun.LockedOut(locked.get());
        }
        if (!isPassword.test(agent, password)) {
            tries.failedOfHerOwn(name, from.address());
            return new Begun.WrongPassword();
        }
        return secondFactor.propose(agent.id()).<Begun>map(Begun.Proposed::new).orElseGet(Begun.OnAlready::new);
    }

    public boolean isBegun(Agent agent) {
        return secondFactor.isProposed(agent.id());
    }

    /** The codes on paper; empty if the code is wrong. */
    public Optional<List<String>> confirm(Agent agent, String code) {
        Optional<List<String>> codes = secondFactor.confirm(agent.id(), code);
        codes.ifPresent(_ -> audit(agent, "second-factor-on", agent));
        return codes;
    }

    public Ended giveUp(Agent agent, String code, From from) {
        String name = agent.profile().username();
        if (!secondFactor.isOn(agent.id())) {
            return new Ended.OffAlready();
        }
        Optional<Duration> locked = tries.leftOfHerOwn(name, from.address());
        if (locked.isPresent()) {
            return new Ended.LockedOut(locked.get());
        }
        if (secondFactor.check(agent.id(), code) == Proof.NONE) {
            tries.failedOfHerOwn(name, from.address());
            return new Ended.WrongCode();
        }
        secondFactor.remove(agent.id());
        audit(agent, "second-factor-off", agent);
        return new Ended.Done();
    }

    /** For a colleague whose app is gone. */
    public void reset(Agent actor, Agent agent) {
        if (secondFactor.remove(agent.id())) {
            audit(actor, "second-factor-reset", agent);
        }
    }

    private void audit(Agent actor, String action, Agent agent) {
        accounts.audit()
                .add(clock.instant(), actor.id().value(), action, agent.id().value(), "");
    }
}
