package io.babeldesk.conversation;

/** Who is at it: the assistant, the queue for a person, a person, or nobody any more. */
public enum ConversationState {
    ASSISTANT,
    QUEUED,
    OPEN,
    WAITING,
    SNOOZED,
    RESOLVED,
    CLOSED;

    /** Whether an agent has it. */
    public boolean isWithAgent() {
        return this == OPEN || this == WAITING || this == SNOOZED;
    }
}
