package io.babeldesk.conversation;

/**
 * Names a person who works at the desk.
 *
 * @param value {@code agt_…}; not blank
 */
public record AgentId(String value) implements Comparable<AgentId> {

    public AgentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an agent's id is empty; give one such as agt_0192");
        }
    }

    @Override
    public int compareTo(AgentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
