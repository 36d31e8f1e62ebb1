package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What proves besides her password that it is she. Safe for use by many threads. */
public interface SecondFactors {

    /**
     * A secret that an app of hers shares.
     *
     * @param locked as a {@link Vault} locks it
     * @param confirmed whether she has shown that the app has it; before that it proves nothing
     * @param lastStep the step of time whose code was used last; 0 for none
     */
    record Kept(String locked, boolean confirmed, long lastStep) {

        @Override
        public String toString() {
            return "Kept[****, confirmed=" + confirmed + "]";
        }
    }

    Optional<Kept> of(AgentId agent);

    /** In place of one that was not confirmed. False if one is. */
    boolean propose(AgentId agent, String locked, Instant now);

    /** False if there is none that waits for it. */
    boolean confirm(AgentId agent, long step, List<String> recoveryHashes);

    /** False if that step, or a later one, was used already. */
    boolean use(AgentId agent, long step);

    /** False if there is no such code, or no more. */
    boolean useRecovery(AgentId agent, String hash);

    int recoveryLeft(AgentId agent);

    /** All that is kept of it. False if there was nothing. */
    boolean remove(AgentId agent);
}
