package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Handling.Priority;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Several things that agents often do together, under one name.
 *
 * @param id {@code mac_…}
 * @param name that leads gave it; two may have the same
 * @param actions at least one; each finds the conversation as the one before left it
 */
public record Macro(String id, String name, List<Action> actions) {

    public Macro {
        actions = List.copyOf(actions);
    }

    /** One thing that is done to a conversation. */
    public sealed interface Action {

        /** @param cannedReply the id of what is said, in the conversation's language */
        record Reply(String cannedReply) implements Action {}

        record Note(String text) implements Action {}

        record Label(How how, Set<String> labels) implements Action {

            /** What becomes of the labels that it has. */
            public enum How {
                SET,
                ADD,
                REMOVE
            }

            public Label {
                labels = Collections.unmodifiableSet(new TreeSet<>(labels));
            }
        }

        record Prioritise(Priority priority) implements Action {}

        /** @param field the key of a field of the shop's own */
        record Fill(String field, String value) implements Action {}

        /** To whoever runs it. */
        record AssignToMe() implements Action {}

        record AssignToAgent(AgentId agent) implements Action {}

        record AssignToTeam(String team) implements Action {}

        record Snooze(Duration length) implements Action {}

        record Resolve() implements Action {}

        record ReturnToAssistant() implements Action {}
    }
}
