package io.babeldesk.desk;

import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import java.util.List;
import java.util.Optional;

/** What came of what an agent wanted to do. */
public sealed interface Deed {

    /**
     * It is done, or was already.
     *
     * @param turn that was added, or had been added under the same name
     */
    record Done(Handled now, Optional<Turn> turn) implements Deed {}

    /** Another agent has it. */
    record TakenBy(Speaker agent) implements Deed {}

    /** Fields must be filled in first. */
    record Lacks(List<String> fields) implements Deed {}

    /** There is no way from this state. */
    record NotFrom(ConversationState state) implements Deed {}

    /** She has not seen this turn, which came before hers. */
    record Stale(Turn unseen) implements Deed {}

    /** Something else was done under the same name. */
    record NameUsed() implements Deed {}

    /** It has changed since the version that she saw. */
    record Outdated(Handled now) implements Deed {}

    record NoSuchConversation() implements Deed {}
}
