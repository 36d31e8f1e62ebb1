package io.babeldesk.handoff;

import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Speaker;
import java.util.List;

/** What somebody's wish to move a conversation comes to. */
public sealed interface Move {

    /** It can be done, and this is what becomes of it. */
    record To(Change change) implements Move {}

    /** It is so already. */
    record Nothing() implements Move {}

    /** Another agent has it. */
    record TakenBy(Speaker agent) implements Move {}

    /** Fields must be filled in first. */
    record Lacks(List<String> fields) implements Move {}

    /** There is no way from this state. */
    record NotFrom(ConversationState state) implements Move {}
}
